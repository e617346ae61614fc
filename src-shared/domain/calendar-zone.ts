import { Temporal } from 'temporal-polyfill';
import { addDays, type Day } from './calendar-days.ts';
import { dueInstant } from './due.ts';
import type { Schedule } from './schedule.ts';

const minuteLength = 60_000;
const dayLength = 86_400_000;

/** A day on which the clocks of a zone are put forward (`gap`) or back (`overlap`). */
export interface ClockChange {
  kind: 'gap' | 'overlap';
  /** Minute of the day at which the wall time is first skipped or repeated. */
  from: number;
  /** Length of what is skipped or repeated, in minutes. */
  minutes: number;
}

export interface ZoneClock {
  zone: string;
  /** Wall time `YYYY-MM-DDTHH:mm` that the clocks of the zone show at an instant (ISO 8601). */
  wall(instant: string): string;
  /** What happens to the clocks on that day. */
  changeOn(day: Day): ClockChange | null;
}

/** Milliseconds by which the zone is ahead of UTC. */
function offsetAt(milliseconds: number, zone: string): number {
  const there = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);
  return Math.round(there.offsetNanoseconds / 1e6);
}

/** Reads many wall times of one zone: the offset of a UTC day is asked once when the clocks stand still on it. */
export function createZoneClock(zone: string): ZoneClock {
  const steady = new Map<number, number | null>();
  const offset = (milliseconds: number): number => {
    const day = Math.floor(milliseconds / dayLength);
    let known = steady.get(day);
    if (known === undefined) {
      const start = offsetAt(day * dayLength, zone);
      known = start === offsetAt((day + 1) * dayLength, zone) ? start : null;
      steady.set(day, known);
    }
    return known ?? offsetAt(milliseconds, zone);
  };
  return {
    zone,
    wall(instant) {
      const milliseconds = Date.parse(instant);
      return new Date(milliseconds + offset(milliseconds)).toISOString().slice(0, 16);
    },
    changeOn(day) {
      const start = Temporal.PlainDate.from(day).toZonedDateTime(zone);
      const next = start.getTimeZoneTransition('next');
      const end = Temporal.PlainDate.from(addDays(day, 1)).toZonedDateTime(zone);
      if (!next || Temporal.ZonedDateTime.compare(next, end) >= 0) return null;
      const before = offsetAt(next.epochMilliseconds - 1, zone);
      const minutes = Math.round((offsetAt(next.epochMilliseconds, zone) - before) / minuteLength);
      const wallBefore = new Date(next.epochMilliseconds + before).toISOString();
      const at = Number(wallBefore.slice(11, 13)) * 60 + Number(wallBefore.slice(14, 16));
      return minutes > 0
        ? { kind: 'gap', from: at, minutes }
        : { kind: 'overlap', from: at + minutes, minutes: -minutes };
    },
  };
}

/** The same wall time, in its own zone, some days later. */
export function shiftDays(schedule: Schedule, days: number): Schedule {
  return { ...schedule, local: `${addDays(schedule.local.slice(0, 10), days)}${schedule.local.slice(10)}` };
}

/** Wall time `minutes` later by the clock on the wall: no zone, no clock changes. */
export function addMinutes(wall: string, minutes: number): string {
  return new Date(Date.parse(`${wall}:00Z`) + minutes * minuteLength).toISOString().slice(0, 16);
}

/** The schedule kept in `ownZone` that a calendar in `zone` shows at `wall`. */
export function scheduleAt(wall: string, zone: string, ownZone: string): Schedule {
  if (zone === ownZone) return { local: wall, zone };
  return { local: createZoneClock(ownZone).wall(dueInstant({ local: wall, zone })), zone: ownZone };
}

/**
 * What a clock change does to a wall time: `gap` when it is skipped (`shown` is what it becomes), `overlap` when it
 * comes twice (the first is meant); null when it is an ordinary time.
 */
export function clockChangeAt(
  schedule: Schedule,
): { kind: 'gap'; shown: string } | { kind: 'overlap' } | null {
  const wall = Temporal.PlainDateTime.from(schedule.local);
  const earlier = wall.toZonedDateTime(schedule.zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(schedule.zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return null;
  const shown = createZoneClock(schedule.zone).wall(dueInstant(schedule));
  return shown === schedule.local ? { kind: 'overlap' } : { kind: 'gap', shown };
}
