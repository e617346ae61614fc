import type { Post } from '#shared/domain/post.ts';
import { statusAfterEdit } from '#shared/team/transitions.ts';
import type { Repositories, UsedKind } from '#main/ports/repositories.ts';
import { approvalOf, rulesOf } from './approvals.ts';
import { aboutPost, writeAudit } from './audit-trail.ts';
import type { TeamContext } from './team.ts';

const usedKinds: readonly string[] = ['asset', 'design', 'clip'] satisfies UsedKind[];

/** Approved posts that may look different now. */
function approvedPosts(repositories: Repositories, kind: string, ids: readonly string[]): Post[] {
  const found =
    kind === 'brand'
      ? repositories.posts.list({ status: 'approved', trashed: false, limit: 10_000, offset: 0 }).items
      : ids
          .flatMap((id) => repositories.uses.usersOf(kind as UsedKind, id))
          .filter((user) => user.kind === 'post');
  const posts = repositories.posts.many([...new Set(found.map(({ id }) => id))]);
  return [...posts.values()].filter(({ status }) => status === 'approved');
}

/** Was it agreed to as it looked before, and is that not enough now? */
function mustBeLookedAt(repositories: Repositories, post: Post): boolean {
  const { required, satisfied, given } = approvalOf(repositories, post);
  const changed = !satisfied && given.some((word) => word.decision === 'approved' && !word.current);
  return statusAfterEdit(post.status, changed, required.length > 0) !== post.status;
}

/**
 * Sends approved posts back to review when a design, a clip, a file or the brand that they show changes, where
 * approvals are asked for: as a change of their own words does.
 * @returns the function that ends it
 */
export function watchLooks(context: TeamContext): () => void {
  return context.events.subscribe((name, payload) => {
    if (name !== 'records.changed') return;
    const { kind, ids } = payload as { kind: string; ids: string[] };
    const session = context.holder.peek();
    if (!session || !(kind === 'brand' || usedKinds.includes(kind))) return;
    const { repositories } = session;
    if (rulesOf(repositories).length === 0) return;
    const back = repositories.transaction(() =>
      approvedPosts(repositories, kind, ids).filter((post) => {
        if (!mustBeLookedAt(repositories, post)) return false;
        const updatedAt = context.clock.now().toISOString();
        const next = { ...post, status: 'review' as const, revision: post.revision + 1, updatedAt };
        return repositories.posts.replace(next, post.revision);
      }),
    );
    if (back.length === 0) return;
    const detail = { from: 'approved', to: 'review' };
    writeAudit(
      context,
      back.map((post) => aboutPost(post, 'post-status', detail)),
    );
    context.events.emit('records.changed', { kind: 'post', ids: back.map(({ id }) => id) });
  });
}
