import type { PostChange } from '#shared/contract/posts.ts';
import type { Post } from '#shared/domain/post.ts';

/** What of a post is worth starting the next one with: words, media, platforms; not times, states or ids. */
export function templateOf(post: Post): PostChange {
  const { title, body, document, hashtags, link, firstComment, attachments } = post;
  const { disclosure, campaign, pillar } = post;
  return {
    ...{ title, body, document, hashtags, link, firstComment, attachments, disclosure, campaign, pillar },
    targets: post.targets.map(({ format, accountId, overrides }) => ({ format, accountId, overrides })),
  };
}
