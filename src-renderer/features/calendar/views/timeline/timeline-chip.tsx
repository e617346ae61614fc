import { memo } from 'react';
import { useStatusWords } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { platformsOfEntry } from '#shared/plan/filter.ts';
import cardStyles from '../../grid/card.module.css';
import { usePlatformNames } from '../../grid/platform-marks.tsx';
import { useCalendarTools } from '../../session/calendar-context.ts';
import { useCardState } from '../../session/selection.ts';
import type { TimelineEntry } from './timeline-rows.ts';
import styles from './timeline.module.css';

/** One entry in a row: its status, and its time and title where the day is wide enough. */
export const TimelineChip = memo(function TimelineChip({
  entry,
  wall,
  late,
  focusable,
}: TimelineEntry & { late: boolean; focusable: boolean }) {
  const { t } = useWords();
  const tools = useCalendarTools();
  const statuses = useStatusWords();
  const namesOf = usePlatformNames();
  const state = useCardState(tools.selection, entry.key);
  const title = entry.title || entry.excerpt || t('ui.untitled');
  const time = wall.slice(11);
  const name = [
    time,
    title,
    statuses[entry.status],
    ...namesOf(platformsOfEntry(entry)),
    late ? t('calendar.late') : '',
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <button
      type="button"
      className={styles.chip}
      tabIndex={state === 'current' || state === 'both' || focusable ? 0 : -1}
      data-post={entry.key}
      data-state={state}
      data-status={entry.status}
      data-late={late}
      title={`${time}  ${title}`}
      aria-label={name}
      aria-pressed={state === 'chosen' || state === 'both'}
      onClick={(event) => tools.pick(event, entry.key, event.currentTarget)}
      onPointerDown={(event) => tools.grab(event, entry)}
    >
      <span className={cardStyles.status} data-status={entry.status} />
      <span className={styles.chipWords}>
        {time} {title}
      </span>
    </button>
  );
});
