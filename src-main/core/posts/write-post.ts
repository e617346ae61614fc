import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { blankPost } from '#shared/domain/blank-post.ts';
import { newId } from '#shared/domain/id.ts';
import type { Attachment, Overrides, Post } from '#shared/domain/post.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { SaveGuard } from '../team/guard-post.ts';
import { recordNewPosts } from '../plan/record-new-posts.ts';
import { applyChange } from './apply-change.ts';
import { postConflict, requirePost } from './post-errors.ts';
import { keepRevisionWhenDue } from './revisions.ts';

function checkAttachments(repositories: Repositories, post: Post): void {
  const attachments: Attachment[] = [
    ...post.attachments,
    ...post.targets.flatMap((target) => target.overrides.attachments ?? []),
  ];
  const lost = attachments.find((attachment) => !repositories.uses.exists(attachment.kind, attachment.refId));
  if (!lost) return;
  throw new GalleyError(
    'invalid-input',
    {
      en: 'A picture, design or clip of this post is not in the workspace. Remove it and choose one from the library.',
      zh: '帖子使用的某个图片、设计或剪辑不在工作区中。请移除后从素材库重新选择。',
    },
    { attachmentId: lost.id, kind: lost.kind, refId: lost.refId },
  );
}

/** Makes a post, with all that is known of it, in one step. */
export function createPost(
  context: RecordContext,
  { change, schedule, undoable }: ParsedInput<'posts.create'>,
  guard: SaveGuard = (_before, next) => next,
): CallOutput<'posts.create'> {
  const { holder, events, clock } = context;
  const { repositories } = holder.current();
  const now = clock.now().toISOString();
  const blank = blankPost(newId(), now);
  const post = { ...guard(blank, applyChange(blank, change, now)), schedule };
  checkAttachments(repositories, post);
  if (undoable) {
    recordNewPosts(context, [post], { en: 'Make', zh: '新建' });
    return requirePost(repositories, post.id);
  }
  repositories.posts.insert(post);
  events.emit('records.changed', { kind: 'post', ids: [post.id] });
  return post;
}

/** Autosave. Throws `conflict` (detail `{current}`) when `revision` is not the stored one. */
export function savePost(
  { holder, events, clock }: RecordContext,
  { id, revision, change }: ParsedInput<'posts.save'>,
  guard: SaveGuard,
): CallOutput<'posts.save'> {
  const { repositories } = holder.current();
  const now = clock.now().toISOString();
  const saved = repositories.transaction(() => {
    const current = requirePost(repositories, id);
    if (current.revision !== revision) throw postConflict(current);
    keepRevisionWhenDue(repositories, current, clock.now());
    const next = {
      ...guard(current, applyChange(current, change, now)),
      revision: revision + 1,
      updatedAt: now,
    };
    checkAttachments(repositories, next);
    if (!repositories.posts.replace(next, revision)) throw postConflict(requirePost(repositories, id));
    return next;
  });
  events.emit('records.changed', { kind: 'post', ids: [id] });
  return saved;
}

/** A target's own order, changes and list of attachments, spoken of by their new ids. */
function copiedOverrides(overrides: Overrides, newIds: ReadonlyMap<string, string>): Overrides {
  const { attachments, attachmentChanges, attachmentOrder } = overrides;
  return {
    ...overrides,
    ...(attachments && { attachments: attachments.map((each) => ({ ...each, id: newId() })) }),
    ...(attachmentChanges && {
      attachmentChanges: Object.fromEntries(
        Object.entries(attachmentChanges).map(([id, change]) => [newIds.get(id) ?? id, change]),
      ),
    }),
    ...(attachmentOrder && { attachmentOrder: attachmentOrder.map((id) => newIds.get(id) ?? id) }),
  };
}

/** A copy to work on: unscheduled, unpublished, of no series, everything with ids of its own. */
export function copyOf(original: Post, now: string): Post {
  const newIds = new Map(original.attachments.map(({ id }) => [id, newId()]));
  return {
    ...original,
    id: newId(),
    revision: 1,
    status: original.status === 'idea' ? 'idea' : 'draft',
    attachments: original.attachments.map((each) => ({ ...each, id: newIds.get(each.id) ?? newId() })),
    targets: original.targets.map((target) => ({
      ...target,
      id: newId(),
      overrides: copiedOverrides(target.overrides, newIds),
      schedule: null,
      status: 'planned',
      publishedAt: null,
      publishedUrl: null,
    })),
    schedule: null,
    series: null,
    origin: '',
    createdAt: now,
    updatedAt: now,
    trashedAt: null,
  };
}

export function duplicatePost(
  { holder, events, clock }: RecordContext,
  { id }: ParsedInput<'posts.duplicate'>,
): CallOutput<'posts.duplicate'> {
  const { repositories } = holder.current();
  const copy = copyOf(requirePost(repositories, id), clock.now().toISOString());
  repositories.posts.insert(copy);
  events.emit('records.changed', { kind: 'post', ids: [copy.id] });
  return copy;
}
