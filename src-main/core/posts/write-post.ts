import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { newId } from '#shared/domain/id.ts';
import type { Attachment, Post } from '#shared/domain/post.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { applyChange } from './apply-change.ts';
import { postConflict, requirePost } from './post-errors.ts';
import { keepRevisionWhenDue } from './revisions.ts';

/** A post with nothing in it, as it is before its first change. */
function blankPost(now: string): Post {
  return {
    id: newId(),
    revision: 1,
    title: '',
    body: '',
    document: null,
    hashtags: [],
    link: '',
    firstComment: '',
    disclosure: { advertising: false, synthetic: false },
    sources: '',
    status: 'idea',
    attachments: [],
    targets: [],
    schedule: null,
    campaign: '',
    pillar: '',
    owner: '',
    notes: '',
    createdAt: now,
    updatedAt: now,
    trashedAt: null,
  };
}

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
  { holder, events, clock }: RecordContext,
  { change, schedule }: ParsedInput<'posts.create'>,
): CallOutput<'posts.create'> {
  const { repositories } = holder.current();
  const now = clock.now().toISOString();
  const post = { ...applyChange(blankPost(now), change, now), schedule };
  repositories.transaction(() => {
    checkAttachments(repositories, post);
    repositories.posts.insert(post);
  });
  events.emit('records.changed', { kind: 'post', ids: [post.id] });
  return post;
}

/** Autosave. Throws `conflict` (detail `{current}`) when `revision` is not the stored one. */
export function savePost(
  { holder, events, clock }: RecordContext,
  { id, revision, change }: ParsedInput<'posts.save'>,
): CallOutput<'posts.save'> {
  const { repositories } = holder.current();
  const now = clock.now().toISOString();
  const saved = repositories.transaction(() => {
    const current = requirePost(repositories, id);
    if (current.revision !== revision) throw postConflict(current);
    keepRevisionWhenDue(repositories, current, clock.now());
    const next = { ...applyChange(current, change, now), revision: revision + 1, updatedAt: now };
    checkAttachments(repositories, next);
    if (!repositories.posts.replace(next, revision)) throw postConflict(requirePost(repositories, id));
    return next;
  });
  events.emit('records.changed', { kind: 'post', ids: [id] });
  return saved;
}

/** A copy to work on: unscheduled, unpublished, everything with ids of its own. */
export function duplicatePost(
  { holder, events, clock }: RecordContext,
  { id }: ParsedInput<'posts.duplicate'>,
): CallOutput<'posts.duplicate'> {
  const { repositories } = holder.current();
  const now = clock.now().toISOString();
  const fresh = (attachments: Attachment[]): Attachment[] =>
    attachments.map((attachment) => ({ ...attachment, id: newId() }));
  const original = requirePost(repositories, id);
  const copy: Post = {
    ...original,
    id: newId(),
    revision: 1,
    status: original.status === 'idea' ? 'idea' : 'draft',
    attachments: fresh(original.attachments),
    targets: original.targets.map((target) => ({
      ...target,
      id: newId(),
      overrides: target.overrides.attachments
        ? { ...target.overrides, attachments: fresh(target.overrides.attachments) }
        : target.overrides,
      schedule: null,
      status: 'planned',
      publishedAt: null,
      publishedUrl: null,
    })),
    schedule: null,
    createdAt: now,
    updatedAt: now,
    trashedAt: null,
  };
  repositories.posts.insert(copy);
  events.emit('records.changed', { kind: 'post', ids: [copy.id] });
  return copy;
}
