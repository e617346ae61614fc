import type { Attachment, Overrides, Post, Target } from '#shared/domain/post.ts';

/** What a target can have of its own; `body` stands for the text and its editor state together. */
export const fields = ['title', 'body', 'hashtags', 'link', 'firstComment', 'attachments'] as const;
export type Field = (typeof fields)[number];
export type Part = keyof Overrides;
export type Parts = Partial<
  Pick<Post, 'title' | 'body' | 'document' | 'hashtags' | 'link' | 'firstComment' | 'attachments'>
>;

/** Everything that the words and pictures of a post consist of. */
export function fieldsOf(post: Post): unknown {
  return [
    post.title,
    post.body,
    post.document,
    post.hashtags,
    post.link,
    post.firstComment,
    post.attachments,
    post.targets.map((target) => [target.format, target.overrides]),
  ];
}

export function targetOf(post: Post, format: string | null): Target | null {
  return post.targets.find((target) => target.format === format) ?? null;
}

/** True where the target has its own value of the field. */
export function isOwn(target: Target | null, field: Field): boolean {
  return target !== null && target.overrides[field] !== undefined;
}

export function ownFields(target: Target): Field[] {
  return fields.filter((field) => isOwn(target, field));
}

/** The editor state that a target shows; null where only Markdown is known. */
export function documentOf(post: Post, target: Target | null): unknown {
  return target?.overrides.body !== undefined ? (target.overrides.document ?? null) : post.document;
}

/** Keeps the order of `items` but with the item of that id at another place. */
export function moved(items: readonly Attachment[], id: string, to: number): Attachment[] {
  const item = items.find((each) => each.id === id);
  if (!item) return [...items];
  const rest = items.filter((each) => each !== item);
  return rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, item);
}
