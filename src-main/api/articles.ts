import { paintArticle } from '#main/core/articles/article-images.ts';
import type { OfferedFiles } from '#main/core/media-route.ts';
import type { Pictures } from '#main/core/pictures.ts';
import type { Painter } from '#main/ports/painter.ts';
import type { WorkspaceHolder } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';

/** Articles as pictures. */
export function createArticleHandlers(parts: {
  holder: WorkspaceHolder;
  painter: Painter;
  pictures: Pictures;
  offered: OfferedFiles;
}): AreaHandlers<'articles'> {
  const { holder, ...tools } = parts;
  return {
    'articles.image': {
      lane: 'paint',
      title: ({ postId }) => {
        const name = holder.peek()?.repositories.posts.get(postId)?.title || '';
        return { en: `Long picture: ${name || 'untitled post'}`, zh: `长图：${name || '未命名帖子'}` };
      },
      run: (input, job) => paintArticle({ ...tools, session: holder.current() }, input, job),
    },
  };
}
