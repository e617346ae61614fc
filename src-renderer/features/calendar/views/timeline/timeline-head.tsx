import { useWords } from '#renderer/ui/words.tsx';
import { type Day, noonOf, weekdayOf } from '#shared/domain/calendar-days.ts';
import styles from './timeline.module.css';

/** Months and days above the rows. */
export function TimelineHead({
  days,
  today,
  weekend,
  onOpenDay,
}: {
  days: readonly Day[];
  today: Day;
  weekend: readonly number[];
  onOpenDay(day: Day): void;
}) {
  const { locale } = useWords();
  const month = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  const letter = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'narrow' });
  const full = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' });
  const months = [...new Set(days.map((day) => day.slice(0, 7)))];
  return (
    <div className={styles.header}>
      <div className={styles.corner} />
      <div className={styles.headTrack}>
        {months.map((each) => {
          const first = days.findIndex((day) => day.startsWith(each));
          const count = days.filter((day) => day.startsWith(each)).length;
          return (
            <span
              key={each}
              className={styles.month}
              style={{ gridColumn: `${first + 1} / span ${count}` }}
              aria-hidden
            >
              {count > 2 && month.format(noonOf(`${each}-01`))}
            </span>
          );
        })}
        {days.map((day, place) => (
          <button
            key={day}
            type="button"
            className={styles.day}
            style={{ gridColumn: place + 1 }}
            tabIndex={-1}
            data-today={day === today}
            data-weekend={weekend.includes(weekdayOf(day))}
            aria-label={full.format(noonOf(day))}
            onClick={() => onOpenDay(day)}
          >
            <span className={styles.letter}>{letter.format(noonOf(day))}</span>
            <span className={styles.number}>{Number(day.slice(8))}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
