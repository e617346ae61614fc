import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { type Day, noonOf, weekdayOf } from '#shared/domain/calendar-days.ts';
import type { Arrangement, Placed } from '../session/arrange.ts';
import type { Density } from '../session/remembered.ts';
import { DayCell } from './day-cell.tsx';
import styles from './month.module.css';

const none: readonly Placed[] = [];

/** The weeks of a month, filling the window; days of the neighbouring months show their posts too. */
export function MonthGrid({
  days,
  month,
  now,
  weekend,
  density,
  arrangement,
}: {
  days: readonly Day[];
  /** `YYYY-MM` */
  month: string;
  /** Wall time now, in the calendar's zone. */
  now: string;
  weekend: readonly number[];
  density: Density;
  arrangement: Arrangement;
}) {
  const { t, locale } = useWords();
  const { ref, height } = useElementSize();
  const today = now.slice(0, 10);
  const weeks = days.length / 7;
  const cellHeight = Math.floor(height / weeks);
  const names = useMemo(() => {
    const short = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' });
    const long = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' });
    const first = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
    const full = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' });
    return { short, long, first, full };
  }, [locale]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot share its height out between its rows
    <div className={styles.month} role="grid" aria-label={t('calendar.month-grid')} data-calendar-grid>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div className={styles.names} role="row" tabIndex={-1}>
        {days.slice(0, 7).map((day) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <span
            key={day}
            className={styles.name}
            role="columnheader"
            aria-label={names.long.format(noonOf(day))}
            data-weekend={weekend.includes(weekdayOf(day))}
            tabIndex={-1}
          >
            {names.short.format(noonOf(day))}
          </span>
        ))}
      </div>
      <div
        className={styles.weeks}
        ref={ref}
        style={{ gridTemplateRows: `repeat(${weeks - 1}, ${cellHeight}px) minmax(0, 1fr)` }}
      >
        {height > 0 &&
          Array.from({ length: weeks }, (_, week) => (
            // biome-ignore lint/a11y/useSemanticElements: see above
            <div className={styles.week} role="row" key={days[week * 7]} tabIndex={-1}>
              {days.slice(week * 7, week * 7 + 7).map((day, index) => {
                const first = day.endsWith('-01') || (week === 0 && index === 0);
                return (
                  <DayCell
                    key={day}
                    day={day}
                    // A bare number in every language: the cell has other things to say about its day.
                    label={first ? names.first.format(noonOf(day)) : String(Number(day.slice(8)))}
                    fullLabel={names.full.format(noonOf(day))}
                    posts={arrangement.byDay.get(day) ?? none}
                    height={cellHeight}
                    density={density}
                    inMonth={day.startsWith(month)}
                    isToday={day === today}
                    weekend={weekend.includes(weekdayOf(day))}
                    lateBefore={day < today ? '9' : day === today ? now : ''}
                  />
                );
              })}
            </div>
          ))}
      </div>
    </div>
  );
}
