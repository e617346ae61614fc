import { findClashes } from '../domain/calendar-clashes.ts';
import {
  addMinutes,
  clockChangeAt,
  createZoneClock,
  shiftDays,
  type ZoneClock,
} from '../domain/calendar-zone.ts';
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
  /** ISO 8601 in UTC. */
  dueAt: string;
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

interface Moment {
  dueAt: string;
  change: 'gap' | 'overlap' | null;
}

/** Reads many wall times: on a day without a clock change all have the offset of its noon, which is asked once. */
function createReader(): (schedule: Schedule) => Moment {
  const clocks = new Map<string, ZoneClock>();
  const offsets = new Map<string, number | null>();
  const offsetOn = (day: string, zone: string): number | null => {
    const key = `${day} ${zone}`;
    let known = offsets.get(key);
    if (known === undefined) {
      const clock = clocks.get(zone) ?? createZoneClock(zone);
      clocks.set(zone, clock);
      const noon = `${day}T12:00`;
      known =
        clock.changeOn(day) === null
          ? Date.parse(`${noon}Z`) - Date.parse(dueInstant({ local: noon, zone }))
          : null;
      offsets.set(key, known);
    }
    return known;
  };
  return (schedule) => {
    const offset = offsetOn(schedule.local.slice(0, 10), schedule.zone);
    if (offset === null) {
      return { dueAt: dueInstant(schedule), change: clockChangeAt(schedule)?.kind ?? null };
    }
    return { dueAt: new Date(Date.parse(`${schedule.local}Z`) - offset).toISOString(), change: null };
  };
}

/**
 * What a shift makes of entries, in their order, beside others that stay.
 * @param now ISO 8601; what falls before it is noted
 */
export function shiftEntries(
  entries: readonly ShiftEntry[],
  staying: readonly Omit<ShiftEntry, 'schedule'>[],
  shift: Shift,
  now: string,
): ShiftedEntry[] {
  const read = createReader();
  const moved = entries.map((entry) => {
    const after = shifted(entry.schedule, shift);
    return { entry, after, ...read(after) };
  });
  const others = staying.map((entry) => ({ id: entry.key, dueAt: entry.dueAt, formats: places(entry) }));
  const placed = moved.map(({ entry, dueAt }) => ({ id: entry.key, dueAt, formats: places(entry) }));
  const were = entries.map((entry) => ({
    id: entry.key,
    dueAt: entry.dueAt,
    formats: places(entry),
  }));
  const clashedBefore = findClashes([...were, ...others]);
  const clashes = findClashes([...placed, ...others]);
  return moved.map(({ entry, after, dueAt, change }) => {
    const notes: ShiftNote[] = [];
    if (change) notes.push(change);
    // Those that stood too close before are no news.
    if (clashes.has(entry.key) && !clashedBefore.has(entry.key)) notes.push('collides');
    if (dueAt < now) notes.push('past');
    return { key: entry.key, before: entry.schedule, after, notes };
  });
}
