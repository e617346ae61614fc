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
  const first = days[0] ?? anchor;
  const last = days.at(-1) ?? anchor;
  // Chinese ranges come with slashes; people write the first day whole and of the last only what differs.
  if (locale.startsWith('zh')) {
    const sameYear = first.slice(0, 4) === last.slice(0, 4);
    const sameMonth = first.slice(0, 7) === last.slice(0, 7);
    const rest = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      day: 'numeric',
      ...(sameMonth ? {} : { month: 'short' as const }),
      ...(sameYear ? {} : { year: 'numeric' as const }),
    });
    return `${format.format(noonOf(first))}–${rest.format(noonOf(last))}`;
  }
  return format.formatRange(noonOf(first), noonOf(last));
}
