import { memo } from 'react';
import { IconCheck } from '@tabler/icons-react';
import { useStatusWords } from '#renderer/ui/post-row.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { noonOf } from '#shared/domain/calendar-days.ts';
import type { PlanEntry, PostStatus } from '#shared/domain/post.ts';
import { platformsOfEntry } from '#shared/plan/filter.ts';
import { PlatformMarks, usePlatformNames } from '../../grid/platform-marks.tsx';
import { useCalendarTools } from '../../session/calendar-context.ts';
import { useCardState } from '../../session/selection.ts';
import { StatusMenu } from '../parts/status-menu.tsx';
import styles from './agenda.module.css';

/** One entry as a line: time, picture, words, what it belongs to, platforms, status. */
export const AgendaEntry = memo(function AgendaEntry({
  entry,
  wall,
  late,
  dated,
  first,
  onStatus,
}: {
  entry: PlanEntry;
  /** Wall time in the calendar's zone; '' without one. */
  wall: string;
  late: boolean;
  /** The line says its day, because it does not stand beneath it. */
  dated: boolean;
  /** The line that takes the focus while none is current. */
  first: boolean;
  onStatus(status: PostStatus): void;
}) {
  const { t, locale } = useWords();
  const tools = useCalendarTools();
  const statuses = useStatusWords();
  const namesOf = usePlatformNames();
  const state = useCardState(tools.selection, entry.key);
  const title = entry.title || entry.excerpt || t('ui.untitled');
  const chosen = state === 'chosen' || state === 'both';
  const time = wall.slice(11);
  const date =
    dated && wall !== ''
      ? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(
          noonOf(wall.slice(0, 10)),
        )
      : '';
  const belongs = [entry.campaign, entry.pillar, ...entry.labels].filter(Boolean);
  const name = [
    date,
    time || t('ui.unscheduled'),
    title,
    statuses[entry.status],
    ...namesOf(platformsOfEntry(entry)),
    late ? t('calendar.late') : '',
    entry.owner,
  ];
  return (
    <div className={styles.row} data-state={state} data-status={entry.status}>
      <button
        type="button"
        className={styles.entry}
        tabIndex={
          state === 'current' || state === 'both' || (first && tools.selection.place.key === null) ? 0 : -1
        }
        data-post={entry.key}
        data-state={state}
        aria-label={name.filter(Boolean).join(', ')}
        aria-pressed={chosen}
        onClick={(event) => tools.pick(event, entry.key, event.currentTarget)}
        onPointerDown={(event) => tools.grab(event, entry)}
      >
        <span className={styles.tick} data-on={chosen} aria-hidden>
          {chosen && <IconCheck size={12} stroke={2.5} />}
        </span>
        <span className={styles.time} data-late={late}>
          {date !== '' && <span className={styles.date}>{date}</span>}
          {time === '' ? '–' : time}
        </span>
        <span className={styles.picture}>
          <Thumb path={entry.thumbnail} alt="" />
        </span>
        <span className={styles.words}>
          <span className={styles.name} data-untitled={entry.title === ''}>
            {title}
          </span>
          <span className={styles.facts}>
            {belongs.length > 0 ? belongs.join(' · ') : entry.title === '' ? '' : entry.excerpt}
          </span>
        </span>
        <PlatformMarks formats={entry.formats} most={5} />
        <span className={styles.owner}>{entry.owner}</span>
      </button>
      <StatusMenu entry={entry} onStatus={onStatus} />
    </div>
  );
});
