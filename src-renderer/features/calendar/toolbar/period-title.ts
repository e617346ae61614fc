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
  // Chinese ranges come with slashes; people write 11月23日–29日.
  if (locale.startsWith('zh')) {
    const [, fromMonth] = first.split('-');
    const sameYear = first.slice(0, 4) === last.slice(0, 4);
    const [year = '', month = '', day = ''] = last.split('-').map((part) => String(Number(part)));
    const end = sameYear
      ? Number(fromMonth) === Number(month)
        ? `${day}日`
        : `${month}月${day}日`
      : `${year}年${month}月${day}日`;
    return `${format.format(noonOf(first))}–${end}`;
  }
  return format.formatRange(noonOf(first), noonOf(last));
}
