import { findClashes } from '../domain/calendar-clashes.ts';
import { addMinutes, clockChangeAt, shiftDays } from '../domain/calendar-zone.ts';
import { dueInstant } from '../domain/due.ts';
import type { Schedule } from '../domain/schedule.ts';

/** How far times move: by days and minutes of the wall clock, each in its own zone. */
export interface Shift {
  /** −3,660 to 3,660. */
  days: number;
  /** −1,439 to 1,439. */
  minutes: number;
  /** Days become whole weeks, so that each post keeps its weekday. */
  keepWeekdays: boolean;
}

export const shiftNotes = ['gap', 'overlap', 'collides', 'past'] as const;
export type ShiftNote = (typeof shiftNotes)[number];

/** The days that are really moved: whole weeks, the nearest and at least one, where weekdays are kept. */
export function daysOfShift({ days, keepWeekdays }: Shift): number {
  if (!keepWeekdays || days === 0) return days;
  return Math.sign(days) * Math.max(1, Math.round(Math.abs(days) / 7)) * 7;
}

/** The wall time moved on its own wall. */
export function shifted(schedule: Schedule, shift: Shift): Schedule {
  const moved = shiftDays(schedule, daysOfShift(shift));
  return { ...moved, local: addMinutes(moved.local, shift.minutes) };
}

/** An entry that stands on the plan. */
export interface ShiftEntry {
  key: string;
  schedule: Schedule;
  formats: readonly string[];
  accountIds: readonly string[];
}

export interface ShiftedEntry {
  key: string;
  before: Schedule;
  after: Schedule;
  notes: ShiftNote[];
}

/** Where it is posted: its accounts, and its formats where it names none. */
const places = ({ accountIds, formats }: Pick<ShiftEntry, 'accountIds' | 'formats'>): readonly string[] =>
  accountIds.length > 0 ? accountIds : formats;

/**
 * What a shift makes of entries, in their order, beside others that stay.
 * @param now ISO 8601; what falls before it is noted
 */
export function shiftEntries(
  entries: readonly ShiftEntry[],
  staying: readonly (Omit<ShiftEntry, 'schedule'> & { dueAt: string })[],
  shift: Shift,
  now: string,
): ShiftedEntry[] {
  const moved = entries.map((entry) => {
    const after = shifted(entry.schedule, shift);
    return { entry, after, dueAt: dueInstant(after) };
  });
  const others = staying.map((entry) => ({ id: entry.key, dueAt: entry.dueAt, formats: places(entry) }));
  const placed = moved.map(({ entry, dueAt }) => ({ id: entry.key, dueAt, formats: places(entry) }));
  const were = entries.map((entry) => ({
    id: entry.key,
    dueAt: dueInstant(entry.schedule),
    formats: places(entry),
  }));
  const clashedBefore = findClashes([...were, ...others]);
  const clashes = findClashes([...placed, ...others]);
  return moved.map(({ entry, after, dueAt }) => {
    const change = clockChangeAt(after);
    const notes: ShiftNote[] = [];
    if (change) notes.push(change.kind);
    // Those that stood too close before are no news.
    if (clashes.has(entry.key) && !clashedBefore.has(entry.key)) notes.push('collides');
    if (dueAt < now) notes.push('past');
    return { key: entry.key, before: entry.schedule, after, notes };
  });
}
