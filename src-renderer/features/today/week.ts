/** One day of the strip: its wall date `YYYY-MM-DD` and midnight as wall time. */
export interface Day {
  date: string;
  /** Noon in UTC of that date, only for formatting with `timeZone: 'UTC'`. */
  noon: Date;
}

const dayLength = 86_400_000;

/** Wall date and time now in a zone, `YYYY-MM-DDTHH:mm`. */
export function wallTime(instant: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? '00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** First day of the week by locale: 0 Sunday … 6 Saturday. */
export function weekStartOf(locale: string): number {
  const info = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): { firstDay: number } };
  return (info.getWeekInfo?.().firstDay ?? 1) % 7;
}

/** The date `count` days after `date` (`YYYY-MM-DD`). */
export function addDays(date: string, count: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

/** The seven days of the week that holds `today` (`YYYY-MM-DD`). */
export function weekOf(today: string, weekStart: number): Day[] {
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
  const first = addDays(today, -((weekday - weekStart + 7) % 7));
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(first, index);
    return { date, noon: new Date(`${date}T12:00:00Z`) };
  });
}
