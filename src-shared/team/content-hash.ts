import type { Attachment, Post } from '../domain/post.ts';

/** The same value as text whatever the order of its keys; absent and undefined are one. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join()}}`;
}

/** 53 bits of a text (cyrb53, public domain by bryc), as 14 hexadecimal digits. Not for secrets. */
function digest(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}

/** What tells two values apart whatever the order of their keys, as 28 hexadecimal digits. */
export function digestOf(value: unknown): string {
  const text = canonical(value);
  return digest(text, 0) + digest(text, 1);
}

const shownAttachment = ({ id, kind, refId, alt, crop, trim, coverAt }: Attachment) => ({
  id,
  kind,
  refId,
  alt,
  crop,
  trim,
  coverAt,
});

/**
 * What tells two states of a post apart for its readers: words, media, disclosure, and what each platform version
 * changes of them. Times, statuses, notes and the editor's own state (the same words again) do not count, nor what a
 * design or clip that it shows looks like: see `shownState`. 28 hexadecimal digits.
 */
export function contentHash(
  post: Pick<
    Post,
    'title' | 'body' | 'hashtags' | 'link' | 'firstComment' | 'disclosure' | 'attachments' | 'targets'
  >,
): string {
  const targets = post.targets.map(({ format, accountId, overrides }) => ({
    format,
    accountId,
    overrides: {
      ...overrides,
      document: undefined,
      attachments: overrides.attachments?.map(shownAttachment),
    },
  }));
  const { title, body, hashtags, link, firstComment, disclosure } = post;
  return digestOf({
    title,
    body,
    hashtags,
    link,
    firstComment,
    disclosure,
    attachments: post.attachments.map(shownAttachment),
    targets,
  });
}
