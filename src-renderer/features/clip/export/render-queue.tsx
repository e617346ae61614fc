import { ActionIcon, Button, Indicator, Popover, Tooltip } from '@mantine/core';
import { IconStackPush } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Render } from '#shared/contract/renders.ts';
import { newId } from '#shared/domain/id.ts';
import styles from './export.module.css';
import { RenderRow } from './render-row.tsx';
import { isOpen, useRenders } from './use-renders.ts';

/** A new post with the clip, whose hand-off renders it for each target. */
function usePost(): (clipId: string) => void {
  const [, navigate] = useLocation();
  const make = async (clipId: string): Promise<void> => {
    const attachment = {
      id: newId(),
      kind: 'clip' as const,
      refId: clipId,
      alt: '',
      crop: null,
      trim: null,
      coverAt: null,
    };
    const post = await call('posts.create', { change: { attachments: [attachment] } });
    navigate(`/posts/${post.id}`);
  };
  return (clipId) => void make(clipId).catch(notifyFailure);
}

/** What is queued, runs and was made: of one clip, or of all when `clipId` is null. */
export function RenderQueue({ clipId }: { clipId: string | null }) {
  const { t } = useWords();
  const renders = useRenders(clipId);
  const toPost = usePost();
  if (renders.failure) return <FailureNote error={renders.failure} onRetry={renders.reload} />;
  const list: Render[] = renders.data ?? [];
  const ended = list.filter((render) => !isOpen(render));
  if (list.length === 0)
    return renders.loading ? null : <p className={styles.empty}>{t('clip-export.empty')}</p>;
  return (
    <section className={styles.queue} aria-label={t('clip-export.queue')}>
      <header className={styles.queueHead}>
        <h3>{t('clip-export.queue')}</h3>
        {ended.length > 1 && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            onClick={() =>
              void call('renders.remove', { ids: ended.map(({ id }) => id) }).catch(notifyFailure)
            }
          >
            {t('clip-export.clear')}
          </Button>
        )}
      </header>
      <ul className={styles.rows}>
        {list.map((render) => (
          <RenderRow
            key={render.id}
            render={render}
            named={clipId === null}
            onPost={() => toPost(render.clipId)}
          />
        ))}
      </ul>
    </section>
  );
}

/** The queue of the whole workspace behind a button that counts what is not finished. */
export function RenderQueueButton() {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  const renders = useRenders(null);
  const open = (renders.data ?? []).filter(isOpen).length;
  const label = open > 0 ? t('clip-export.queue-open', { count: open }) : t('clip-export.queue');
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Indicator label={open} disabled={open === 0} size={14} offset={4}>
        <Popover.Target>
          <Tooltip label={label} disabled={opened}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={label}
              aria-expanded={opened}
              onClick={() => setOpened(!opened)}
            >
              <IconStackPush size={18} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown className={styles.popover ?? ''}>
        <RenderQueue clipId={null} />
      </Popover.Dropdown>
    </Popover>
  );
}
