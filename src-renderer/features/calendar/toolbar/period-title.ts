import { type Day, noonOf } from '#shared/domain/calendar-days.ts';
import type { View } from '../session/remembered.ts';

/** "November 2026", "2026", one day, or the first and last day, in the words of the locale. */
export function periodTitle(view: View, days: readonly Day[], anchor: Day, locale: string): string {
  if (view === 'year')
    return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric' }).format(noonOf(anchor));
  if (view === 'day')
    return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' }).format(noonOf(anchor));
  if (view === 'month' || view === 'board')
    return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
      noonOf(anchor),
    );
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return format.formatRange(noonOf(days[0] ?? anchor), noonOf(days.at(-1) ?? anchor));
}
