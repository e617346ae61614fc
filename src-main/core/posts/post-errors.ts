import { GalleyError } from '#shared/contract/failure.ts';
import type { Post } from '#shared/domain/post.ts';
import type { Repositories } from '#main/ports/repositories.ts';

/** The stored post, or `not-found`. */
export function requirePost(repositories: Repositories, id: string): Post {
  const post = repositories.posts.get(id);
  if (post) return post;
  throw new GalleyError('not-found', {
    en: 'This post is no longer in the workspace. Go back to the list and choose another.',
    zh: '工作区中已没有这篇帖子。请返回列表另选一篇。',
  });
}

/** Somebody saved in between; `current` lets the window offer a choice. */
export function postConflict(current: Post): GalleyError {
  return new GalleyError(
    'conflict',
    {
      en: 'This post was changed elsewhere in the meantime. Reload it, or keep your version as a copy.',
      zh: '这篇帖子已在别处被修改。请重新载入，或把你的版本另存为副本。',
    },
    { current },
  );
}

export function publishedTarget(): GalleyError {
  return new GalleyError('conflict', {
    en: 'A published target stays as it was published. Set the post back to draft to reopen it, or duplicate the post.',
    zh: '已发布的平台版本不能再改。请先把帖子改回草稿以重新编辑，或复制一份。',
  });
}
