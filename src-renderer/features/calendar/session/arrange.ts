import { findClashes } from '#shared/domain/calendar-clashes.ts';
import type { Day } from '#shared/domain/calendar-days.ts';
import type { ZoneClock } from '#shared/domain/calendar-zone.ts';
import type { PostSummary } from '#shared/domain/post.ts';

/** A post where the calendar shows it: wall time in the calendar's zone. */
export interface Placed {
  post: PostSummary;
  /** `YYYY-MM-DDTHH:mm` in the calendar's zone. */
  wall: string;
  day: Day;
  /** Minutes since midnight. */
  minute: number;
  /** The post keeps its time in another zone than the calendar's. */
  foreign: boolean;
  /** Platforms on which another post stands too close, ids joined by a comma; empty when none. */
  clash: string;
}

export interface Arrangement {
  byDay: ReadonlyMap<Day, readonly Placed[]>;
  byId: ReadonlyMap<string, Placed>;
}

export const emptyArrangement: Arrangement = { byDay: new Map(), byId: new Map() };

function sameList(one: readonly Placed[], other: readonly Placed[]): boolean {
  return one.length === other.length && one.every((placed, index) => placed === other[index]);
}

/**
 * Puts every post into the one day it falls on. Posts and days that are as they were in `before` keep their identity,
 * so that only cells that changed draw again.
 */
export function arrange(posts: readonly PostSummary[], clock: ZoneClock, before: Arrangement): Arrangement {
  const clashes = findClashes(posts);
  const byDay = new Map<Day, Placed[]>();
  const byId = new Map<string, Placed>();
  for (const post of posts) {
    if (post.dueAt === null || post.schedule === null) continue;
    const clash = clashes.get(post.id)?.join() ?? '';
    const known = before.byId.get(post.id);
    const wall = clock.wall(post.dueAt);
    const foreign = post.schedule.zone !== clock.zone;
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
    byId.set(post.id, placed);
    const list = byDay.get(placed.day);
    if (list) list.push(placed);
    else byDay.set(placed.day, [placed]);
  }
  for (const [day, list] of byDay) {
    list.sort((one, other) => one.minute - other.minute || (one.post.id < other.post.id ? -1 : 1));
    const known = before.byDay.get(day);
    if (known && sameList(known, list)) byDay.set(day, known as Placed[]);
  }
  return { byDay, byId };
}

/** Arranges again and again, each time with what was before. */
export function createArranger(): (posts: readonly PostSummary[], clock: ZoneClock) => Arrangement {
  let before = emptyArrangement;
  return (posts, clock) => {
    before = arrange(posts, clock, before);
    return before;
  };
}

/** The new list with old objects wherever nothing a card shows has changed. */
export function keepSame(before: readonly PostSummary[], next: readonly PostSummary[]): PostSummary[] {
  const known = new Map(before.map((post) => [post.id, post]));
  return next.map((post) => {
    const old = known.get(post.id);
    const same =
      old !== undefined &&
      old.revision === post.revision &&
      old.dueAt === post.dueAt &&
      old.thumbnail === post.thumbnail &&
      old.schedule?.zone === post.schedule?.zone;
    return same ? old : post;
  });
}
