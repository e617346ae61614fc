import { contentHash, digestOf } from './content-hash.ts';

/**
 * A post as its readers see it, with what its designs, clips and files look like: `<contentHash>-<digest>`. States that
 * were written down before designs and clips counted have no second part.
 * @param looks what each of the media looks like
 */
export function shownState(post: Parameters<typeof contentHash>[0], looks: Record<string, unknown>): string {
  return `${contentHash(post)}-${digestOf(looks)}`;
}

/** Is a post that stands like `now` still what was looked at? A state of the older kind speaks of the words alone. */
export function sameShown(looked: string, now: string): boolean {
  return looked.includes('-') ? looked === now : looked === now.split('-')[0];
}

/** Any object, to read single keys of. */
type Loose = Record<string, unknown>;

const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy of an object without these keys. */
const without = (value: Loose, keys: readonly string[]): Loose =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

/** Each object of a record without these keys. */
const eachWithout = (value: unknown, keys: readonly string[]): unknown =>
  isLoose(value)
    ? Object.fromEntries(
        Object.entries(value).map(([id, part]) => [id, isLoose(part) ? without(part, keys) : part]),
      )
    : value;

/** What helps whoever works on a design and is never painted. */
const aidsOfDesign = ['guides', 'grid', 'safeArea'];
const aidsOfLayer = ['name', 'locked', 'lockedAspects', 'keepRatio'];
const aidsOfSize = ['name', 'guides', 'safe', 'reviewed'];

/** The stored document of a design, only what is painted. Reads loosely: one of a newer Galley is no obstacle. */
export function paintedPart(document: unknown): unknown {
  const body = isLoose(document) ? document.body : null;
  if (!isLoose(body)) return document;
  return {
    ...without(body, aidsOfDesign),
    pages: eachWithout(body.pages, ['name']),
    nodes: eachWithout(body.nodes, aidsOfLayer),
    variants: eachWithout(body.variants, aidsOfSize),
  };
}

/** The stored edit of a clip, only what is seen and heard. */
export function playedPart(document: unknown): unknown {
  const body = isLoose(document) ? document.body : null;
  return isLoose(body) ? without(body, ['markers', 'story']) : document;
}

/** Brand tokens that a document names, sorted: `accent` for `token:accent`. */
export function tokensNamed(document: unknown): string[] {
  const found = JSON.stringify(document ?? null).matchAll(/"token:([a-z0-9-]+)"/g);
  return [...new Set([...found].map(([, token = '']) => token))].sort();
}
