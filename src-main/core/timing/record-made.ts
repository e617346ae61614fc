import type { Bilingual } from '#shared/contract/failure.ts';
import type { PlanStepAnswer } from '#shared/contract/plan-step.ts';
import type { Post } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import type { PlanChange } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { stateOf } from '../plan/kept-change.ts';
import { recordPlanChanges } from '../plan/change-plan.ts';

/** New posts, a new or changed kept thing, and changes of the plan, all as one step of undo. */
export function recordMade(
  context: RecordContext,
  {
    posts = [],
    made = [],
    changes = [],
  }: { posts?: readonly Post[]; made?: readonly KitItem[]; changes?: readonly PlanChange[] },
  label: Bilingual,
): PlanStepAnswer {
  const { repositories } = context.holder.current();
  return repositories.transaction(() => {
    const now = context.clock.now().toISOString();
    // New things begin in the trash, so that their making is a change like any other.
    for (const item of made) repositories.kit.write({ ...item, trashedAt: now });
    repositories.posts.insertMany(posts.map((post) => ({ ...post, trashedAt: now })));
    return recordPlanChanges(
      context,
      [
        ...made.map(
          (item): PlanChange => ({ field: 'kit', kitId: item.id, before: null, after: stateOf(item) }),
        ),
        ...changes,
        ...posts.map(
          (post): PlanChange => ({ field: 'trashed', postId: post.id, before: true, after: false }),
        ),
      ],
      label,
    );
  });
}

/** Another content of a kept thing. */
export function keptChange(item: KitItem, body: KitItem['body']): PlanChange {
  return { field: 'kit', kitId: item.id, before: stateOf(item), after: { name: item.name, body } };
}
