import { Button, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconLayout,
  IconMovie,
  IconPencilPlus,
  IconPlus,
  IconTemplate,
} from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useCall } from '#renderer/bridge/use-call.ts';
import { createClipFromFile, createDesign, createPost } from '#renderer/commands/create.ts';
import { useKit } from './kit.ts';
import { Thumb } from './thumb.tsx';
import styles from './create-menu.module.css';
import { notifyFailure } from './notify.tsx';
import { useWords } from './words.tsx';

/** Sizes one starts a design in most often; pixels. */
const sizes = [
  { word: 'ui.size-portrait', width: 1080, height: 1350 },
  { word: 'ui.size-square', width: 1080, height: 1080 },
  { word: 'ui.size-story', width: 1080, height: 1920 },
  { word: 'ui.size-wide', width: 1920, height: 1080 },
] as const;

/** Post templates that the menu offers; all of them stand in the settings. */
const mostTemplates = 8;

/** The one big "New": post, design in a size, clip from a file, or from a template. */
export function CreateMenu({ large }: { large?: boolean }) {
  const { t, say } = useWords();
  const [, navigate] = useLocation();
  const templates = useCall('designs.templates', {});
  const postTemplates = (useKit('post-template') ?? []).slice(0, mostTemplates);
  const go = (made: Promise<string | null>): void =>
    void made.then((address) => address !== null && navigate(address), notifyFailure);

  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <Button
          size={large ? 'md' : 'xs'}
          leftSection={<IconPlus size={large ? 18 : 16} stroke={1.75} />}
          rightSection={<IconChevronDown size={14} stroke={1.75} />}
        >
          {t('ui.new')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencilPlus size={17} stroke={1.5} />} onClick={() => go(createPost())}>
          {t('ui.new-post')}
        </Menu.Item>
        {postTemplates.map((template) => (
          <Menu.Item
            key={template.id}
            leftSection={<IconTemplate size={17} stroke={1.5} />}
            onClick={() => go(createPost(null, template))}
          >
            {template.name}
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={<IconMovie size={17} stroke={1.5} />}
          onClick={() => go(createClipFromFile())}
        >
          {t('ui.new-clip')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('ui.new-design')}</Menu.Label>
        {sizes.map(({ word, width, height }) => (
          <Menu.Item
            key={word}
            leftSection={<IconLayout size={17} stroke={1.5} />}
            rightSection={<span className={styles.size}>{`${width} × ${height}`}</span>}
            onClick={() => go(createDesign({ name: t(word), width, height }))}
          >
            {t(word)}
          </Menu.Item>
        ))}
        {(templates.data?.length ?? 0) > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>
              <span className={styles.label}>
                <IconTemplate size={14} stroke={1.5} />
                {t('ui.from-template')}
              </span>
            </Menu.Label>
            <div className={styles.templates}>
              {templates.data?.map((template) => (
                <Menu.Item
                  key={template.id}
                  p={4}
                  aria-label={say(template.name)}
                  onClick={() => go(createDesign({ name: say(template.name), template: template.id }))}
                >
                  <span className={styles.template}>
                    <Thumb path={template.thumbnail} alt="" fit="contain" />
                  </span>
                  <span className={styles.name}>{say(template.name)}</span>
                </Menu.Item>
              ))}
            </div>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
