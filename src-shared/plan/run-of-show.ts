import { createZoneClock } from '../domain/calendar-zone.ts';
import { dueInstant } from '../domain/due.ts';
import type { Schedule } from '../domain/schedule.ts';
import type { KitBody } from '../kit/schema.ts';

const minuteLength = 60_000;

export type ShowItem = KitBody<'run-of-show'>['items'][number];

/** When an item begins and ends. */
export interface ShowRow {
  id: string;
  /** Minutes since the beginning of the session. */
  from: number;
  to: number;
  /** ISO 8601 instant; null while the session has no time. */
  at: string | null;
  /** What the clocks of the session's zone show then, `YYYY-MM-DDTHH:mm`. */
  wall: string | null;
}

export interface ShowTimes {
  rows: ShowRow[];
  /** Minutes of all items. */
  total: number;
  /** What the clocks show at the end. */
  end: string | null;
  /** Minutes by which the items take longer (or, negative, shorter) than wanted; null where nothing is wanted. */
  over: number | null;
}

/**
 * Clock times of a live session. Lengths are elapsed time: when the clocks change during the session, the times on the
 * wall jump and the lengths stay. A start that the clocks skip means the moment after the gap (`dueInstant`).
 */
export function showTimes({
  start,
  items,
  wanted,
}: Pick<KitBody<'run-of-show'>, 'start' | 'items' | 'wanted'>): ShowTimes {
  const clock = start && createZoneClock(start.zone);
  const begin = start && Date.parse(dueInstant(start));
  const instant = (minutes: number): string | null =>
    begin === null ? null : new Date(begin + Math.round(minutes * minuteLength)).toISOString();
  const wall = (at: string | null): string | null => (at === null || !clock ? null : clock.wall(at));
  let from = 0;
  const rows = items.map(({ id, minutes }): ShowRow => {
    const at = instant(from);
    const row = { id, from, to: from + minutes, at, wall: wall(at) };
    from = row.to;
    return row;
  });
  const over = wanted === null || wanted === undefined ? null : from - wanted;
  return { rows, total: from, end: wall(instant(from)), over };
}

/** The list with one item taken to another place. */
export function reordered<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const item = items[from];
  if (item === undefined) return [...items];
  const rest = items.filter((_, index) => index !== from);
  rest.splice(Math.max(0, Math.min(rest.length, to)), 0, item);
  return rest;
}

/** Minutes as a length: `5`, `2.5`, `5:30` (minutes and seconds), `1:05:00`; null when it is none. 0 to 1440. */
export function readLength(text: string): number | null {
  const parts = text.trim().replace('：', ':').split(':');
  if (parts.length > 3 || parts.some((part) => !/^\d+([.,]\d+)?$/.test(part))) return null;
  const numbers = parts.map((part) => Number(part.replace(',', '.')));
  const [one = 0, two = 0, three = 0] = numbers;
  const minutes =
    parts.length === 1 ? one : parts.length === 2 ? one + two / 60 : one * 60 + two + three / 60;
  return minutes <= 1440 ? minutes : null;
}

/** A length as a stopwatch shows it: `5:30`, `1:05:00`; negative ones with a minus sign. Seconds. */
export function clockLength(seconds: number): string {
  const whole = Math.abs(Math.round(seconds));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const text = hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
  return seconds <= -0.5 ? `−${text}` : text;
}

/**
 * How a rehearsal goes: seconds left of the item that is on, and seconds behind the plan (negative: ahead).
 * @param inItem seconds since the item began; `inAll` since the session began
 */
export function rehearsed(
  rows: readonly ShowRow[],
  index: number,
  { inItem, inAll }: { inItem: number; inAll: number },
): { left: number; behind: number } {
  const row = rows[index];
  if (!row) return { left: 0, behind: 0 };
  const length = (row.to - row.from) * 60;
  return { left: length - inItem, behind: inAll - row.from * 60 - Math.min(inItem, length) };
}

/** Pages of a countdown over so many minutes, in seconds left: at most ten whole minutes, then 30 and 10 seconds. */
export function countdownSteps(minutes: number): number[] {
  const whole = Math.min(10, Math.max(1, Math.floor(minutes)));
  return [...Array.from({ length: whole }, (_, index) => (whole - index) * 60), 30, 10];
}

/** A start for a session that has none: the given day at eight in the evening. */
export function usualStart(day: string, zone: string): Schedule {
  return { local: `${day}T20:00`, zone };
}
