import { createPost, duplicatePost, savePost } from '#main/core/posts/write-post.ts';
import { markPublished } from '#main/core/posts/mark-published.ts';
import { getRevision, listRevisions, nameRevision, restoreRevision } from '#main/core/posts/revisions.ts';
import { requirePost } from '#main/core/posts/post-errors.ts';
import { schedulePosts, setTrashed } from '#main/core/plan/change-plan.ts';
import type { SaveGuard } from '#main/core/team/guard-post.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';

/**
 * Posts as records; their pre-flight (`posts.check`) needs the rule pack and lives with it.
 * @param guard looks at every post before it is written
 */
export function createPostHandlers(
  context: RecordContext,
  guard: SaveGuard = (_before, next) => next,
): Omit<AreaHandlers<'posts'>, 'posts.check'> {
  const { holder } = context;
  return {
    'posts.list': (input) => holder.current().repositories.posts.list(input),
    'posts.get': ({ id }) => requirePost(holder.current().repositories, id),
    'posts.create': (input) => createPost(context, input, guard),
    'posts.save': (input) => savePost(context, input, guard),
    'posts.duplicate': (input) => duplicatePost(context, input),
    'posts.trash': ({ ids }) => setTrashed(context, ids, true),
    'posts.restore': ({ ids }) => setTrashed(context, ids, false),
    'posts.markPublished': (input) => markPublished(context, input),
    'posts.revisions': (input) => listRevisions(context, input),
    'posts.revision': (input) => getRevision(context, input),
    'posts.keepRevision': (input) => nameRevision(context, input),
    'posts.restoreRevision': (input) => restoreRevision(context, input, guard),
    'posts.schedule': (input) => schedulePosts(context, input),
    'posts.countByAccount': () => holder.current().repositories.posts.countByAccount(),
  };
}
