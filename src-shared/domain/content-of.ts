import type { PostContent } from './content.ts';
import type { Attachment, AttachmentChange, Overrides, Post, Target } from './post.ts';

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

type AttachedPost = Pick<Post, 'attachments'>;

/** The post's attachments in the order that a target wants: the named ones first, the rest as they stand. */
function inOrder(attachments: Attachment[], order: readonly string[] | undefined): Attachment[] {
  if (!order || order.length === 0) return attachments;
  const first = [...new Set(order)].flatMap((id) => attachments.filter((each) => each.id === id));
  return [...first, ...attachments.filter((each) => !first.includes(each))];
}

/** The attachment with what the target changes of it. */
function changed(attachment: Attachment, change: AttachmentChange | undefined): Attachment {
  if (!change) return attachment;
  const { alt, crop, trim, coverAt } = change;
  return {
    ...attachment,
    ...(alt === undefined ? {} : { alt }),
    ...(crop === undefined ? {} : { crop }),
    ...(trim === undefined ? {} : { trim }),
    ...(coverAt === undefined ? {} : { coverAt }),
  };
}

/** Pictures and clips of a target: a list of its own, or the post's in its order with what it changes of each. */
export function attachmentsOf(post: AttachedPost, target: Pick<Target, 'overrides'> | null): Attachment[] {
  const own = target?.overrides;
  if (!own) return post.attachments;
  if (own.attachments) return own.attachments;
  const ordered = inOrder(post.attachments, own.attachmentOrder);
  const changes = own.attachmentChanges;
  return changes ? ordered.map((each) => changed(each, changes[each.id])) : ordered;
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** What `shown` has of its own against `base`; null where nothing. */
function changeBetween(base: Attachment, shown: Attachment): AttachmentChange | null {
  const change: AttachmentChange = {};
  if (shown.alt !== base.alt) change.alt = shown.alt;
  if (!same(shown.crop, base.crop)) change.crop = shown.crop;
  if (!same(shown.trim, base.trim)) change.trim = shown.trim;
  if (shown.coverAt !== base.coverAt) change.coverAt = shown.coverAt;
  return Object.keys(change).length > 0 ? change : null;
}

/**
 * What a target must override so that it shows `shown`: only what differs from the post, piece by piece, and a
 * list of its own when something was added or taken away.
 * @returns `overrides` with its parts about attachments replaced, everything else as it was
 */
export function withAttachments(
  post: AttachedPost,
  overrides: Overrides,
  shown: readonly Attachment[],
): Overrides {
  const { attachments: _own, attachmentChanges: _changes, attachmentOrder: _order, ...rest } = overrides;
  const base = new Map(post.attachments.map((each) => [each.id, each]));
  const inherits =
    shown.length === base.size &&
    new Set(shown.map((each) => each.id)).size === base.size &&
    shown.every(({ id, kind, refId }) => base.get(id)?.kind === kind && base.get(id)?.refId === refId);
  if (!inherits) return { ...rest, attachments: [...shown] };
  const changes = shown.flatMap((each) => {
    const of = base.get(each.id);
    const change = of && changeBetween(of, each);
    return change ? [[each.id, change] as const] : [];
  });
  const moved = shown.some((each, at) => post.attachments[at]?.id !== each.id);
  return {
    ...rest,
    ...(changes.length > 0 ? { attachmentChanges: Object.fromEntries(changes) } : {}),
    ...(moved ? { attachmentOrder: shown.map((each) => each.id) } : {}),
  };
}
