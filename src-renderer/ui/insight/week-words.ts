/** A Sunday, at midnight. */
const sunday = Date.UTC(2026, 0, 4);
const hourLength = 3_600_000;

/** Short names of the days of the week, Sunday first. */
export function weekdayNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, weekday) => format.format(sunday + weekday * 24 * hourLength));
}

/** An hour of the day as the locale writes it. */
export function hourName(hour: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(sunday + hour * hourLength);
}
