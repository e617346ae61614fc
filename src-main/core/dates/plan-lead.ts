import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { blankPost } from '#shared/domain/blank-post.ts';
import { dueInstant } from '#shared/domain/due.ts';
import { newId } from '#shared/domain/id.ts';
import type { Post } from '#shared/domain/post.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { recordNewPosts } from '../plan/record-new-posts.ts';
import { requirePost } from '../posts/post-errors.ts';

/** Makes an idea for every step that has none yet; undoing it puts them into the trash. */
export function planLead(
  context: RecordContext,
  { occasion, steps, time, zone, campaign }: ParsedInput<'dates.planLead'>,
): CallOutput<'dates.planLead'> {
  const { repositories } = context.holder.current();
  const now = context.clock.now().toISOString();
  const made = steps.flatMap(({ day, title, brief }): Post[] => {
    const origin = `date:${occasion}:${day}`;
    if (repositories.posts.idsWith({ field: 'origin', value: origin }).length > 0) return [];
    const schedule = { local: `${day}T${time}`, zone };
    dueInstant(schedule);
    return [{ ...blankPost(newId(), now), title, brief, campaign, schedule, origin }];
  });
  if (made.length === 0) return { posts: [], step: { undoable: false, label: null } };
  const step = recordNewPosts(context, made, { en: 'Plan', zh: '计划' });
  return { posts: made.map(({ id }) => requirePost(repositories, id)), step };
}
