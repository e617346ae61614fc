import { Button } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconAlarm, IconCalendarDown, IconCalendarSearch, IconChevronDown } from '@tabler/icons-react';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PlanEntry } from '#shared/domain/post.ts';
import { PlatformMarks } from '../grid/platform-marks.tsx';
import { useCalendarTools } from '../session/calendar-context.ts';
import type { PlanIntents } from '../session/use-plan-intents.ts';
import { shortTime } from '../session/short-time.ts';
import { useCardState } from '../session/selection.ts';
import styles from './overdue.module.css';

interface OverdueIntents {
  toToday(entries: readonly PlanEntry[]): void;
  toFreeDays(entries: readonly PlanEntry[]): void;
}

/** The two ways out of being late; failures are shown. */
export function useOverdueIntents(intents: PlanIntents): OverdueIntents {
  return {
    toToday: (entries) => void intents.toToday(entries).catch(notifyFailure),
    toFreeDays: (entries) => void intents.toFreeDays(entries).catch(notifyFailure),
  };
}

/** Rows that are drawn; the others are counted. */
const mostRows = 60;

function OverdueRow({ entry, intents }: { entry: PlanEntry; intents: OverdueIntents }) {
  const { t, locale } = useWords();
  const tools = useCalendarTools();
  const state = useCardState(tools.selection, entry.key);
  const title = entry.title || entry.excerpt || t('ui.untitled');
  const when = entry.dueAt === null ? '' : shortTime(tools.clock.wall(entry.dueAt), locale);
  return (
    <div className={styles.row} role="listitem" data-state={state}>
      <button
        type="button"
        className={styles.card}
        data-post={entry.key}
        aria-pressed={state === 'chosen' || state === 'both'}
        aria-label={`${title}, ${when}, ${t('calendar.late')}`}
        onClick={(event) => tools.pick(event, entry.key, event.currentTarget)}
        onPointerDown={(event) => tools.grab(event, entry)}
      >
        <span className={styles.title}>{title}</span>
        <span className={styles.facts}>
          <span className={styles.when}>{when}</span>
          <PlatformMarks formats={entry.formats} most={3} />
        </span>
      </button>
      <span className={styles.acts}>
        <button
          type="button"
          className={styles.act}
          title={t('calendar.to-today')}
          aria-label={t('calendar.to-today-of', { title })}
          onClick={() => intents.toToday([entry])}
        >
          <IconCalendarDown size={15} stroke={1.5} aria-hidden />
        </button>
        <button
          type="button"
          className={styles.act}
          title={t('calendar.to-free-day')}
          aria-label={t('calendar.to-free-day-of', { title })}
          onClick={() => intents.toFreeDays([entry])}
        >
          <IconCalendarSearch size={15} stroke={1.5} aria-hidden />
        </button>
      </span>
    </div>
  );
}

/** What was due and is not published, the latest first; folds away, but never silently. */
export function OverdueList({
  entries,
  total,
  intents,
}: {
  entries: readonly PlanEntry[];
  total: number;
  intents: OverdueIntents;
}) {
  const { t, locale } = useWords();
  const [open, setOpen] = useLocalStorage({
    key: 'galley.calendar.overdue',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  if (entries.length === 0) return null;
  const number = new Intl.NumberFormat(locale);
  return (
    <section className={styles.overdue} aria-label={t('calendar.overdue')}>
      <button type="button" className={styles.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconChevronDown size={14} stroke={1.75} aria-hidden data-open={open} className={styles.fold} />
        {t('calendar.overdue')}
        <span className={styles.count}>{number.format(total)}</span>
      </button>
      {open && (
        <div className={styles.rows} role="list">
          {entries.slice(0, mostRows).map((entry) => (
            <OverdueRow key={entry.key} entry={entry} intents={intents} />
          ))}
          {total > mostRows && (
            <p className={styles.rest}>{t('calendar.more', { count: number.format(total - mostRows) })}</p>
          )}
        </div>
      )}
    </section>
  );
}

/** The same in one line, where the tray is closed. */
export function OverdueBand({
  entries,
  total,
  intents,
  onShow,
}: {
  entries: readonly PlanEntry[];
  total: number;
  intents: OverdueIntents;
  onShow(): void;
}) {
  const { t, locale } = useWords();
  if (entries.length === 0) return null;
  return (
    <div className={styles.band} role="status">
      <IconAlarm size={16} stroke={1.5} aria-hidden />
      <span className={styles.bandWords}>
        {t('calendar.overdue-count', { count: new Intl.NumberFormat(locale).format(total) })}
      </span>
      <Button size="compact-sm" variant="default" onClick={onShow}>
        {t('calendar.overdue-show')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => intents.toToday(entries)}>
        {t('calendar.all-to-today')}
      </Button>
    </div>
  );
}
