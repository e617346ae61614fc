import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { dueInstant } from '#shared/domain/due.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { Post } from '#shared/domain/post.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { requirePost } from '../posts/post-errors.ts';
import { copyOf } from '../posts/write-post.ts';
import { recordNewPosts } from './record-new-posts.ts';
import { inRow } from './row-change.ts';

/** The post with that target only; all of it for null. */
function onlyTarget(post: Post, targetId: string | null = null): Post {
  if (targetId === null) return post;
  const targets = post.targets.filter(({ id }) => id === targetId);
  if (targets.length > 0) return { ...post, targets };
  throw new GalleyError('not-found', {
    en: 'This platform version is no longer part of the post. Reload the post.',
    zh: '帖子中已没有这个平台版本。请重新载入帖子。',
  });
}

/**
 * Copies entries to other times: a post, or the one target that has its own time as a post of its own. The copies are
 * drafts without a record of publishing.
 */
export function copyPosts(
  context: RecordContext,
  { copies, to }: ParsedInput<'plan.copy'>,
): CallOutput<'plan.copy'> {
  const { repositories } = context.holder.current();
  const now = context.clock.now().toISOString();
  const made = copies.map((copy) => {
    if (copy.schedule) dueInstant(copy.schedule);
    const meant = onlyTarget(requirePost(repositories, copy.id), copy.targetId);
    return { ...copyOf(to ? inRow(repositories, meant, copy, to) : meant, now), schedule: copy.schedule };
  });
  const step = recordNewPosts(context, made, { en: 'Copy', zh: '复制' });
  return { posts: made.map((post) => requirePost(repositories, post.id)), step };
}
