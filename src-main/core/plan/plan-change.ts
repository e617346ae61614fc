import type { Post, Target } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { PlanChange } from '#main/ports/repositories.ts';
import { publishedTarget } from '../posts/post-errors.ts';

export type Direction = 'undo' | 'redo';

function sameTime(a: Schedule | null, b: Schedule | null): boolean {
  return a?.local === b?.local && a?.zone === b?.zone;
}

/** Would moving this time move a published target? */
function movesPublished(post: Post, target: Target | null): boolean {
  if (target) return target.status === 'published';
  return post.targets.some((candidate) => candidate.status === 'published' && candidate.schedule === null);
}

/**
 * `post` with one change done (`redo`) or taken back (`undo`); the same object when there is nothing to do,
 * because the field holds a newer value or its target is gone. Throws `conflict` for a published target.
 */
export function turn(post: Post, change: PlanChange, direction: Direction, now: string): Post {
  const [from, to] = direction === 'redo' ? (['before', 'after'] as const) : (['after', 'before'] as const);
  if (change.field === 'trashed') {
    if ((post.trashedAt !== null) !== change[from]) return post;
    return { ...post, trashedAt: change[to] ? now : null };
  }
  const target =
    change.targetId === null ? null : post.targets.find((candidate) => candidate.id === change.targetId);
  if (target === undefined) return post;
  if (!sameTime((target ?? post).schedule, change[from])) return post;
  if (movesPublished(post, target)) throw publishedTarget();
  const schedule = change[to];
  if (target === null) return { ...post, schedule };
  return {
    ...post,
    targets: post.targets.map((candidate) => (candidate === target ? { ...candidate, schedule } : candidate)),
  };
}
