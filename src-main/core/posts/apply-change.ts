import type { PostChange } from '#shared/contract/posts.ts';
import { newId } from '#shared/domain/id.ts';
import type { Post, Target } from '#shared/domain/post.ts';
import { publishedTarget } from './post-errors.ts';

/** Order of keys does not matter to what is stored, only values do. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The new list of targets. Times and states of targets that stay are kept.
 * Throws `conflict` when a published target would be changed or removed.
 */
function changeTargets(present: readonly Target[], wanted: NonNullable<PostChange['targets']>): Target[] {
  const byId = new Map(present.map((target) => [target.id, target]));
  const next = wanted.map((change): Target => {
    const old = change.id === undefined ? undefined : byId.get(change.id);
    if (!old) {
      return {
        // Windows name new targets themselves, so that they can speak of them before the save.
        id: change.id ?? newId(),
        format: change.format,
        accountId: change.accountId ?? null,
        overrides: change.overrides,
        schedule: null,
        status: 'planned',
        publishedAt: null,
        publishedUrl: null,
      };
    }
    const accountId = change.accountId === undefined ? old.accountId : change.accountId;
    const touched =
      old.format !== change.format || old.accountId !== accountId || !same(old.overrides, change.overrides);
    if (touched && old.status === 'published') throw publishedTarget();
    return { ...old, format: change.format, accountId, overrides: change.overrides };
  });
  const kept = new Set(next.map((target) => target.id));
  if (present.some((target) => target.status === 'published' && !kept.has(target.id))) {
    throw publishedTarget();
  }
  return next;
}

/** Marking a post as published publishes its targets; taking the mark away reopens them. */
function followStatus(post: Post, before: Post['status'], now: string): Target[] {
  if (post.status === before) return post.targets;
  if (post.status === 'published') {
    return post.targets.map((target) =>
      target.status === 'published' ? target : { ...target, status: 'published', publishedAt: now },
    );
  }
  if (before !== 'published') return post.targets;
  return post.targets.map((target) => ({ ...target, status: 'planned', publishedAt: null }));
}

/** `post` with the fields of `change`; absent ones stay. Neither revision nor times of saving are touched. */
export function applyChange(post: Post, change: PostChange, now: string): Post {
  const { targets, ...fields } = change;
  const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  // New words without an editor state make the old state stale: the editor starts from the words again.
  const stale = change.body !== undefined && change.body !== post.body && change.document === undefined;
  const next: Post = { ...post, ...present, ...(stale ? { document: null } : {}) };
  const reopened = post.status === 'published' && next.status !== 'published';
  const base = reopened ? followStatus(next, post.status, now) : post.targets;
  const changed = targets ? changeTargets(base, targets) : base;
  return {
    ...next,
    targets: reopened ? changed : followStatus({ ...next, targets: changed }, post.status, now),
  };
}
