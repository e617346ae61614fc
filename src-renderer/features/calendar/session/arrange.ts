import { findClashes } from '#shared/domain/calendar-clashes.ts';
import type { Day } from '#shared/domain/calendar-days.ts';
import type { ZoneClock } from '#shared/domain/calendar-zone.ts';
import type { PlanEntry } from '#shared/domain/post.ts';

/** An entry of the plan where the calendar shows it: wall time in the calendar's zone. */
export interface Placed {
  post: PlanEntry;
  /** `YYYY-MM-DDTHH:mm` in the calendar's zone. */
  wall: string;
  day: Day;
  /** Minutes since midnight. */
  minute: number;
  /** Its time is kept in a zone that is neither the shown one nor the workspace's. */
  foreign: boolean;
  /** Platforms on which another post stands too close, ids joined by a comma; empty when none. */
  clash: string;
}

export interface Arrangement {
  byDay: ReadonlyMap<Day, readonly Placed[]>;
  /** By the entry's `key`. */
  byKey: ReadonlyMap<string, Placed>;
}

export const emptyArrangement: Arrangement = { byDay: new Map(), byKey: new Map() };

function sameList(one: readonly Placed[], other: readonly Placed[]): boolean {
  return one.length === other.length && one.every((placed, index) => placed === other[index]);
}

/**
 * Puts every entry into the one day it falls on. Entries and days that are as they were in `before` keep their identity,
 * so that only cells that changed draw again.
 */
export function arrange(
  posts: readonly PlanEntry[],
  clock: ZoneClock,
  before: Arrangement,
  homeZone = clock.zone,
): Arrangement {
  const clashes = findClashes(posts.map(({ key, dueAt, formats }) => ({ id: key, dueAt, formats })));
  const byDay = new Map<Day, Placed[]>();
  const byKey = new Map<string, Placed>();
  for (const post of posts) {
    if (post.dueAt === null || post.schedule === null) continue;
    const clash = clashes.get(post.key)?.join() ?? '';
    const known = before.byKey.get(post.key);
    const wall = clock.wall(post.dueAt);
    const foreign = post.schedule.zone !== clock.zone && post.schedule.zone !== homeZone;
    const placed: Placed =
      known &&
      known.post === post &&
      known.clash === clash &&
      known.wall === wall &&
      known.foreign === foreign
        ? known
        : {
            post,
            wall,
            day: wall.slice(0, 10),
            minute: Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14)),
            foreign,
            clash,
          };
    byKey.set(post.key, placed);
    const list = byDay.get(placed.day);
    if (list) list.push(placed);
    else byDay.set(placed.day, [placed]);
  }
  for (const [day, list] of byDay) {
    list.sort((one, other) => one.minute - other.minute || (one.post.key < other.post.key ? -1 : 1));
    const known = before.byDay.get(day);
    if (known && sameList(known, list)) byDay.set(day, known as Placed[]);
  }
  return { byDay, byKey };
}

/** Arranges again and again, each time with what was before. */
export function createArranger(): (
  posts: readonly PlanEntry[],
  clock: ZoneClock,
  homeZone: string,
) => Arrangement {
  let before = emptyArrangement;
  return (posts, clock, homeZone) => {
    before = arrange(posts, clock, before, homeZone);
    return before;
  };
}

/** The new list with old objects wherever nothing a card shows has changed. */
export function keepSame(before: readonly PlanEntry[], next: readonly PlanEntry[]): PlanEntry[] {
  const known = new Map(before.map((post) => [post.key, post]));
  return next.map((post) => {
    const old = known.get(post.key);
    const same =
      old !== undefined &&
      old.revision === post.revision &&
      old.dueAt === post.dueAt &&
      old.thumbnail === post.thumbnail &&
      old.status === post.status &&
      old.schedule?.zone === post.schedule?.zone;
    return same ? old : post;
  });
}
