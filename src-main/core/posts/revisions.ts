import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { Revision, RevisionContent } from '#shared/contract/posts.ts';
import { newId } from '#shared/domain/id.ts';
import type { Post } from '#shared/domain/post.ts';
import type { Repositories, StoredRevision } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { SaveGuard } from '../team/guard-post.ts';
import { versionsToRemove } from '../designs/thin-versions.ts';
import { applyChange } from './apply-change.ts';
import { requirePost } from './post-errors.ts';

/** Letters of the text that a list of states shows. */
const excerptLength = 160;

/** Milliseconds between states that are kept by themselves. */
const keepEvery = 10 * 60 * 1000;

function contentOfPost(post: Post): RevisionContent {
  const { title, body, document, hashtags, link, firstComment, attachments } = post;
  return {
    title,
    body,
    document,
    hashtags,
    link,
    firstComment,
    attachments,
    targets: post.targets.map(({ format, accountId, overrides }) => ({ format, accountId, overrides })),
  };
}

function shown({ id, name, createdAt, title, excerpt, length }: Omit<StoredRevision, 'content'>): Revision {
  return { id, name, createdAt, title, excerpt, length };
}

/** Keeps the state of a post and thins out the older ones; part of the caller's transaction. */
function keep(repositories: Repositories, post: Post, name: string, now: Date): StoredRevision {
  const revision: StoredRevision = {
    id: newId(),
    postId: post.id,
    name,
    createdAt: now.toISOString(),
    title: post.title,
    excerpt: post.body.replace(/\s+/g, ' ').trim().slice(0, excerptLength),
    length: post.body.length,
    content: contentOfPost(post),
  };
  repositories.postRevisions.insert(revision);
  repositories.postRevisions.remove(versionsToRemove(repositories.postRevisions.list(post.id), now));
  return revision;
}

/** Before a save: keeps the state that is about to be replaced when the last kept one is ten minutes old. */
export function keepRevisionWhenDue(repositories: Repositories, current: Post, now: Date): void {
  const [last] = repositories.postRevisions.list(current.id);
  if (last && now.getTime() - Date.parse(last.createdAt) < keepEvery) return;
  if (current.title === '' && current.body === '' && current.targets.length === 0) return;
  keep(repositories, current, '', now);
}

export function listRevisions(
  { holder }: RecordContext,
  { id }: ParsedInput<'posts.revisions'>,
): CallOutput<'posts.revisions'> {
  const { repositories } = holder.current();
  requirePost(repositories, id);
  return repositories.postRevisions.list(id).map(shown);
}

function requireRevision(repositories: Repositories, postId: string, id: string): StoredRevision {
  const revision = repositories.postRevisions.get(id);
  if (revision?.postId === postId) return revision;
  throw new GalleyError('not-found', {
    en: 'This version is no longer kept. Choose another one from the list.',
    zh: '此版本已不再保留。请从列表中另选一个。',
  });
}

export function getRevision(
  { holder }: RecordContext,
  { id, revision }: ParsedInput<'posts.revision'>,
): CallOutput<'posts.revision'> {
  return requireRevision(holder.current().repositories, id, revision).content;
}

/** Keeps the present state under a name. */
export function nameRevision(
  { holder, events, clock }: RecordContext,
  { id, name }: ParsedInput<'posts.keepRevision'>,
): CallOutput<'posts.keepRevision'> {
  const { repositories } = holder.current();
  const kept = repositories.transaction(() =>
    keep(repositories, requirePost(repositories, id), name, clock.now()),
  );
  events.emit('records.changed', { kind: 'post', ids: [id] });
  return shown(kept);
}

/**
 * Makes a kept state the present one; the state before is kept first. A platform version that is still there keeps
 * its time and state, a published one its words too.
 */
export function restoreRevision(
  { holder, events, clock }: RecordContext,
  { id, revision: revisionId }: ParsedInput<'posts.restoreRevision'>,
  guard: SaveGuard,
): Post {
  const { repositories } = holder.current();
  const now = clock.now();
  const restored = repositories.transaction(() => {
    const current = requirePost(repositories, id);
    const { content } = requireRevision(repositories, id, revisionId);
    keep(repositories, current, '', now);
    const same = (one: RevisionContent['targets'][number]) =>
      current.targets.find((each) => each.format === one.format && each.accountId === one.accountId);
    const published = current.targets.filter((target) => target.status === 'published');
    const wanted = content.targets.filter((each) => same(each)?.status !== 'published');
    const { targets: _targets, ...words } = content;
    const known = (refId: string, kind: 'asset' | 'design' | 'clip') => repositories.uses.exists(kind, refId);
    const next = applyChange(
      current,
      {
        ...words,
        attachments: words.attachments.filter((each) => known(each.refId, each.kind)),
        targets: [
          ...published.map(({ id: targetId, format, overrides }) => ({ id: targetId, format, overrides })),
          ...wanted.map((each) => ({ ...each, id: same(each)?.id })),
        ],
      },
      now.toISOString(),
    );
    const saved = { ...guard(current, next), revision: current.revision + 1, updatedAt: now.toISOString() };
    repositories.posts.replace(saved, current.revision);
    return saved;
  });
  events.emit('records.changed', { kind: 'post', ids: [id] });
  return restored;
}
