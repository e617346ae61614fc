import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { addDays, type Day } from '#shared/domain/calendar-days.ts';
import { useCalendarTools } from '../../session/calendar-context.ts';
import { ShownCount } from '../../status.tsx';
import type { ViewProps } from '../view-props.ts';
import { useYearCounts } from './use-year-counts.ts';
import { densitySteps, monthTotals } from './year-density.ts';
import { YearMonth } from './year-month.tsx';
import styles from './year.module.css';

const levels = [0, 1, 2, 3, 4, 5] as const;

/** Twelve months at once: where much is planned and where nothing is. */
export default function YearView({
  anchor,
  range,
  today,
  clock,
  filter,
  weekStart,
  locale,
  onOpenDay,
  onOpenMonth,
}: ViewProps) {
  const { t } = useWords();
  const { selection } = useCalendarTools();
  const { counts, failure, reload } = useYearCounts(range, filter, clock);
  const year = anchor.slice(0, 4);
  const months = useMemo(
    () => Array.from({ length: 12 }, (_, index): Day => `${year}-${String(index + 1).padStart(2, '0')}-01`),
    [year],
  );
  const steps = useMemo(
    () => densitySteps(counts ? [...counts.values()].reduce((most, count) => Math.max(most, count), 0) : 0),
    [counts],
  );
  const totals = useMemo(() => monthTotals(counts ?? new Map()), [counts]);
  const total = totals.reduce((sum, count) => sum + count, 0);
  const number = new Intl.NumberFormat(locale);
  // The months are drawn again only when their days change, not at every minute of the clock.
  const open = useRef({ onOpenDay, onOpenMonth });
  useLayoutEffect(() => {
    open.current = { onOpenDay, onOpenMonth };
  });
  const openDay = useCallback((day: Day) => open.current.onOpenDay(day), []);
  const openMonth = useCallback((day: Day) => open.current.onOpenMonth(day), []);
  // One day of the year always takes the focus.
  useLayoutEffect(() => {
    if (!selection.place.day.startsWith(year)) selection.goTo(anchor);
  }, [selection, year, anchor]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
    const by = steps[event.key];
    const from = event.target instanceof HTMLElement ? event.target.dataset['day'] : undefined;
    if (by === undefined || from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const to = addDays(from, by);
    const target = event.currentTarget.querySelector<HTMLElement>(`[data-day="${to}"]`);
    if (!target) return;
    selection.goTo(to);
    target.focus();
  };
  const legend = (level: number): string => {
    if (level === 0) return number.format(0);
    const least = steps[level - 1] ?? 1;
    const next = steps[level];
    if (next === undefined) return `${number.format(least)}+`;
    return next - 1 === least ? number.format(least) : `${number.format(least)}–${number.format(next - 1)}`;
  };

  return (
    <div className={styles.year} data-calendar-view="year">
      <ShownCount shown={total} selection={selection} />
      {failure && <FailureNote error={failure} onRetry={reload} />}
      <div
        className={styles.months}
        role="group"
        aria-label={t('calendar-views.year-of', { year })}
        aria-busy={counts === undefined}
        data-calendar-grid
        onKeyDown={onKeyDown}
      >
        {months.map((month, index) => (
          <YearMonth
            key={month}
            month={month}
            counts={counts}
            steps={steps}
            total={totals[index] ?? 0}
            today={today}
            weekStart={weekStart}
            onOpenDay={openDay}
            onOpenMonth={openMonth}
          />
        ))}
      </div>
      <footer className={styles.foot}>
        <span>{t('calendar-views.year-total', { count: number.format(total), year })}</span>
        <span className={styles.legend} role="group" aria-label={t('calendar-views.legend')}>
          <span>{t('calendar-views.legend')}</span>
          {levels.map((level) => (
            <span key={level} className={styles.step}>
              <span className={styles.swatch} data-level={level} aria-hidden />
              {legend(level)}
            </span>
          ))}
        </span>
      </footer>
    </div>
  );
}
