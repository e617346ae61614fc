/** A day of the wall calendar, `YYYY-MM-DD`; days sort as text. */
export type Day = string;

const dayLength = 86_400_000;
const daysOfWeek = 7;

/** Noon in UTC of a day: only for arithmetic and for formatting with `timeZone: 'UTC'`. */
export function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** The day `count` days after `day`. */
export function addDays(day: Day, count: number): Day {
  return new Date(noonOf(day).getTime() + count * dayLength).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / dayLength);
}

/** The same day of another month; the last day of that month when it is shorter (31 January + 1 = 28 February). */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1, 12));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0, 12)).getUTCDate();
  first.setUTCDate(Math.min(date, length));
  return first.toISOString().slice(0, 10);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return noonOf(day).getUTCDay();
}

/** First day of the week that holds `day`; `weekStart` 0 Sunday … 6 Saturday. */
export function startOfWeek(day: Day, weekStart: number): Day {
  return addDays(day, -((weekdayOf(day) - weekStart + daysOfWeek) % daysOfWeek));
}

/** The seven days of the week that holds `day`. */
export function weekDays(day: Day, weekStart: number): Day[] {
  const first = startOfWeek(day, weekStart);
  return Array.from({ length: daysOfWeek }, (_, index) => addDays(first, index));
}

/** The whole weeks, four to six, that show every day of the month that holds `day`. */
export function monthDays(day: Day, weekStart: number): Day[] {
  const first = `${day.slice(0, 7)}-01`;
  const last = addDays(addMonths(first, 1), -1);
  const start = startOfWeek(first, weekStart);
  const count = Math.ceil((daysBetween(start, last) + 1) / daysOfWeek) * daysOfWeek;
  return Array.from({ length: count }, (_, index) => addDays(start, index));
}

interface WeekInfo {
  firstDay: number;
  weekend: number[];
}

/** How a locale's week goes: its first day and its days of rest, 0 Sunday … 6 Saturday. */
export function weekOf(locale: string): { start: number; weekend: number[] } {
  const info = (new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): WeekInfo }).getWeekInfo?.();
  return {
    start: (info?.firstDay ?? 1) % daysOfWeek,
    weekend: (info?.weekend ?? [6, 7]).map((weekday) => weekday % daysOfWeek),
  };
}
