import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { requirePost } from '../posts/post-errors.ts';
import { copyOf } from '../posts/write-post.ts';
import { recordNewPosts } from './record-new-posts.ts';

/** Copies posts to other times; the copies are drafts without a record of publishing. */
export function copyPosts(
  context: RecordContext,
  { copies }: ParsedInput<'plan.copy'>,
): CallOutput<'plan.copy'> {
  const { repositories } = context.holder.current();
  const now = context.clock.now().toISOString();
  const made = copies.map(({ id, schedule }) => {
    if (schedule) dueInstant(schedule);
    return { ...copyOf(requirePost(repositories, id), now), schedule };
  });
  const step = recordNewPosts(context, made, { en: 'Copy', zh: '复制' });
  return { posts: made.map((post) => requirePost(repositories, post.id)), step };
}
