import { memo } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { addDays, type Day, monthDays, noonOf } from '#shared/domain/calendar-days.ts';
import { useCalendarTools } from '../../session/calendar-context.ts';
import { useDayState } from '../../session/selection.ts';
import { levelOf } from './year-density.ts';
import styles from './year.module.css';

function YearDay({
  day,
  count,
  level,
  isToday,
  label,
  onOpen,
}: {
  day: Day;
  count: number;
  level: number;
  isToday: boolean;
  label: string;
  onOpen(day: Day): void;
}) {
  const { selection } = useCalendarTools();
  const current = useDayState(selection, day) !== '';
  return (
    <button
      type="button"
      className={styles.day}
      tabIndex={current ? 0 : -1}
      data-day={day}
      data-drop="day"
      data-level={level}
      data-today={isToday}
      aria-label={label}
      {...(isToday ? { 'aria-current': 'date' as const } : {})}
      title={count > 0 ? label : undefined}
      onClick={() => {
        selection.goTo(day);
        onOpen(day);
      }}
    >
      {Number(day.slice(8))}
    </button>
  );
}

/** One month of the year, each day the darker the more stands on it. */
export const YearMonth = memo(function YearMonth({
  month,
  counts,
  steps,
  total,
  today,
  weekStart,
  onOpenDay,
  onOpenMonth,
}: {
  /** Its first day. */
  month: Day;
  counts: ReadonlyMap<Day, number> | undefined;
  steps: readonly number[];
  total: number;
  today: Day;
  weekStart: number;
  onOpenDay(day: Day): void;
  onOpenMonth(day: Day): void;
}) {
  const { t, locale } = useWords();
  const name = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' }).format(noonOf(month));
  const letter = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'narrow' });
  const full = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'long',
  });
  const number = new Intl.NumberFormat(locale);
  const days = monthDays(month, weekStart);
  const first = days[0] ?? month;
  return (
    <section className={styles.month} aria-label={name} data-now={today.startsWith(month.slice(0, 7))}>
      <header className={styles.head}>
        <h2 className={styles.name}>
          <button
            type="button"
            className={styles.open}
            aria-label={t('calendar-views.open-month', { month: name })}
            onClick={() => onOpenMonth(month)}
          >
            {name}
          </button>
        </h2>
        <span className={styles.total} data-none={total === 0}>
          {t('calendar-views.month-total', { count: number.format(total) })}
        </span>
      </header>
      <div className={styles.days}>
        {Array.from({ length: 7 }, (_, index) => addDays(first, index)).map((day) => (
          <span key={day} className={styles.letter} aria-hidden>
            {letter.format(noonOf(day))}
          </span>
        ))}
        {days.map((day) => {
          if (!day.startsWith(month.slice(0, 7))) return <span key={day} />;
          const count = counts?.get(day) ?? 0;
          return (
            <YearDay
              key={day}
              day={day}
              count={count}
              level={levelOf(count, steps)}
              isToday={day === today}
              label={t('calendar-views.day-count', {
                day: full.format(noonOf(day)),
                count: number.format(count),
              })}
              onOpen={onOpenDay}
            />
          );
        })}
      </div>
    </section>
  );
});
