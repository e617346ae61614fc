import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { Post } from '#shared/domain/post.ts';
import type { PlanChange } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { publishedTarget, requirePost } from '../posts/post-errors.ts';
import { numbered, recordPlanChanges } from './change-plan.ts';
import { type PostPlanChange, turn } from './plan-change.ts';
import { inRow, type Row } from './row-change.ts';

/** What of a post is another in the row; none where it stands there. */
function rowChange(before: Post, after: Post, { by }: Row): PostPlanChange[] {
  if (before === after) return [];
  const field = by === 'account' ? 'targets' : by;
  const published = before.targets.some(
    (target, index) => target.status === 'published' && target !== after.targets[index],
  );
  if (published) throw publishedTarget();
  return [
    {
      field: 'fields',
      postId: before.id,
      before: { [field]: before[field] },
      after: { [field]: after[field] },
    },
  ];
}

/** Puts entries at times and into a row of the timeline, all or none, as one step of undo. */
export function placePosts(
  context: RecordContext,
  { moves, to }: ParsedInput<'plan.place'>,
): CallOutput<'plan.place'> {
  const { repositories } = context.holder.current();
  const now = context.clock.now().toISOString();
  const posts = new Map<string, Post>();
  const changes: PlanChange[] = [];
  for (const move of moves) {
    const { targetId = null } = move;
    if (move.schedule) dueInstant(move.schedule);
    let post = posts.get(move.id) ?? requirePost(repositories, move.id);
    const target = post.targets.find(({ id }) => id === targetId) ?? post;
    const time: PostPlanChange = {
      field: 'schedule',
      postId: move.id,
      targetId,
      before: target.schedule,
      after: move.schedule,
    };
    const { before, after } = time;
    const moved = before?.local !== after?.local || before?.zone !== after?.zone;
    // The row first: undone in turn, the targets are then as this left them.
    for (const change of [
      ...rowChange(post, inRow(repositories, post, move, to), to),
      ...(moved ? [time] : []),
    ]) {
      post = turn(post, change, 'redo', now);
      changes.push(change);
    }
    posts.set(move.id, post);
  }
  return recordPlanChanges(
    context,
    changes,
    numbered(posts.size, { en: 'Move post', zh: '移动帖子' }, (count) => ({
      en: `Move ${count} posts`,
      zh: `移动 ${count} 篇帖子`,
    })),
  );
}
