import { GalleyError, type Bilingual } from '#shared/contract/failure.ts';
import type { Post, PostStatus } from '#shared/domain/post.ts';
import { contentHash } from '#shared/team/content-hash.ts';
import { anyOfRoles, roleWords } from '#shared/team/role-words.ts';
import { mayMove, rolesForMove, statusAfterEdit } from '#shared/team/transitions.ts';
import { approvalOf } from './approvals.ts';
import { currentTeam, type TeamContext } from './team.ts';

/** Says that whoever works here may not, and who may. */
export function refuseFor(context: TeamContext, roles: Parameters<typeof anyOfRoles>[0]): GalleyError {
  const { member } = currentTeam(context);
  if (member === null) {
    return new GalleyError('conflict', {
      en: 'Say who you are first: choose your name in the menu at the top right.',
      zh: '请先选择身份：在右上角的菜单中选择你的名字。',
    });
  }
  const may = anyOfRoles(roles);
  const own = roleWords[member.role];
  return new GalleyError('conflict', {
    en: `As ${own.en} you cannot do this; a ${may.en} can. Ask one of them, or switch profile.`,
    zh: `${own.zh}不能进行此操作；${may.zh}可以。请联系他们，或切换成员。`,
  });
}

const colon = (needs: readonly { role: keyof typeof roleWords; count: number }[]): Bilingual => ({
  en: needs.map(({ role, count }) => `${count} × ${roleWords[role].en}`).join(', '),
  zh: needs.map(({ role, count }) => `${roleWords[role].zh} ${count} 位`).join('、'),
});

/**
 * Refuses a status that the member at work may not give, and one that approvals are still missing for. Without a team
 * everything goes.
 * @throws GalleyError `conflict`
 */
export function guardStatus(context: TeamContext, post: Post, to: PostStatus): void {
  const { member, members, locked } = currentTeam(context);
  if (!members.some(({ active }) => active) || post.status === to) return;
  if (locked || !mayMove(member?.role ?? null, post.status, to)) {
    throw refuseFor(context, rolesForMove(post.status, to));
  }
  if (to !== 'approved' && to !== 'published') return;
  // Taking back a record of publishing leads to approved, whatever approvals there are.
  if (post.status === 'published') return;
  const { missing, satisfied } = approvalOf(context.holder.current().repositories, post);
  if (satisfied) return;
  const still = colon(missing);
  throw new GalleyError(
    'conflict',
    missing.length > 0
      ? {
          en: `Approvals are missing: ${still.en}. Ask them to look at the post as it is now.`,
          zh: `还缺少审批：${still.zh}。请他们审阅帖子的当前内容。`,
        }
      : {
          en: 'Somebody wants changes to this post. Make them and ask again.',
          zh: '有人要求修改这篇帖子。请修改后再次提交审批。',
        },
    { missing },
  );
}

/** Looks at a post before it is written; what it answers is written. */
export type SaveGuard = (before: Post, next: Post) => Post;

/**
 * Guards the status; and a post whose content changes after it was approved goes back to review where approvals are
 * asked for.
 */
export function guardSave(context: TeamContext, before: Post, next: Post): Post {
  if (next.status !== before.status) {
    guardStatus(context, { ...next, status: before.status }, next.status);
    return next;
  }
  if (next.status !== 'approved') return next;
  const changed = contentHash(before) !== contentHash(next);
  if (!changed) return next;
  const { required } = approvalOf(context.holder.current().repositories, next);
  return { ...next, status: statusAfterEdit(next.status, changed, required.length > 0) };
}
