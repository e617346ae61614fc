import { type Attachment, type Overrides, type Post, type Target, targetKey } from '#shared/domain/post.ts';

type Part = keyof Overrides;
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
    post.targets.map((target) => [targetKey(target), target.overrides]),
    post.disclosure,
    post.sources,
  ];
}

/** The target of a `targetKey`; null for the base text. */
export function targetOf(post: Post, key: string | null): Target | null {
  return post.targets.find((target) => targetKey(target) === key) ?? null;
}

const plain = new WeakMap<object, unknown>();

/** A document as stored: what the editor just wrote is a live state, serialised here once and only when asked for. */
export function plainDocument(document: unknown): unknown {
  if (typeof document !== 'object' || document === null) return document;
  if (!('toJSON' in document) || typeof document.toJSON !== 'function') return document;
  if (!plain.has(document)) plain.set(document, document.toJSON());
  return plain.get(document);
}

/** The editor state that a target shows; null where only Markdown is known. */
export function documentOf(post: Post, target: Target | null): unknown {
  const own = target?.overrides.body !== undefined;
  return plainDocument(own ? (target.overrides.document ?? null) : post.document);
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Running text and what every save moves; all else of a post decides what its screen looks like. */
const flowing: ReadonlySet<string> = new Set(['body', 'document', 'revision', 'updatedAt', 'targets']);

function sameTarget(one: Target, other: Target): boolean {
  if (one === other) return true;
  const { overrides: own, ...rest } = one;
  const { overrides: others, ...otherRest } = other;
  const names = Object.keys(own) as Part[];
  return (
    same(rest, otherRest) &&
    names.length === Object.keys(others).length &&
    names.every((name) => name in others && (flowing.has(name) || same(own[name], others[name])))
  );
}

/** True where two posts differ at most in the running text, which the editor shows by itself. */
export function sameButText(one: Post, other: Post): boolean {
  const names = Object.keys(one) as (keyof Post)[];
  return (
    names.every((name) => flowing.has(name) || same(one[name], other[name])) &&
    (one.targets === other.targets ||
      (one.targets.length === other.targets.length &&
        one.targets.every((target, at) => {
          const counterpart = other.targets[at];
          return counterpart !== undefined && sameTarget(target, counterpart);
        })))
  );
}

/** Keeps the order of `items` but with the item of that id at another place. */
export function moved(items: readonly Attachment[], id: string, to: number): Attachment[] {
  const item = items.find((each) => each.id === id);
  if (!item) return [...items];
  const rest = items.filter((each) => each !== item);
  return rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, item);
}
