import type { CallName, CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { Post } from '#shared/domain/post.ts';
import { type Ability, abilitiesOf, abilityFor, rolesWith } from '#shared/team/permissions.ts';
import type { PlanStep, Repositories } from '#main/ports/repositories.ts';
import { aboutPost, type Happening, happeningsOf, turnedBack, writeAudit } from './audit-trail.ts';
import { guardStatus, refuseFor } from './guard-post.ts';
import { currentTeam, type TeamContext } from './team.ts';
import { toldValues } from './told-values.ts';

/** Kinds of kept things that only who leads the team may change. */
const ofTheTeam: readonly string[] = ['member', 'approval-rule'];

/** Ids and kinds in the input of the calls that write kept things. */
interface KeptInput {
  kind?: string;
  ids?: string[];
}

function abilityOf(repositories: Repositories, name: CallName, input: unknown): Ability | null {
  if (name === 'kit.save' || name === 'plan.saveKit' || name === 'kit.trash' || name === 'plan.trashKit') {
    const { kind, ids = [] } = input as KeptInput;
    const kinds = [kind ?? '', ...ids.map((id) => repositories.kit.get(id)?.kind ?? '')];
    if (kinds.some((each) => ofTheTeam.includes(each))) return 'team';
  }
  return abilityFor(name);
}

/** What an undo or redo would bring back must be allowed as if it were done by hand. */
function guardTurn(context: TeamContext, step: PlanStep | null, back: boolean): void {
  const { repositories } = context.holder.current();
  for (const change of step?.changes ?? []) {
    if (change.field === 'kit') {
      const kind = repositories.kit.get(change.kitId)?.kind ?? '';
      if (ofTheTeam.includes(kind)) refuseUnless(context, 'team');
    }
    if (change.field === 'schedule') refuseUnless(context, 'schedule');
    if (change.field === 'published') refuseUnless(context, 'publish');
    if (change.field !== 'fields') continue;
    const to = back ? change.before.status : change.after.status;
    const post = to === undefined ? null : repositories.posts.get(change.postId);
    if (post && to !== undefined) guardStatus(context, post, to);
  }
}

/** @throws GalleyError `conflict` where whoever works here may not */
function refuseUnless(context: TeamContext, ability: Ability): void {
  const { member, members, locked } = currentTeam(context);
  const active = members.filter((each) => each.active);
  if (active.length === 0) return;
  // A team without a lead is open to all, so that it can get one.
  if (ability === 'team' && !active.some(({ role }) => role === 'lead')) return;
  if (locked || (member !== null && !abilitiesOf(member.role).includes(ability))) {
    throw refuseFor(context, rolesWith(ability));
  }
}

/** Fields of a post that a save changed, by name. */
function changedFields(before: Post, after: Post): string[] {
  const skipped = new Set(['revision', 'updatedAt', 'status', 'document']);
  return (Object.keys(after) as (keyof Post)[]).filter(
    (key) => !skipped.has(key) && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
}

function savedPost(before: Post | null, after: Post): Happening[] {
  if (before === null) return [aboutPost(after, 'post-made')];
  const fields = changedFields(before, after);
  return [
    ...(fields.length === 0
      ? []
      : [aboutPost(after, 'post-edited', { fields, values: toldValues(before, after, fields) })]),
    ...(before.status === after.status
      ? []
      : [aboutPost(after, 'post-status', { from: before.status, to: after.status })]),
  ];
}

/** What happened by a command that is no step of the plan's undo. */
function happeningsByName(
  repositories: Repositories,
  { name, input, output }: { name: CallName; input: unknown; output: unknown },
  before: { post: Post | null; about: Happening | null },
): Happening[] {
  switch (name) {
    case 'posts.create':
    case 'posts.duplicate':
      return savedPost(null, output as Post);
    case 'posts.save':
    case 'posts.restoreRevision':
      return savedPost(before.post, output as Post);
    case 'kit.save': {
      const { id, kind, name: title } = output as CallOutput<'kit.save'>;
      return [{ action: 'kept-saved', subjectKind: 'kit', subjectId: id, detail: { title, kind } }];
    }
    case 'team.switch': {
      const { memberId } = input as ParsedInput<'team.switch'>;
      if (memberId === null) return [];
      return [{ action: 'member-took-over', subjectKind: 'member', subjectId: memberId, detail: {} }];
    }
    case 'comments.save': {
      const { subject, text } = output as CallOutput<'comments.save'>;
      const detail = { title: text.slice(0, 80) };
      return [{ action: 'commented', subjectKind: subject.kind, subjectId: subject.id, detail }];
    }
    case 'comments.restore': {
      const { subject, text } = output as CallOutput<'comments.restore'>;
      const detail = { title: text.slice(0, 80) };
      return [{ action: 'comment-restored', subjectKind: subject.kind, subjectId: subject.id, detail }];
    }
    case 'tasks.save': {
      const { id, subject, title } = output as CallOutput<'tasks.save'>;
      const about = subject ?? { kind: 'task', id };
      return [{ action: 'task-saved', subjectKind: about.kind, subjectId: about.id, detail: { title } }];
    }
    case 'approvals.give': {
      const { postId, decision } = input as ParsedInput<'approvals.give'>;
      const post = repositories.posts.get(postId);
      return post ? [aboutPost(post, decision === 'approved' ? 'approved' : 'changes-wanted')] : [];
    }
    default:
      return before.about ? [before.about] : [];
  }
}

/** What a command that takes something away or ticks it off is about, read while it is still there. */
function readAbout(repositories: Repositories, name: CallName, input: unknown): Happening | null {
  const {
    id = '',
    resolved = true,
    done = true,
  } = input as { id?: string; resolved?: boolean; done?: boolean };
  if ((name === 'comments.resolve' && resolved) || name === 'comments.remove') {
    const comment = repositories.comments.get(id);
    if (!comment) return null;
    const action = name === 'comments.remove' ? 'comment-removed' : 'comment-resolved';
    const { kind, id: subjectId } = comment.subject;
    return { action, subjectKind: kind, subjectId, detail: { title: comment.text.slice(0, 80) } };
  }
  if ((name === 'tasks.done' && done) || name === 'tasks.remove') {
    const task = repositories.tasks.get(id);
    if (!task) return null;
    const action = name === 'tasks.remove' ? 'task-removed' : 'task-done';
    const about = task.subject ?? { kind: 'task', id };
    return { action, subjectKind: about.kind, subjectId: about.id, detail: { title: task.title } };
  }
  return null;
}

/**
 * Stands before every command: refuses what whoever works here may not do, and answers with what is to be called
 * with the command's result, to write down who did what. Steps of the plan are read from the plan's own history, so
 * that every command that makes one is covered by itself.
 * @throws GalleyError `conflict` with a sentence that says who may
 */
export function watchCommand(
  context: TeamContext,
  name: CallName,
  input: unknown,
): (output: unknown) => void {
  const session = context.holder.peek();
  if (!session) return () => {};
  const { repositories } = session;
  const ability = abilityOf(repositories, name, input);
  if (ability !== null) refuseUnless(context, ability);
  const back = name === 'plan.undo';
  const turned =
    name === 'plan.undo'
      ? repositories.history.nextUndo()
      : name === 'plan.redo'
        ? repositories.history.nextRedo()
        : null;
  guardTurn(context, turned, back);
  if (name === 'posts.markPublished') {
    const { id, published } = input as ParsedInput<'posts.markPublished'>;
    const post = repositories.posts.get(id);
    if (post && published) guardStatus(context, post, 'published');
  }
  const { id = '' } = (input ?? {}) as { id?: string };
  const post = name === 'posts.save' || name === 'posts.restoreRevision' ? repositories.posts.get(id) : null;
  const about = readAbout(repositories, name, input);
  const newest = repositories.history.newest();
  return (output) => {
    // It may have closed the workspace or opened another.
    if (context.holder.peek() !== session) return;
    if (turned) return writeAudit(context, turnedBack(repositories, turned, back));
    const step = repositories.history.newest() === newest ? null : repositories.history.nextUndo();
    const named =
      step && name.startsWith('posts.')
        ? []
        : happeningsByName(repositories, { name, input, output }, { post, about });
    writeAudit(context, [...named, ...(step ? happeningsOf(repositories, step.changes) : [])]);
  };
}
