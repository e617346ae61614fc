import { readFile } from 'node:fs/promises';
import type { PostContent } from '#shared/domain/content.ts';
import type { Post, Target } from '#shared/domain/post.ts';
import { blocksOf } from '#shared/rich/read.ts';
import {
  articlePage,
  finishArticle,
  picturesOf,
  themeOfTarget,
  withPictures,
} from '#shared/wechat/article.ts';
import type { Session } from '#main/ports/workspace.ts';
import { brandLook } from '../brand/brand-look.ts';
import type { Pictures } from '../pictures.ts';
import { targetArticle } from './target-article.ts';

/** Types that can stand in an article as they are; all others are shown by their converted pictures. */
const plainTypes = new Set(['image/jpeg', 'image/png', 'image/gif']);

/** The pictures of a library as `data:` addresses; those that are gone or cannot be read are left out. */
async function inlinePictures(
  pictures: Pictures,
  session: Session,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const id of ids) {
    const asset = session.repositories.assets.get(id);
    if (!asset || asset.kind !== 'image') continue;
    const plain = plainTypes.has(asset.type);
    const file = plain ? session.assetPath(asset) : await pictures.view(session, asset).catch(() => null);
    const bytes = file === null ? null : await readFile(file).catch(() => null);
    if (bytes) found.set(id, `data:${plain ? asset.type : 'image/png'};base64,${bytes.toString('base64')}`);
  }
  return found;
}

/**
 * The article of a target as one HTML file that needs nothing else: its theme on every element, its pictures inside.
 * Opened in a browser, all of it can be copied into WeChat's editor.
 */
export async function articleHtml(
  parts: { session: Session; pictures: Pictures },
  post: Post,
  target: Target,
): Promise<string> {
  const { session, pictures } = parts;
  const { title, blocks } = targetArticle(post, target);
  const theme = themeOfTarget(target.overrides.articleTheme);
  const { html } = finishArticle(blocks, theme, brandLook(session).tokens);
  const inline = await inlinePictures(pictures, session, picturesOf(html));
  return articlePage(
    title,
    withPictures(html, (id) => inline.get(id) ?? null),
  );
}

/** The same for words outside of a workspace: in the usual theme, without a brand and a library. */
export function wordsArticle({ title, body }: Pick<PostContent, 'title' | 'body'>): string {
  const { html } = finishArticle(blocksOf(null, body), themeOfTarget(null), {});
  return articlePage(
    title,
    withPictures(html, () => null),
  );
}

/** Only articles of WeChat have a theme so far. */
export function hasArticleHtml(format: string): boolean {
  return format === 'wechat-article/article';
}
