import { memo, type PointerEvent } from 'react';
import { IconAlertCircle, IconLock } from '@tabler/icons-react';
import { useStatusWords } from '#renderer/ui/post-row.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PlanEntry } from '#shared/domain/post.ts';
import { platformsOfEntry } from '#shared/plan/filter.ts';
import cardStyles from '../../grid/card.module.css';
import { PlatformMarks, usePlatformNames } from '../../grid/platform-marks.tsx';
import { useCalendarTools } from '../../session/calendar-context.ts';
import { useCardState } from '../../session/selection.ts';
import { shortTime } from '../../session/short-time.ts';
import styles from './board.module.css';

/** One post on the board. */
export const BoardCard = memo(function BoardCard({
  post,
  late,
  first,
  byStatus,
  onGrab,
}: {
  post: PlanEntry;
  late: boolean;
  /** The card that takes the focus while none is current. */
  first: boolean;
  /** The column says the status already. */
  byStatus: boolean;
  onGrab(event: PointerEvent<HTMLElement>, post: PlanEntry): void;
}) {
  const { t, locale } = useWords();
  const tools = useCalendarTools();
  const statuses = useStatusWords();
  const namesOf = usePlatformNames();
  const state = useCardState(tools.selection, post.key);
  const title = post.title || post.excerpt || t('ui.untitled');
  const when = post.dueAt === null ? t('ui.unscheduled') : shortTime(tools.clock.wall(post.dueAt), locale);
  const name = [
    title,
    statuses[post.status],
    when,
    late ? t('calendar.late') : '',
    ...namesOf(platformsOfEntry(post)),
    post.owner,
  ];
  return (
    <button
      type="button"
      className={styles.card}
      tabIndex={
        state === 'current' || state === 'both' || (first && tools.selection.place.key === null) ? 0 : -1
      }
      data-post={post.key}
      data-state={state}
      data-status={post.status}
      aria-label={name.filter(Boolean).join(', ')}
      aria-pressed={state === 'chosen' || state === 'both'}
      onClick={(event) => tools.pick(event, post.key, event.currentTarget)}
      onPointerDown={(event) => onGrab(event, post)}
    >
      <span className={styles.top}>
        {post.thumbnail !== null && (
          <span className={styles.picture}>
            <Thumb path={post.thumbnail} alt="" />
          </span>
        )}
        <span className={styles.title} data-untitled={post.title === ''}>
          {title}
        </span>
      </span>
      <span className={styles.foot}>
        {!byStatus && <span className={cardStyles.status} data-status={post.status} />}
        {late && <IconAlertCircle size={13} stroke={1.75} className={styles.lateMark} aria-hidden />}
        {post.status === 'published' && <IconLock size={12} stroke={1.75} aria-hidden />}
        <span className={styles.when} data-late={late}>
          {when}
        </span>
        <PlatformMarks formats={post.formats} most={3} />
      </span>
    </button>
  );
});
