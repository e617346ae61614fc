import { contentOf } from '../domain/content-of.ts';
import type { Overrides, Post, Target } from '../domain/post.ts';
import type { AdaptWords } from './actions.ts';

/** The words of a target as adapt actions take them. */
export function wordsOf(post: Post, target: Target): AdaptWords {
  return { ...contentOf(post, target), thread: target.overrides.thread ?? null };
}

/** Overrides of the target with which it shows `words`; what did not change goes on inheriting. */
export function overridesWith(post: Post, target: Target, words: AdaptWords): Overrides {
  const before = wordsOf(post, target);
  const own: Overrides = { ...target.overrides };
  if (words.title !== before.title) own.title = words.title;
  if (words.body !== before.body) {
    own.body = words.body;
    // The editor reads the Markdown again.
    own.document = null;
  }
  if (words.hashtags.join('\n') !== before.hashtags.join('\n')) own.hashtags = words.hashtags;
  if (words.link !== before.link) own.link = words.link;
  if (words.firstComment !== before.firstComment) own.firstComment = words.firstComment;
  if (JSON.stringify(words.thread) !== JSON.stringify(before.thread)) {
    if (words.thread) own.thread = words.thread;
    else delete own.thread;
  }
  return own;
}
