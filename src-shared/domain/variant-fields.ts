import { attachmentsOf, contentOf, withAttachments } from './content-of.ts';
import type { Attachment, AttachmentChange, Overrides, Post, Target } from './post.ts';

/**
 * What a target can have of its own and let go of by itself. `body` stands for the text and its editor state
 * together, `attachments` for which ones there are; order, alt texts, covers, crops and trims go on inheriting
 * one by one as long as that list does.
 */
export const variantFields = [
  'title',
  'body',
  'hashtags',
  'link',
  'firstComment',
  'attachments',
  'order',
  'alt',
  'cover',
  'crop',
  'trim',
  'thread',
] as const;
export type VariantField = (typeof variantFields)[number];

/** The part of an attachment that a field is about. */
const attachmentParts = { alt: 'alt', cover: 'coverAt', crop: 'crop', trim: 'trim' } as const;
type AttachmentField = keyof typeof attachmentParts;

function isAttachmentField(field: VariantField): field is AttachmentField {
  return field in attachmentParts;
}

/** True where the target has its own value of the field. */
export function isOwn(target: Pick<Target, 'overrides'> | null, field: VariantField): boolean {
  if (target === null) return false;
  const { overrides } = target;
  if (field === 'order') return !overrides.attachments && overrides.attachmentOrder !== undefined;
  if (isAttachmentField(field)) {
    const part = attachmentParts[field];
    if (overrides.attachments || !overrides.attachmentChanges) return false;
    return Object.values(overrides.attachmentChanges).some((change) => change[part] !== undefined);
  }
  return overrides[field] !== undefined;
}

export function ownFields(target: Pick<Target, 'overrides'>): VariantField[] {
  return variantFields.filter((field) => isOwn(target, field));
}

function withoutParts<K extends keyof Overrides>(overrides: Overrides, names: readonly K[]): Overrides {
  const rest = { ...overrides };
  for (const name of names) delete rest[name];
  return rest;
}

/** Overrides in which the field inherits again; all else stays. */
export function inheritAgain(overrides: Overrides, field: VariantField): Overrides {
  if (field === 'body') return withoutParts(overrides, ['body', 'document']);
  if (field === 'attachments')
    return withoutParts(overrides, ['attachments', 'attachmentChanges', 'attachmentOrder']);
  if (field === 'order') return withoutParts(overrides, ['attachmentOrder']);
  if (!isAttachmentField(field)) return withoutParts(overrides, [field]);
  const part = attachmentParts[field];
  const changes = Object.entries(overrides.attachmentChanges ?? {}).flatMap(([id, change]) => {
    const rest: AttachmentChange = { ...change };
    delete rest[part];
    return Object.keys(rest).length > 0 ? [[id, rest] as const] : [];
  });
  const rest = withoutParts(overrides, ['attachmentChanges']);
  return changes.length > 0 ? { ...rest, attachmentChanges: Object.fromEntries(changes) } : rest;
}

/** `to` with the field of `from`, attachment by attachment where both have it. */
function carryAttachments(from: readonly Attachment[], to: readonly Attachment[], field: VariantField) {
  if (field === 'attachments') return [...from];
  if (field === 'order') {
    const place = (id: string): number => {
      const at = from.findIndex((each) => each.id === id);
      return at < 0 ? from.length : at;
    };
    return [...to].sort((one, other) => place(one.id) - place(other.id));
  }
  if (!isAttachmentField(field)) return [...to];
  const part = attachmentParts[field];
  return to.map((each) => {
    const source = from.find((other) => other.id === each.id);
    return source ? { ...each, [part]: source[part] } : each;
  });
}

function isAboutAttachments(field: VariantField): boolean {
  return field === 'attachments' || field === 'order' || isAttachmentField(field);
}

/** What the post must become to have the target's value of a field as its own. */
export function toBase(post: Post, target: Target, field: VariantField): Partial<Post> {
  if (isAboutAttachments(field)) {
    return { attachments: carryAttachments(attachmentsOf(post, target), post.attachments, field) };
  }
  // Whether a text is told as a thread is a matter of each platform; the post itself has no such field.
  if (field === 'thread') return {};
  if (field === 'body') {
    const own = target.overrides.body !== undefined;
    const document = own ? (target.overrides.document ?? null) : post.document;
    return { body: contentOf(post, target).body, document };
  }
  const content = contentOf(post, target);
  if (field === 'hashtags') return { hashtags: content.hashtags };
  if (field === 'title') return { title: content.title };
  if (field === 'link') return { link: content.link };
  return { firstComment: content.firstComment };
}

/** Overrides of another target, `to`, that show the same field as `from`. */
export function toTarget(post: Post, from: Target, to: Target, field: VariantField): Overrides {
  const cleared = inheritAgain(to.overrides, field);
  if (isAboutAttachments(field)) {
    const shown = carryAttachments(attachmentsOf(post, from), attachmentsOf(post, to), field);
    return withAttachments(post, to.overrides, shown);
  }
  if (!isOwn(from, field)) return cleared;
  if (field === 'thread')
    return { ...cleared, ...(from.overrides.thread ? { thread: from.overrides.thread } : {}) };
  const { attachments: _none, ...words } = toBase(post, from, field);
  return { ...cleared, ...words };
}
