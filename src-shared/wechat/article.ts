import type { Block } from '#shared/rich/blocks.ts';
import { utf8Length } from '#shared/domain/file-name.ts';
import { type Loss, simulate } from './clean/clean.ts';
import { withBrand } from './colours.ts';
import { renderArticle } from './render/article.ts';
import { type ArticleTheme, articleThemeSchema } from './theme.ts';
import { usualTheme } from './themes/shipped.ts';

/** An article as it is after the platform has taken it in. */
export interface FinishedArticle {
  /** Pictures of the library are named `asset:<id>`. */
  html: string;
  lost: Loss[];
  /** UTF-16 units and UTF-8 bytes of the HTML as the platform counts it, its pictures by short addresses. */
  characters: number;
  bytes: number;
}

/** The theme that a target keeps; the usual one where it keeps none or one that cannot be read. */
export function themeOfTarget(kept: unknown): ArticleTheme {
  const parsed = articleThemeSchema.safeParse(kept);
  return parsed.success ? parsed.data : usualTheme;
}

/** What a text becomes in a theme, and what of it the platform would take out. */
export function finishArticle(
  blocks: readonly Block[],
  theme: ArticleTheme,
  tokens: Readonly<Record<string, string>>,
): FinishedArticle {
  const { html, lost } = simulate(renderArticle(blocks, withBrand(theme, tokens)));
  return { html, lost, characters: html.length, bytes: utf8Length(html) };
}

/** The HTML with its library pictures at other addresses; pictures without one are left out. */
export function withPictures(html: string, address: (assetId: string) => string | null): string {
  return html.replaceAll(
    /<img src="asset:([0-9a-zA-Z-]{1,64})"([^>]*)>/g,
    (_whole, id: string, rest: string) => {
      const found = address(id);
      return found === null
        ? ''
        : `<img src="${found.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"${rest}>`;
    },
  );
}

/** Ids of the library pictures of an article, each once, in order. */
export function picturesOf(html: string): string[] {
  return [...new Set([...html.matchAll(/<img src="asset:([0-9a-zA-Z-]{1,64})"/g)].map(([, id = '']) => id))];
}

/** The HTML with a line in the place of each library picture that says its number. */
export function withNumberedPictures(html: string): string {
  let number = 0;
  return html.replaceAll(/<img src="asset:[^"]*"[^>]*>/g, () => {
    number += 1;
    return `【图片 ${number}】`;
  });
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** An article as a file of its own; in a browser all of it can be copied into WeChat's editor. */
export function articlePage(title: string, html: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
</head>
<body style="margin:0 auto;padding:16px;max-width:578px">
${html}
</body>
</html>
`;
}
