import { type Day, noonOf } from '#shared/domain/calendar-days.ts';
import type { View } from '../session/remembered.ts';

/** "November 2026", or the first and last day of a week, in the words of the locale. */
export function periodTitle(view: View, days: readonly Day[], anchor: Day, locale: string): string {
  if (view === 'month')
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
