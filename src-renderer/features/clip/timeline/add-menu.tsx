import { Button, Menu } from '@mantine/core';
import {
  IconArticle,
  IconFolderOpen,
  IconLibraryPhoto,
  IconMusic,
  IconPlus,
  IconSquareFilled,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { importFiles, pickFiles } from '#renderer/commands/import-files.ts';
import { MediaPicker } from '#renderer/ui/media-picker/media-picker.tsx';
import type { PickedMedia } from '#renderer/ui/media-picker/use-media.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { type Addition, addToTimeline } from './adding.ts';

const black = '#000000';

function additionOf(item: PickedMedia): Addition | null {
  if (item.shelf === 'design') return { kind: 'design', design: item.id };
  return item.asset ? { kind: 'asset', asset: item.asset } : null;
}

/** "Add": recordings, pictures and sounds of the library or this computer, a page of a design, a plain colour. */
export function AddMenu({ children }: { children?: ReactNode }) {
  const { t } = useWords();
  const editor = useClipEditor();
  const readOnly = useClip((now) => now.record.readOnly);
  const [shelf, setShelf] = useState<'library' | 'sound' | 'design' | null>(null);

  const add = (additions: readonly Addition[]): void =>
    void addToTimeline(editor, additions, editor.player.now().time, 'main').catch(notifyFailure);
  const fromComputer = async (): Promise<void> => {
    const result = await importFiles(await pickFiles());
    const assets = [...(result?.imported ?? []), ...(result?.duplicates ?? [])];
    add(assets.map((asset) => ({ kind: 'asset', asset })));
  };
  const picker = shelf ?? 'library';
  return (
    <>
      <Menu position="top-start">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            disabled={readOnly}
            leftSection={<IconPlus size={15} stroke={1.5} />}
          >
            {t('clip-timeline.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconLibraryPhoto size={16} stroke={1.5} />}
            onClick={() => setShelf('library')}
          >
            {t('clip-timeline.add-library')}
          </Menu.Item>
          <Menu.Item leftSection={<IconMusic size={16} stroke={1.5} />} onClick={() => setShelf('sound')}>
            {t('clip-timeline.add-sound')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArticle size={16} stroke={1.5} />} onClick={() => setShelf('design')}>
            {t('clip-timeline.add-design')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconSquareFilled size={16} />}
            onClick={() => add([{ kind: 'colour', colour: black }])}
          >
            {t('clip-timeline.add-colour')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconFolderOpen size={16} stroke={1.5} />}
            onClick={() => void fromComputer().catch(notifyFailure)}
          >
            {t('clip-timeline.add-files')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {children}
      {shelf !== null && (
        <MediaPicker
          key={picker}
          opened
          title={
            {
              library: t('clip-timeline.add-library'),
              sound: t('clip-timeline.add-sound'),
              design: t('clip-timeline.add-design'),
            }[picker]
          }
          shelves={picker === 'design' ? ['design'] : ['asset']}
          kinds={picker === 'sound' ? ['audio'] : ['video', 'image', 'audio']}
          confirm={(count) => t('clip-timeline.add-count', { count })}
          onClose={() => setShelf(null)}
          onPick={(items) => add(items.map(additionOf).filter((one) => one !== null))}
          onBrowse={() => {
            setShelf(null);
            void fromComputer().catch(notifyFailure);
          }}
        />
      )}
    </>
  );
}
