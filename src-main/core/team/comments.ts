import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { newId } from '#shared/domain/id.ts';
import type { Comment, Subject } from '#shared/team/comment.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import { currentTeam, type TeamContext } from './team.ts';

/** The comment, or `not-found`. */
function requireComment(repositories: Repositories, id: string): Comment {
  const comment = repositories.comments.get(id);
  if (comment) return comment;
  throw new GalleyError('not-found', {
    en: 'This comment is no longer there. Reload the list.',
    zh: '此评论已不存在。请重新载入列表。',
  });
}

/** Title or name of what is spoken about; '' when it has none or is gone. */
export function titleOf(repositories: Repositories, { kind, id }: Subject): string {
  if (kind === 'post') {
    const post = repositories.posts.get(id);
    return post ? post.title || post.body.replace(/\s+/g, ' ').trim().slice(0, 60) : '';
  }
  return (kind === 'design' ? repositories.designs.get(id)?.name : repositories.clips.get(id)?.name) ?? '';
}

function requireSubject(repositories: Repositories, { kind, id }: Subject): void {
  const there =
    kind === 'post'
      ? repositories.posts.get(id)
      : kind === 'design'
        ? repositories.designs.get(id)
        : repositories.clips.get(id);
  if (there) return;
  throw new GalleyError('not-found', {
    en: 'What this comment is about is no longer in the workspace. Go back to the list.',
    zh: '此评论所指的内容已不在工作区中。请返回列表。',
  });
}

/** One's own words, or any for a lead; everybody's where there is no team. */
function refuseForeign(context: TeamContext, comment: Comment): void {
  const { member } = currentTeam(context);
  if (member === null || member.role === 'lead' || member.id === comment.memberId) return;
  throw new GalleyError('conflict', {
    en: 'A comment is changed by whoever wrote it, or removed by a lead. Answer it instead.',
    zh: '评论只能由本人修改，或由负责人删除。你可以回复这条评论。',
  });
}

export function saveComment(
  context: TeamContext,
  input: ParsedInput<'comments.save'>,
): CallOutput<'comments.save'> {
  const { repositories } = context.holder.current();
  const { member } = currentTeam(context);
  const comment = repositories.transaction((): Comment => {
    if (input.id !== undefined) {
      const before = requireComment(repositories, input.id);
      refuseForeign(context, before);
      const reworded = { ...before, text: input.text, mentions: input.mentions };
      repositories.comments.write(reworded);
      return reworded;
    }
    const parent = input.parentId === null ? null : requireComment(repositories, input.parentId);
    // Answers to answers belong to the thread.
    const thread = parent?.parentId ? requireComment(repositories, parent.parentId) : parent;
    const subject = thread?.subject ?? input.subject;
    requireSubject(repositories, subject);
    const fresh: Comment = {
      id: newId(),
      subject,
      place: thread ? null : input.place,
      parentId: thread?.id ?? null,
      memberId: member?.id ?? null,
      author: member?.name ?? '',
      text: input.text,
      mentions: input.mentions,
      createdAt: context.clock.now().toISOString(),
      resolvedAt: null,
      origin: 'studio',
    };
    repositories.comments.write(fresh);
    // An answer to a closed thread opens it again.
    if (thread?.resolvedAt) repositories.comments.write({ ...thread, resolvedAt: null });
    return fresh;
  });
  context.events.emit('records.changed', { kind: 'comment', ids: [comment.id] });
  return comment;
}

export function resolveComment(
  { holder, events, clock }: TeamContext,
  { id, resolved }: ParsedInput<'comments.resolve'>,
): CallOutput<'comments.resolve'> {
  const { repositories } = holder.current();
  const comment = requireComment(repositories, id);
  const after = { ...comment, resolvedAt: resolved ? clock.now().toISOString() : null };
  repositories.comments.write(after);
  events.emit('records.changed', { kind: 'comment', ids: [id] });
  return after;
}

/** Removed comments, each with its answers, for Undo; by the open workspace they were removed from. */
const removed = new WeakMap<Repositories, Map<string, Comment[]>>();

export function removeComment(
  context: TeamContext,
  { id }: ParsedInput<'comments.remove'>,
): CallOutput<'comments.remove'> {
  const { repositories } = context.holder.current();
  const comment = requireComment(repositories, id);
  refuseForeign(context, comment);
  const answers = repositories.comments.list(comment.subject).filter(({ parentId }) => parentId === id);
  repositories.comments.remove(comment);
  const kept = removed.get(repositories) ?? new Map<string, Comment[]>();
  removed.set(repositories, kept.set(id, [comment, ...answers]));
  context.events.emit('records.changed', { kind: 'comment', ids: [id] });
  return {};
}

/** Puts a removed comment back with its answers. @throws GalleyError `not-found` when there is nothing to put it back to */
export function restoreComment(
  context: TeamContext,
  { id }: ParsedInput<'comments.restore'>,
): CallOutput<'comments.restore'> {
  const { repositories } = context.holder.current();
  const [comment, ...answers] = removed.get(repositories)?.get(id) ?? [];
  if (!comment) {
    throw new GalleyError('not-found', {
      en: 'This comment can no longer be put back. Write it again.',
      zh: '此评论已无法恢复。请重新写一条。',
    });
  }
  refuseForeign(context, comment);
  repositories.transaction(() => {
    requireSubject(repositories, comment.subject);
    // An answer has nowhere to stand without its thread.
    if (comment.parentId !== null) requireComment(repositories, comment.parentId);
    for (const each of [comment, ...answers]) repositories.comments.write(each);
  });
  removed.get(repositories)?.delete(id);
  context.events.emit('records.changed', { kind: 'comment', ids: [id] });
  return comment;
}

/** What waits for whoever works here; without a team what clients wrote. */
export function commentsForMe(
  context: TeamContext,
  { limit }: ParsedInput<'comments.mine'>,
): CallOutput<'comments.mine'> {
  const { repositories } = context.holder.current();
  const { member } = currentTeam(context);
  const found = member
    ? repositories.comments.waitingFor(member.id, limit)
    : repositories.comments.openFromReview(limit);
  return found.map((comment) => ({ ...comment, title: titleOf(repositories, comment.subject) }));
}
