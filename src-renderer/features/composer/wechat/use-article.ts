import { useEffect, useMemo, useState } from 'react';
import { presentTokens, useBrand } from '#renderer/ui/fonts/brand.ts';
import { contentOf } from '#shared/domain/content-of.ts';
import type { Post } from '#shared/domain/post.ts';
import type { Block } from '#shared/rich/blocks.ts';
import { blocksOf } from '#shared/rich/read.ts';
import { type FinishedArticle, finishArticle } from '#shared/wechat/article.ts';
import type { ArticleTheme } from '#shared/wechat/theme.ts';
import { documentOf, targetOf } from '../session/parts.ts';
import type { PostSession } from '../session/post-session.ts';

/** Milliseconds without a key before an article is made again: it is looked at, not typed into. */
const quiet = 350;

/** The post as it stands when nobody has typed for a moment. */
export function useSettledPost(session: PostSession): Post {
  const [post, setPost] = useState(() => session.snapshot().post);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = (): void => setPost(session.snapshot().post);
    const stop = session.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(take, quiet);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [session]);
  return post;
}

/** Title and blocks of what a target shows. */
export function useBlocks(post: Post, key: string): { title: string; blocks: Block[] } {
  const target = targetOf(post, key);
  const { title, body } = contentOf(post, target);
  const document = documentOf(post, target);
  const blocks = useMemo(() => blocksOf(document, body), [document, body]);
  return { title, blocks };
}

/** The brand's colours by token; the same object until the brand changes. */
export function useTokens(): Readonly<Record<string, string>> {
  useBrand();
  return presentTokens();
}

export function useArticle(blocks: readonly Block[], theme: ArticleTheme): FinishedArticle {
  const tokens = useTokens();
  return useMemo(() => finishArticle(blocks, theme, tokens), [blocks, theme, tokens]);
}
