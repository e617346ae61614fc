import type { Post, Target } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { PlanChange, PlanFields } from '#main/ports/repositories.ts';
import { publishedTarget } from '../posts/post-errors.ts';

/** A change of a post, not of a thing kept for the plan. */
export type PostPlanChange = Exclude<PlanChange, { field: 'kit' }>;

export type Direction = 'undo' | 'redo';

function sameTime(a: Schedule | null, b: Schedule | null): boolean {
  return a?.local === b?.local && a?.zone === b?.zone;
}

/** Would moving this time move a published target? */
function movesPublished(post: Post, target: Target | null): boolean {
  if (target) return target.status === 'published';
  return post.targets.some((candidate) => candidate.status === 'published' && candidate.schedule === null);
}

/** The note of publishing put down or taken back; what became of the target meanwhile stays. */
function turnPublished(
  post: Post,
  change: Extract<PlanChange, { field: 'published' }>,
  direction: Direction,
): Post {
  const [from, to] = direction === 'redo' ? [change.before, change.after] : [change.after, change.before];
  const target = post.targets.find((each) => each.id === change.targetId);
  if (target?.status !== from.status || target.publishedAt !== from.at) return post;
  const turned = { ...target, status: to.status, publishedAt: to.at, publishedUrl: to.url };
  return {
    ...post,
    status: post.status === from.post ? to.post : post.status,
    targets: post.targets.map((each) => (each === target ? turned : each)),
  };
}

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Each field goes its own way: one that was changed again since keeps its newer value. */
function turnFields(post: Post, from: PlanFields, to: PlanFields): Post {
  const turned = Object.keys(to).filter((key) => {
    const field = key as keyof PlanFields;
    return sameValue(post[field], from[field]) && !sameValue(post[field], to[field]);
  });
  if (turned.length === 0) return post;
  return { ...post, ...Object.fromEntries(turned.map((key) => [key, to[key as keyof PlanFields]])) };
}

/**
 * `post` with one change done (`redo`) or taken back (`undo`); the same object when there is nothing to do,
 * because the field holds a newer value or its target is gone. Throws `conflict` for a published target.
 */
export function turn(post: Post, change: PostPlanChange, direction: Direction, now: string): Post {
  const [from, to] = direction === 'redo' ? (['before', 'after'] as const) : (['after', 'before'] as const);
  if (change.field === 'trashed') {
    if ((post.trashedAt !== null) !== change[from]) return post;
    return { ...post, trashedAt: change[to] ? now : null };
  }
  if (change.field === 'published') return turnPublished(post, change, direction);
  if (change.field === 'fields') return turnFields(post, change[from], change[to]);
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
