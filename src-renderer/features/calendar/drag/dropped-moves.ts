import { daysBetween } from '#shared/domain/calendar-days.ts';
import { addMinutes, scheduleAt, shiftDays } from '#shared/domain/calendar-zone.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import type { Placed } from '../session/arrange.ts';
import type { Move } from '../session/use-plan-changes.ts';
import type { DropPlace } from './drag.ts';

/** Time of day of a post that is dropped on a day without hours. */
const usualMinute = 9 * 60;
/** Unscheduled posts that are dropped together follow each other, in minutes. */
const stagger = 60;
const lastMinute = 1439;

/**
 * The times of the carried posts after a drop. The grabbed post goes where it was dropped, the others keep their
 * distance to it; on a day without hours every post keeps its time of day; posts without a time start at 09:00 or at
 * the hour of the drop.
 */
export function droppedMoves(
  carried: readonly PlanEntry[],
  grabbed: PlanEntry,
  place: DropPlace,
  placed: ReadonlyMap<string, Placed>,
  zone: string,
): Move[] {
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
      return { post, schedule: { local: addMinutes(`${place.day}T00:00`, minute), zone } };
    }
    const schedule =
      place.kind === 'day'
        ? shiftDays(post.schedule, days)
        : scheduleAt(addMinutes(here.wall, minutes), zone, post.schedule.zone);
    return { post, schedule };
  });
}
