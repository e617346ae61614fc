import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import type { Post } from '../domain/post.ts';
import type { planBodies } from '../kit/plan-bodies.ts';
import { roles } from './roles.ts';
import type { Role } from './roles.ts';
import { sameShown } from './shown-state.ts';

/** Somebody's word on a post as it stood then. */
export const approvalSchema = z.object({
  id: idSchema,
  postId: idSchema,
  /** null: somebody outside the team, by a review package. */
  memberId: idSchema.nullable(),
  author: z.string().max(200),
  role: z.enum(roles),
  decision: z.enum(['approved', 'changes']),
  note: z.string().max(5000),
  at: z.string(),
  /** `shownState` of what was looked at. */
  shown: z.string(),
  origin: z.enum(['studio', 'review']),
});
export type Approval = z.infer<typeof approvalSchema>;

export type ApprovalRule = z.infer<(typeof planBodies)['approval-rule']>;

export interface Need {
  role: Role;
  count: number;
}

/** Does the rule ask for approvals of this post? Empty lists mean all. */
export function ruleApplies(
  rule: Pick<ApprovalRule, 'accountIds' | 'campaigns'>,
  post: Pick<Post, 'campaign' | 'targets'>,
): boolean {
  const byAccount =
    rule.accountIds.length === 0 ||
    post.targets.some(({ accountId }) => accountId !== null && rule.accountIds.includes(accountId));
  return byAccount && (rule.campaigns.length === 0 || rule.campaigns.includes(post.campaign));
}

/** What all rules together ask for: of each role the most that any of them wants. */
export function neededApprovals(
  rules: readonly ApprovalRule[],
  post: Pick<Post, 'campaign' | 'targets'>,
): { needs: Need[]; leadHours: number } {
  const applying = rules.filter((rule) => ruleApplies(rule, post));
  const most = new Map<Role, number>();
  for (const { role, count } of applying.flatMap((rule) => rule.needs)) {
    most.set(role, Math.max(count, most.get(role) ?? 0));
  }
  return {
    needs: roles.flatMap((role) => {
      const count = most.get(role);
      return count === undefined ? [] : [{ role, count }];
    }),
    leadHours: Math.max(0, ...applying.map((rule) => rule.leadHours)),
  };
}

/** One person's word counts once: the member, else the name and role that came with the answer. */
function personOf({ memberId, role, author }: Approval): string {
  return memberId ?? `${role} ${author}`;
}

/** Each person's last word, the newest first, and whether the post has changed since it was given. */
export function lastWords(
  approvals: readonly Approval[],
  shown: string,
): (Approval & { current: boolean })[] {
  const newest = [...approvals].sort((a, b) =>
    a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1,
  );
  const seen = new Set<string>();
  return newest.flatMap((approval) => {
    const person = personOf(approval);
    if (seen.has(person)) return [];
    seen.add(person);
    return [{ ...approval, current: sameShown(approval.shown, shown) }];
  });
}

/** How many approvals of each role are still missing; none missing and no current wish for changes: satisfied. */
export function weighApprovals(
  needs: readonly Need[],
  words: readonly Pick<Approval & { current: boolean }, 'role' | 'decision' | 'current'>[],
): { missing: Need[]; changesWanted: boolean; satisfied: boolean } {
  const current = words.filter((word) => word.current);
  const missing = needs.flatMap(({ role, count }) => {
    const given = current.filter((word) => word.role === role && word.decision === 'approved').length;
    return given >= count ? [] : [{ role, count: count - given }];
  });
  const changesWanted = current.some((word) => word.decision === 'changes');
  return {
    missing,
    changesWanted,
    satisfied: missing.length === 0 && !(changesWanted && needs.length > 0),
  };
}
