import type { Post } from '#shared/domain/post.ts';
import type { AuditEntry } from '#shared/team/audit.ts';
import type { PlanChange, PlanStep, Repositories } from '#main/ports/repositories.ts';
import { currentTeam, type TeamContext } from './team.ts';
import { toldValues, valuesTogether } from './told-values.ts';

/** What happened, before it is known who did it and when. */
export type Happening = Pick<AuditEntry, 'action' | 'subjectKind' | 'subjectId' | 'detail'>;

/** Further edits of the same thing by the same person within this (ms) are one entry. */
const sittingLength = 10 * 60 * 1000;

const titleOfPost = (post: Post): string => post.title || post.body.replace(/\s+/g, ' ').trim().slice(0, 60);

function aboutTitled(
  { id, title }: { id: string; title: string },
  action: Happening['action'],
  detail: Happening['detail'] = {},
): Happening {
  return { action, subjectKind: 'post', subjectId: id, detail: { title, ...detail } };
}

/** An entry about a post. */
export function aboutPost(
  post: Post,
  action: Happening['action'],
  detail: Happening['detail'] = {},
): Happening {
  return aboutTitled({ id: post.id, title: titleOfPost(post) }, action, detail);
}

function fieldsChanged(
  post: { id: string; title: string },
  change: Extract<PlanChange, { field: 'fields' }>,
): Happening[] {
  const { before, after } = change;
  const others = Object.keys(after).filter((key) => key !== 'status');
  return [
    ...(after.status === undefined
      ? []
      : [aboutTitled(post, 'post-status', { from: before.status ?? '', to: after.status })]),
    ...(others.length === 0
      ? []
      : [aboutTitled(post, 'post-fields', { fields: others, values: toldValues(before, after, others) })]),
  ];
}

function keptChanged(repositories: Repositories, change: Extract<PlanChange, { field: 'kit' }>): Happening {
  const item = repositories.kit.get(change.kitId);
  const member = item?.kind === 'member';
  const detail = {
    title: change.after?.name ?? change.before?.name ?? '',
    kind: item?.kind ?? '',
    ...(change.before && change.after && change.before.name !== change.after.name
      ? { from: change.before.name, to: change.after.name }
      : {}),
  };
  const action = change.after
    ? member
      ? 'member-saved'
      : 'kept-saved'
    : member
      ? 'member-removed'
      : 'kept-trashed';
  return { action, subjectKind: member ? 'member' : 'kit', subjectId: change.kitId, detail };
}

/** What a step of the plan did, in entries: one for each thing and what became of it. */
export function happeningsOf(repositories: Repositories, changes: readonly PlanChange[]): Happening[] {
  const heads = repositories.posts.heads(
    changes.flatMap((change) => (change.field === 'kit' ? [] : [change.postId])),
  );
  return changes.flatMap((change): Happening[] => {
    if (change.field === 'kit') return [keptChanged(repositories, change)];
    const head = heads.get(change.postId);
    if (!head) return [];
    const post = { id: change.postId, ...head };
    if (change.field === 'fields') return fieldsChanged(post, change);
    if (change.field === 'schedule') {
      const { before, after } = change;
      return after
        ? [aboutTitled(post, 'post-scheduled', { from: before?.local ?? '', to: after.local })]
        : [aboutTitled(post, 'post-unscheduled', { from: before?.local ?? '' })];
    }
    if (change.field === 'published') {
      const targets = repositories.posts.get(change.postId)?.targets ?? [];
      const format = targets.find(({ id }) => id === change.targetId)?.format ?? '';
      const done = change.after.status === 'published';
      return [aboutTitled(post, done ? 'post-published' : 'post-unpublished', { to: format })];
    }
    // A post is made as it is, or in the trash and taken out of it in one step: two revisions.
    const made = !change.after && post.revision <= 2;
    return [aboutTitled(post, change.after ? 'post-trashed' : made ? 'post-made' : 'post-restored')];
  });
}

/** Taking a step back or doing it again, on each post that it is about. */
export function turnedBack(repositories: Repositories, step: PlanStep, back: boolean): Happening[] {
  const ids = new Set(step.changes.flatMap((change) => (change.field === 'kit' ? [] : [change.postId])));
  const action = back ? 'plan-undone' : 'plan-redone';
  const detail = { label: step.label };
  const posts = [...repositories.posts.heads([...ids])];
  return posts.length > 0
    ? posts.map(([id, { title }]) => aboutTitled({ id, title }, action, detail))
    : [{ action, subjectKind: 'workspace', subjectId: '', detail }];
}

/** Writes down who did it and when; edits in one sitting become one entry. */
export function writeAudit(context: TeamContext, happenings: readonly Happening[]): void {
  if (happenings.length === 0) return;
  const { repositories } = context.holder.current();
  const now = context.clock.now();
  const at = now.toISOString();
  const { member } = currentTeam(context);
  const who = { memberId: member?.id ?? null, memberName: member?.name ?? '' };
  const [first] = happenings;
  if (happenings.length === 1 && first?.action === 'post-edited') {
    const subject = { kind: first.subjectKind, id: first.subjectId };
    const [last] = repositories.audit.list({ subject, limit: 1 });
    const goesOn =
      last?.action === 'post-edited' &&
      last.memberId === who.memberId &&
      now.getTime() - Date.parse(last.at) < sittingLength;
    if (goesOn) {
      const fields = [...new Set([...(last.detail.fields ?? []), ...(first.detail.fields ?? [])])];
      const values = valuesTogether(last.detail.values ?? [], first.detail.values ?? []);
      repositories.audit.renew(last.number, at, { ...first.detail, fields, values });
      return;
    }
  }
  repositories.audit.add(happenings.map((happening) => ({ at, ...who, ...happening })));
}
