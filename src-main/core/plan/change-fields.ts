import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { Post } from '#shared/domain/post.ts';
import type { PlanChange, PlanFields } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { requirePost } from '../posts/post-errors.ts';
import { numbered, recordPlanChanges } from './change-plan.ts';

type Change = ParsedInput<'plan.change'>['change'];

/** Refuses a change of status that somebody may not make; throws a `GalleyError` that says why. */
export type StatusGuard = (post: Post, to: Post['status']) => void;

function refusePublishing(post: Post, status: Post['status']): void {
  if (status === post.status || (status !== 'published' && post.status !== 'published')) return;
  throw new GalleyError('conflict', {
    en: 'Publishing is recorded in the hand-off window, with its time and link. Open the post and mark it there.',
    zh: '发布须在交付窗口中连同时间和链接一起记录。请打开帖子，在那里标记。',
  });
}

function labelsOf(post: Post, { addLabels = [], removeLabels = [] }: Change): string[] {
  const removed = new Set(removeLabels);
  return [...new Set([...post.labels, ...addLabels])].filter((label) => !removed.has(label));
}

/** What `change` makes of the fields of a post, and what they were; null where it changes nothing. */
function fieldsOf(post: Post, change: Change): { before: PlanFields; after: PlanFields } | null {
  const wanted: PlanFields = {};
  if (change.status !== undefined) wanted.status = change.status;
  if (change.campaign !== undefined) wanted.campaign = change.campaign;
  if (change.pillar !== undefined) wanted.pillar = change.pillar;
  if (change.owner !== undefined) wanted.owner = change.owner;
  if (change.addLabels || change.removeLabels) wanted.labels = labelsOf(post, change);
  const changed = (Object.keys(wanted) as (keyof PlanFields)[]).filter(
    (key) => JSON.stringify(post[key]) !== JSON.stringify(wanted[key]),
  );
  if (changed.length === 0) return null;
  const pick = (from: PlanFields): PlanFields => Object.fromEntries(changed.map((key) => [key, from[key]]));
  return { before: pick(post), after: pick(wanted) };
}

/** Changes status, campaign, pillar, owner or labels of posts, all or none, as one step of undo. */
export function changePosts(
  context: RecordContext,
  { ids, change }: ParsedInput<'plan.change'>,
  guard: StatusGuard,
): CallOutput<'plan.change'> {
  const { repositories } = context.holder.current();
  const changes = [...new Set(ids)].flatMap((postId): PlanChange[] => {
    const post = requirePost(repositories, postId);
    if (change.status !== undefined && change.status !== post.status) {
      refusePublishing(post, change.status);
      guard(post, change.status);
    }
    const fields = fieldsOf(post, change);
    return fields ? [{ field: 'fields', postId, ...fields }] : [];
  });
  const label = numbered(changes.length, { en: 'Change post', zh: '修改帖子' }, (count) => ({
    en: `Change ${count} posts`,
    zh: `修改 ${count} 篇帖子`,
  }));
  return recordPlanChanges(context, changes, label);
}
