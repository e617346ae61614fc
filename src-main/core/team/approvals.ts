import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { newId } from '#shared/domain/id.ts';
import type { Post, PostStatus } from '#shared/domain/post.ts';
import {
  type Approval,
  type ApprovalRule,
  lastWords,
  neededApprovals,
  weighApprovals,
} from '#shared/team/approvals.ts';
import { sameShown } from '#shared/team/shown-state.ts';
import type { PlanChange, Repositories } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { numbered, recordPlanChanges } from '../plan/change-plan.ts';
import { requirePost } from '../posts/post-errors.ts';
import { shownNow } from './shown-looks.ts';
import { currentTeam, type TeamContext } from './team.ts';

type State = CallOutput<'approvals.state'>[number];

/** What has to be agreed to by whom. */
export function rulesOf(repositories: Repositories): ApprovalRule[] {
  return repositories.kit.list('approval-rule', false).map(({ body }) => body as ApprovalRule);
}

function weigh(
  repositories: Repositories,
  post: Post,
  rules: readonly ApprovalRule[],
  approvals: readonly Approval[],
): State {
  const { needs, leadHours } = neededApprovals(rules, post);
  const given = approvals.length === 0 ? [] : lastWords(approvals, shownNow(repositories, post));
  return { postId: post.id, required: needs, leadHours, given, ...weighApprovals(needs, given) };
}

/** What is asked for, given and missing for a post as it is, stored or not yet. */
export function approvalOf(repositories: Repositories, post: Post): State {
  return weigh(repositories, post, rulesOf(repositories), repositories.approvals.list([post.id]));
}

/** For many posts; ones that are gone are left out. Posts are only read where there is something to weigh. */
export function approvalStates(
  { holder }: RecordContext,
  { postIds }: ParsedInput<'approvals.state'>,
): CallOutput<'approvals.state'> {
  const { repositories } = holder.current();
  const rules = rulesOf(repositories);
  const byPost = Map.groupBy(repositories.approvals.list(postIds), (approval) => approval.postId);
  return postIds.flatMap((postId): State[] => {
    const approvals = byPost.get(postId) ?? [];
    if (rules.length === 0 && approvals.length === 0) {
      const nothing = { required: [], leadHours: 0, given: [], missing: [] };
      return [{ postId, ...nothing, changesWanted: false, satisfied: true }];
    }
    const post = repositories.posts.get(postId);
    return post ? [weigh(repositories, post, rules, approvals)] : [];
  });
}

/** Where the word takes the post: the last yes approves it, a wish for changes sends it back; null: nowhere. */
function statusAfter(post: Post, state: State, decision: Approval['decision']): PostStatus | null {
  if (decision === 'changes') return post.status === 'review' || post.status === 'approved' ? 'draft' : null;
  return post.status === 'review' && state.required.length > 0 && state.satisfied ? 'approved' : null;
}

/** What the step is called that moves this many posts to these statuses. */
function labelOf(reached: readonly PostStatus[]): { en: string; zh: string } {
  const count = reached.length;
  if (reached.every((status) => status === 'approved')) {
    return numbered(count, { en: 'Approve post', zh: '批准帖子' }, (many) => ({
      en: `Approve ${many} posts`,
      zh: `批准 ${many} 篇帖子`,
    }));
  }
  if (reached.every((status) => status === 'draft')) {
    return numbered(count, { en: 'Send post back', zh: '退回帖子' }, (many) => ({
      en: `Send ${many} posts back`,
      zh: `退回 ${many} 篇帖子`,
    }));
  }
  return { en: `Follow the answers on ${count} posts`, zh: `按答复处理 ${count} 篇帖子` };
}

/**
 * Keeps words on posts (of people here, or of a review package that came back; one that is known already is passed
 * over) and takes the posts where they lead, all of them as one step of undo.
 * @returns ids of the posts that got a new word
 */
export function keepApprovals(context: RecordContext, approvals: readonly Approval[]): string[] {
  const { repositories } = context.holder.current();
  const touched = repositories.transaction(() => {
    const reached = new Map<string, { from: PostStatus; to: PostStatus }>();
    const ids = approvals.flatMap((approval) => {
      const kept = requirePost(repositories, approval.postId);
      if (!repositories.approvals.insert(approval)) return [];
      // A word on another state of the post moves nothing.
      if (sameShown(approval.shown, shownNow(repositories, kept))) {
        const post = { ...kept, status: reached.get(kept.id)?.to ?? kept.status };
        const to = statusAfter(post, approvalOf(repositories, post), approval.decision);
        if (to !== null) reached.set(kept.id, { from: kept.status, to });
      }
      return [kept.id];
    });
    const moves = [...reached].filter(([, { from, to }]) => from !== to);
    const changes = moves.map(
      ([postId, { from, to }]): PlanChange => ({
        field: 'fields',
        postId,
        before: { status: from },
        after: { status: to },
      }),
    );
    if (changes.length > 0) recordPlanChanges(context, changes, labelOf(moves.map(([, { to }]) => to)));
    return ids;
  });
  if (touched.length > 0) context.events.emit('records.changed', { kind: 'approval', ids: touched });
  return touched;
}

/** The word of whoever works here; where there is no team it counts as a lead's. */
export function giveApproval(
  context: TeamContext,
  { postId, decision, note }: ParsedInput<'approvals.give'>,
): CallOutput<'approvals.give'> {
  const { repositories } = context.holder.current();
  const post = requirePost(repositories, postId);
  if (post.status === 'published') {
    throw new GalleyError('conflict', {
      en: 'This post is published. There is nothing left to approve.',
      zh: '这篇帖子已发布，无需再审批。',
    });
  }
  const { member } = currentTeam(context);
  const approval: Approval = {
    id: newId(),
    postId,
    memberId: member?.id ?? null,
    author: member?.name ?? '',
    role: member?.role ?? 'lead',
    decision,
    note,
    at: context.clock.now().toISOString(),
    shown: shownNow(repositories, post),
    origin: 'studio',
  };
  keepApprovals(context, [approval]);
  return approvalOf(repositories, requirePost(repositories, postId));
}
