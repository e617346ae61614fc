import { addDays, type Day } from '#shared/domain/calendar-days.ts';
import { addMinutes, scheduleAt } from '#shared/domain/calendar-zone.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { usualTime } from '../grid/day-cell.tsx';
import type { Move } from './use-plan-changes.ts';

const quarter = 15;
/** Minutes between posts that are put one after the other, and from now to the first. */
const distance = 30;

function minuteOf(wall: string): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14));
}

/**
 * Times for entries that shall come today after all: their own time of day while it is still ahead and free, else the
 * next quarter of an hour that is half an hour from now and from everything else. What does not fit before midnight
 * goes to the next day in the same way.
 */
export function movesToToday(
  entries: readonly PlanEntry[],
  /** Wall time now, in `zone`. */
  now: string,
  /** Wall times that are taken, in `zone`. */
  taken: readonly string[],
  /** Wall time each entry has now, in `zone`; '' for none. */
  wallOf: (entry: PlanEntry) => string,
  zone: string,
  homeZone: string,
): Move[] {
  const busy = taken.map((wall) => Date.parse(`${wall}:00Z`));
  const earliest = Date.parse(`${now}:00Z`) + distance * 60_000;
  const isFree = (at: number): boolean =>
    at >= earliest && busy.every((each) => Math.abs(each - at) >= distance * 60_000);
  const today: Day = now.slice(0, 10);
  return entries
    .toSorted((one, other) => (wallOf(one) < wallOf(other) ? -1 : 1))
    .map((post) => {
      const own = wallOf(post);
      const wished = own === '' ? '' : addMinutes(`${today}T00:00`, minuteOf(own));
      let at = wished === '' ? earliest : Date.parse(`${wished}:00Z`);
      if (!isFree(at)) {
        at = Math.ceil(earliest / (quarter * 60_000)) * quarter * 60_000;
        while (!isFree(at)) at += quarter * 60_000;
      }
      busy.push(at);
      const wall = new Date(at).toISOString().slice(0, 16);
      return { post, schedule: scheduleAt(wall, zone, post.schedule?.zone ?? homeZone) };
    });
}

/** Each entry to a day of its own, the next after today that nothing is planned on, at its time of day. */
export function movesToFreeDays(
  entries: readonly PlanEntry[],
  today: Day,
  busy: ReadonlySet<Day>,
  wallOf: (entry: PlanEntry) => string,
  zone: string,
  homeZone: string,
): Move[] {
  let day = today;
  return entries.map((post) => {
    do day = addDays(day, 1);
    while (busy.has(day));
    const time = wallOf(post).slice(11) || usualTime;
    return { post, schedule: scheduleAt(`${day}T${time}`, zone, post.schedule?.zone ?? homeZone) };
  });
}
