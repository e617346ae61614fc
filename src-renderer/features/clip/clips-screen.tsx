import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileText, IconMovie, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { importFiles, pickFiles } from '#renderer/commands/import-files.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import screenStyles from '#renderer/ui/screen-bar.module.css';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { ClipCards } from './clip-cards.tsx';
import { StoryDialog } from './story/story-dialog.tsx';
import styles from './clips.module.css';

const takesFiles = 'video/*,audio/*,.mkv,.mov,.flv,.ts,.3gp';

/** Imports recordings and makes a clip of each; answers the address of the first. */
async function clipsFrom(files: readonly File[]): Promise<string | null> {
  const result = await importFiles(files);
  const recordings = [...(result?.imported ?? []), ...(result?.duplicates ?? [])].filter(
    (asset) => asset.kind !== 'image',
  );
  let first: string | null = null;
  for (const asset of recordings) {
    const clip = await call('clips.create', { assetId: asset.id });
    first ??= `/clips/${clip.id}`;
  }
  return first;
}

/** `/clips`: the clips of the workspace, and the recordings of the library that are none yet. */
export default function ClipsScreen() {
  const { t, locale } = useWords();
  const [, navigate] = useLocation();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 120);
  const [trashed, setTrashed] = useState(false);
  const [over, setOver] = useState(false);
  const [writing, setWriting] = useState(false);
  const words = asked === '' ? {} : { search: asked };
  const clips = useCall('clips.list', { trashed, ...words }, ['records.changed', 'workspace.changed']);
  const all = useCall('clips.list', {}, ['records.changed', 'workspace.changed']);
  const events = ['records.changed', 'workspace.changed'] as const;
  const videos = useCall('assets.list', { kind: 'video', limit: 1000, ...words }, events);
  const sounds = useCall('assets.list', { kind: 'audio', limit: 1000, ...words }, events);
  const used = new Set(all.data?.items.map((clip) => clip.assetId));
  const ready = [...(videos.data?.items ?? []), ...(sounds.data?.items ?? [])].filter(
    (asset) => !used.has(asset.id),
  );
  const items = clips.data?.items ?? [];
  const go = (made: Promise<string | null>): void =>
    void made.then((address) => address !== null && navigate(address), notifyFailure);
  const pick = (): void => go(pickFiles(takesFiles).then(clipsFrom));
  const loaded = clips.data && all.data && videos.data && sounds.data;
  const nothing = loaded && items.length === 0 && (trashed || ready.length === 0);

  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop files; the button does the same by keyboard
    <div
      className={screenStyles.screen}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!carriesFiles(event)) return;
        event.preventDefault();
        go(clipsFrom([...event.dataTransfer.files]));
      }}
    >
      <Slot name="topbar-actions">
        <Button
          variant="default"
          leftSection={<IconFileText size={16} stroke={1.5} />}
          onClick={() => setWriting(true)}
        >
          {t('clip-story.new')}
        </Button>
        <Button leftSection={<IconPlus size={16} stroke={1.75} />} onClick={pick}>
          {t('clip.new')}
        </Button>
      </Slot>
      <Slot name="status-left">
        <span>
          {t('clip.count', { count: new Intl.NumberFormat(locale).format(clips.data?.total ?? 0) })}
        </span>
      </Slot>
      <div className={screenStyles.bar} role="search">
        <TextInput
          className={styles.search}
          leftSection={<IconSearch size={15} stroke={1.5} />}
          aria-label={t('clip.search')}
          placeholder={t('clip.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setSearch('');
          }}
        />
        <SegmentedControl
          aria-label={t('clip.shown')}
          value={trashed ? 'trash' : 'live'}
          data={[
            { value: 'live', label: t('clip.live') },
            { value: 'trash', label: t('clip.trashed') },
          ]}
          onChange={(value) => setTrashed(value === 'trash')}
        />
      </div>
      {clips.failure && (
        <div className={screenStyles.failure}>
          <FailureNote error={clips.failure} onRetry={clips.reload} />
        </div>
      )}
      {nothing ? (
        trashed ? (
          <EmptyState icon={IconTrash} title={t('clip.trash-empty')} body={t('clip.trash-empty-body')} />
        ) : asked !== '' ? (
          <EmptyState icon={IconSearch} title={t('clip.none-found')} body={t('clip.none-found-body')} />
        ) : (
          <EmptyState icon={IconMovie} title={t('clip.empty')} body={t('clip.empty-body')}>
            <Button onClick={pick}>{t('clip.new')}</Button>
            <Button variant="default" onClick={() => setWriting(true)}>
              {t('clip-story.new')}
            </Button>
          </EmptyState>
        )
      ) : (
        <ClipCards clips={items} recordings={trashed ? [] : ready} trashed={trashed} />
      )}
      {writing && <StoryDialog onClose={() => setWriting(false)} />}
      {over && (
        <div className={styles.target} aria-hidden>
          <IconMovie size={32} stroke={1.25} />
          {t('clip.drop')}
        </div>
      )}
    </div>
  );
}
