import type { PostContent } from './content.ts';
import type { Attachment, Post, Target } from './post.ts';

/** The words that a target shows: its own where overridden, the post's elsewhere. */
export function contentOf(post: Post, target: Target | null): PostContent {
  const own = target?.overrides ?? {};
  return {
    title: own.title ?? post.title,
    body: own.body ?? post.body,
    hashtags: own.hashtags ?? post.hashtags,
    link: own.link ?? post.link,
    firstComment: own.firstComment ?? post.firstComment,
  };
}

export function attachmentsOf(post: Post, target: Target | null): Attachment[] {
  return target?.overrides.attachments ?? post.attachments;
}
