import { IconAlertCircle, IconCalendarOff, IconPlus } from '@tabler/icons-react';
import { useWords } from '#renderer/ui/words.tsx';
import { type Day, noonOf } from '#shared/domain/calendar-days.ts';
import { usualTime } from '../../grid/day-cell.tsx';
import { useCalendarTools } from '../../session/calendar-context.ts';
import styles from './agenda.module.css';
import type { AgendaRow } from './agenda-rows.ts';

type Head = Extract<AgendaRow, { kind: 'overdue' | 'unscheduled' | 'day' }>;

/** The line above the entries of a day, of what is overdue, or of what has no time. */
export function AgendaHead({ row, today, onOpenDay }: { row: Head; today: Day; onOpenDay(day: Day): void }) {
  const { t, locale } = useWords();
  const tools = useCalendarTools();
  const count = new Intl.NumberFormat(locale).format(row.count);
  if (row.kind !== 'day') {
    const late = row.kind === 'overdue';
    const Icon = late ? IconAlertCircle : IconCalendarOff;
    return (
      <div className={styles.head} data-kind={row.kind} {...(late ? {} : { 'data-drop': 'tray' })}>
        <Icon size={16} stroke={1.5} aria-hidden />
        <h2 className={styles.title}>
          {late ? t('calendar-views.overdue') : t('calendar-views.unscheduled')}
        </h2>
        <span className={styles.count}>{count}</span>
      </div>
    );
  }
  const { day } = row;
  const name = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  }).format(noonOf(day));
  return (
    <div className={styles.head} data-kind="day" data-today={day === today} data-drop="day" data-day={day}>
      <h2 className={styles.title}>
        <button type="button" className={styles.dayName} onClick={() => onOpenDay(day)}>
          {name}
        </button>
      </h2>
      {day === today && <span className={styles.today}>{t('calendar.today')}</span>}
      <span className={styles.count}>{row.count === 0 ? t('calendar-views.nothing-planned') : count}</span>
      <button
        type="button"
        className={styles.add}
        aria-label={t('calendar.add-on', { day: name })}
        onClick={(event) => tools.addAt(`${day}T${usualTime}`, event.currentTarget)}
      >
        <IconPlus size={15} stroke={1.5} aria-hidden />
      </button>
    </div>
  );
}

/** Days in a row on which nothing stands. */
export function FreeDays({ row }: { row: Extract<AgendaRow, { kind: 'free' }> }) {
  const { t, locale } = useWords();
  const tools = useCalendarTools();
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  const span =
    row.count === 1 ? format.format(noonOf(row.from)) : format.formatRange(noonOf(row.from), noonOf(row.to));
  return (
    <div className={styles.free} data-drop="day" data-day={row.from}>
      <span>{t('calendar-views.free-days', { count: row.count })}</span>
      <span className={styles.freeSpan}>{span}</span>
      <button
        type="button"
        className={styles.add}
        aria-label={t('calendar.add-on', { day: format.format(noonOf(row.from)) })}
        onClick={(event) => tools.addAt(`${row.from}T${usualTime}`, event.currentTarget)}
      >
        <IconPlus size={15} stroke={1.5} aria-hidden />
      </button>
    </div>
  );
}
