import { contentOf } from '#shared/domain/content-of.ts';
import type { Post, Target } from '#shared/domain/post.ts';
import type { Block } from '#shared/rich/blocks.ts';
import { blocksOf } from '#shared/rich/read.ts';

/** The title and blocks of the words that a target shows; of the post's own where there is no target. */
export function targetArticle(post: Post, target: Target | null): { title: string; blocks: Block[] } {
  const own = target?.overrides;
  const { title, body } = contentOf(post, target);
  const document = own?.body === undefined ? post.document : (own.document ?? null);
  return { title, blocks: blocksOf(document, body) };
}
