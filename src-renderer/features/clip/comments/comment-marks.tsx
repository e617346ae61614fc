import { useLocalStorage } from '@mantine/hooks';
import { IconMessageFilled } from '@tabler/icons-react';
import { useEffect } from 'react';
import { point, usePointing } from '#renderer/ui/comments/pointing.ts';
import { useComments } from '#renderer/ui/comments/use-comments.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { type FrameClock, timecode } from '../fields/time-text.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import type { TimelineView } from '../timeline/use-timeline-view.ts';
import styles from './comments.module.css';

/** The open threads on the ruler: a press goes there and shows what was said. */
export function CommentMarks({ clock, view }: { clock: FrameClock; view: TimelineView }) {
  const { t } = useWords();
  const { player } = useClipEditor();
  const id = useClip((now) => now.record.id);
  const { threads } = useComments({ kind: 'clip', id });
  const { draft, marked } = usePointing();
  const [, openTab] = useLocalStorage<string>({ key: 'galley.clip.tab' });
  useEffect(() => () => point(null), []);
  const px = (seconds: number): number => (seconds - view.scale.start) * view.scale.density;
  const open = threads.flatMap(({ thread }) =>
    thread.place && 'from' in thread.place && thread.resolvedAt === null
      ? [{ id: thread.id, at: thread.place.from, text: thread.text }]
      : [],
  );
  return (
    <div className={styles.marks} role="group" aria-label={t('team.points')}>
      {open.map((thread) => (
        <button
          key={thread.id}
          type="button"
          className={styles.mark}
          data-marked={thread.id === marked}
          style={{ transform: `translateX(${px(thread.at)}px)` }}
          aria-label={`${timecode(clock, thread.at)} ${thread.text.slice(0, 80)}`}
          title={thread.text}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => {
            player.pause();
            player.seek(thread.at);
            openTab('comments');
            point({ marked: thread.id });
          }}
        >
          <IconMessageFilled size={14} aria-hidden />
        </button>
      ))}
      {draft && 'from' in draft && (
        <span className={styles.draft} style={{ transform: `translateX(${px(draft.from)}px)` }} />
      )}
    </div>
  );
}
