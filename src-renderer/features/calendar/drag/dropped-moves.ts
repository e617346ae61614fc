import { addDays, type Day, daysBetween } from '#shared/domain/calendar-days.ts';
import { addMinutes, scheduleAt, shiftDays, type ZoneClock } from '#shared/domain/calendar-zone.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { Placed } from '../session/arrange.ts';
import type { Move } from '../session/use-plan-changes.ts';
import type { DropPlace } from './drag.ts';

/** Time of day of a post that is dropped on a day without hours. */
const usualMinute = 9 * 60;
/** Unscheduled posts that are dropped together follow each other, in minutes. */
const stagger = 60;
const lastMinute = 1439;

/** A clock change between two zones may show the time on a neighbouring day: then it is one day off in its own zone. */
function onDay(schedule: Schedule, day: Day, clock: ZoneClock): Schedule {
  const off = daysBetween(clock.wall(dueInstant(schedule)).slice(0, 10), day);
  return off === 0 ? schedule : shiftDays(schedule, off);
}

/**
 * The times of the carried entries after a drop. The grabbed one goes where it was dropped, the others keep their
 * distance to it; on a day without hours every one keeps its time of day in its own zone, or one as close as shows it
 * on the day of the drop; those without a time start at 09:00 or at the hour of the drop, in the workspace's zone.
 */
export function droppedMoves(
  carried: readonly PlanEntry[],
  grabbed: PlanEntry,
  place: DropPlace,
  placed: ReadonlyMap<string, Placed>,
  clock: ZoneClock,
  homeZone = clock.zone,
): Move[] {
  const { zone } = clock;
  if (place.kind === 'tray') return carried.map((post) => ({ post, schedule: null }));
  const anchor = placed.get(grabbed.key) ?? carried.map((post) => placed.get(post.key)).find(Boolean);
  const wall = anchor?.wall ?? `${place.day}T00:00`;
  const days = daysBetween(wall.slice(0, 10), place.day);
  const minutes =
    place.kind === 'time'
      ? (Date.parse(`${place.day}T00:00Z`) - Date.parse(`${wall}:00Z`)) / 60_000 + place.minute
      : 0;
  let fresh = 0;
  return carried.map((post) => {
    const here = placed.get(post.key);
    if (!here || !post.schedule) {
      const first = place.kind === 'time' ? place.minute : usualMinute;
      const minute = Math.min(lastMinute, first + stagger * fresh);
      fresh += 1;
      return { post, schedule: scheduleAt(addMinutes(`${place.day}T00:00`, minute), zone, homeZone) };
    }
    const schedule =
      place.kind === 'day'
        ? onDay(shiftDays(post.schedule, days), addDays(here.day, days), clock)
        : scheduleAt(addMinutes(here.wall, minutes), zone, post.schedule.zone);
    return { post, schedule };
  });
}
