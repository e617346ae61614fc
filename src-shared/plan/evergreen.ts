import { addDays, type Day } from '../domain/calendar-days.ts';

/** A good post and how it was told so far. */
export interface Evergreen {
  postId: string;
  /** Its own words and its variants; at least 1. */
  versions: number;
  /** The last day on which it was or will be told; null when never. */
  last: Day | null;
  /** Version that was told then; 0 are its own words. */
  lastVariant: number;
}

export interface Telling {
  postId: string;
  variant: number;
}

/** The first day on which it may be told again; null: any. */
export function restedOn({ last }: Evergreen, coolDownDays: number): Day | null {
  return last === null ? null : addDays(last, coolDownDays);
}

/** The version whose turn it is. */
export function nextVariant({ versions, last, lastVariant }: Evergreen): number {
  return last === null ? 0 : (lastVariant + 1) % Math.max(1, versions);
}

/** The one that rested longest and may be told on `day`, those never told first, in their order; null when none may. */
export function longestRested(posts: readonly Evergreen[], coolDownDays: number, day: Day): Telling | null {
  let best: Evergreen | null = null;
  for (const post of posts) {
    const from = restedOn(post, coolDownDays);
    if (from !== null && from > day) continue;
    if (best === null || (best.last !== null && (post.last === null || post.last < best.last))) best = post;
  }
  return best && { postId: best.postId, variant: nextVariant(best) };
}

/** How it stands after a telling on `day`. */
export function afterTelling(posts: readonly Evergreen[], telling: Telling, day: Day): Evergreen[] {
  return posts.map((post) =>
    post.postId === telling.postId ? { ...post, last: day, lastVariant: telling.variant } : post,
  );
}
