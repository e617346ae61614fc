import type { PlanStepAnswer } from '#shared/contract/plan-step.ts';
import type { Post } from '#shared/domain/post.ts';
import type { PlanChange } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { numbered, recordPlanChanges } from './change-plan.ts';

/** Puts new posts into the plan as one step: undoing it puts them into the trash. */
export function recordNewPosts(
  context: RecordContext,
  posts: readonly Post[],
  verb: { en: string; zh: string },
): PlanStepAnswer {
  const { repositories } = context.holder.current();
  return repositories.transaction(() => {
    const now = context.clock.now().toISOString();
    // They begin in the trash, so that their making is a change like any other.
    repositories.posts.insertMany(posts.map((post) => ({ ...post, trashedAt: now })));
    const changes = posts.map(
      (post): PlanChange => ({ field: 'trashed', postId: post.id, before: true, after: false }),
    );
    const label = numbered(posts.length, { en: `${verb.en} post`, zh: `${verb.zh}帖子` }, (count) => ({
      en: `${verb.en} ${count} posts`,
      zh: `${verb.zh} ${count} 篇帖子`,
    }));
    return recordPlanChanges(context, changes, label);
  });
}
