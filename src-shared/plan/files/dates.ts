import { createZoneClock } from '../../domain/calendar-zone.ts';
import type { Schedule } from '../../domain/schedule.ts';

/** Which of two numbers is the month where a date is written `03/04/2026`. */
export type DateOrder = 'mdy' | 'dmy';

interface Parts {
  year: number;
  month: number;
  day: number;
  /** What stands after the day. */
  rest: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(.*)$/s;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)(.*)$/s;
const dayNamed = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(.*)$/is;
const monthNamed = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)$/is;
/** Days since 1899-12-30, as spreadsheets keep dates: 1982 to 2064. */
const serial = /^([3-5]\d{4})(\.\d+)?$/;

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function datePart(text: string, order: DateOrder): Parts | null {
  const first = yearFirst.exec(text);
  if (first)
    return { year: Number(first[1]), month: Number(first[2]), day: Number(first[3]), rest: first[4] ?? '' };
  const last = yearLast.exec(text);
  if (last) {
    const [one, other] = [Number(last[1]), Number(last[2])];
    // A number above twelve is no month, whatever the order.
    const swapped = one > 12 ? 'dmy' : other > 12 ? 'mdy' : order;
    const year = Number(last[3]);
    const [month, day] = swapped === 'mdy' ? [one, other] : [other, one];
    return { year: year < 100 ? 2000 + year : year, month, day, rest: last[4] ?? '' };
  }
  const named = dayNamed.exec(text);
  if (named)
    return {
      year: Number(named[3]),
      month: monthOf(named[2] ?? ''),
      day: Number(named[1]),
      rest: named[4] ?? '',
    };
  const spoken = monthNamed.exec(text);
  if (spoken)
    return {
      year: Number(spoken[3]),
      month: monthOf(spoken[1] ?? ''),
      day: Number(spoken[2]),
      rest: spoken[4] ?? '',
    };
  const counted = serial.exec(text);
  if (!counted) return null;
  const moment = new Date(Math.round((Number(text) - 25_569) * 1440) * 60_000);
  const iso = moment.toISOString();
  const rest = counted[2] === undefined ? '' : iso.slice(11, 16);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate(), rest };
}

const clockShape =
  /^(凌晨|早上|上午|中午|下午|晚上|晚)?\s*(\d{1,2})\s*[:：时点.]\s*(\d{1,2})?分?(?:[:：]\d{2}(?:[.,]\d+)?秒?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?(?:\[[^\]]*\])?$/i;
const hourShape = /^()(\d{1,2})()\s*([ap]\.?m\.?)$/i;

/** `HH:mm` and the offset that was written behind it; null when it is no time of day. */
function clockPart(text: string): { clock: string; offset: string } | null {
  const found = clockShape.exec(text) ?? hourShape.exec(text);
  if (!found) return null;
  const half = (found[4] ?? '').toLowerCase();
  const late = half.startsWith('p') || /^(下午|晚)/.test(found[1] ?? '');
  const early = half.startsWith('a') || /^(凌晨|早上|上午)/.test(found[1] ?? '');
  let hour = Number(found[2]);
  const minute = Number(found[3] || 0);
  if (late && hour < 12) hour += 12;
  if (early && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return null;
  return {
    clock: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
    offset: (found[5] ?? '').toUpperCase(),
  };
}

function isDay({ year, month, day }: Parts): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1970 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Time of day of a row that names a day alone. */
export const timeOfBareDay = '09:00';

/**
 * Wall time in `zone` that a date cell and a time cell mean; a time with an offset is turned into the zone.
 * `bare`: there was no time of day. Null when it is no date.
 */
export function readMoment(
  date: string,
  time: string,
  { zone, order }: { zone: string; order: DateOrder },
): { schedule: Schedule; bare: boolean } | null {
  const parts = datePart(date.trim(), order);
  if (!parts || !isDay(parts)) return null;
  const day = `${parts.year}-${String(parts.month).padStart(2, '0')}-${String(parts.day).padStart(2, '0')}`;
  // Spreadsheets hand out a bare time of day as a time of their first day.
  const written =
    time.trim().replace(/^(1899-12-3[01]|1900-01-00)\s+/, '') || parts.rest.replace(/^[T,\s]+/, '').trim();
  if (written === '' || (time.trim() === '' && /^(?:at)?$/i.test(written))) {
    return { schedule: { local: `${day}T${timeOfBareDay}`, zone }, bare: true };
  }
  const read = clockPart(written.replace(/^at\s+/i, ''));
  if (!read) return null;
  if (read.offset === '') return { schedule: { local: `${day}T${read.clock}`, zone }, bare: false };
  const offset = /^(Z|UTC)$/.test(read.offset) ? 'Z' : read.offset.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const instant = Date.parse(`${day}T${read.clock}:00${offset}`);
  if (Number.isNaN(instant)) return null;
  return {
    schedule: { local: createZoneClock(zone).wall(new Date(instant).toISOString()), zone },
    bare: false,
  };
}

/**
 * The order that dates are written in: `none` where no date needs one, `ambiguous` where all of them could be read
 * both ways and it has to be asked for.
 */
export function findOrder(dates: readonly string[]): DateOrder | 'none' | 'ambiguous' {
  let asked = false;
  for (const date of dates) {
    const found = yearLast.exec(date.trim());
    if (!found) continue;
    const [one, other] = [Number(found[1]), Number(found[2])];
    if (one > 12) return 'dmy';
    if (other > 12) return 'mdy';
    if (one !== other) asked = true;
  }
  return asked ? 'ambiguous' : 'none';
}
