import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { PlanChange, PublishedState } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { recordPlanChanges } from '../plan/change-plan.ts';
import { requirePost } from './post-errors.ts';

/**
 * Notes that a person published a target, or takes the note back; undoable like every change of the plan. A post
 * whose targets are all published counts as published, one that gets a target back as approved.
 */
export function markPublished(
  context: RecordContext,
  { id, targetId, published }: ParsedInput<'posts.markPublished'>,
): CallOutput<'posts.markPublished'> {
  const post = requirePost(context.holder.current().repositories, id);
  const target = post.targets.find((each) => each.id === targetId);
  if (!target) {
    throw new GalleyError('not-found', {
      en: 'This platform version is no longer part of the post. Reload the post.',
      zh: '帖子中已没有这个平台版本。请重新载入帖子。',
    });
  }
  const others = post.targets.filter((each) => each.id !== targetId);
  const all = published !== null && others.every((each) => each.status === 'published');
  const before: PublishedState = {
    status: target.status,
    at: target.publishedAt,
    url: target.publishedUrl,
    post: post.status,
  };
  const after: PublishedState = published
    ? {
        status: 'published',
        at: new Date(published.at).toISOString(),
        url: published.url === '' ? null : published.url,
        post: all ? 'published' : post.status,
      }
    : {
        status: 'planned',
        at: null,
        url: null,
        post: post.status === 'published' ? 'approved' : post.status,
      };
  const change: PlanChange = { field: 'published', postId: id, targetId, before, after };
  return recordPlanChanges(
    context,
    [change],
    published
      ? { en: 'Record as published', zh: '记录为已发布' }
      : { en: 'Take back the record of publishing', zh: '撤回发布记录' },
  );
}
