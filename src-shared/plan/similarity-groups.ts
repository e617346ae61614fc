import { distance, type Fingerprint } from './similarity.ts';

/** Bits of one of the eight bands: fingerprints at most seven bits apart share a band. */
const bandBits = 8;

/** How many later ones of a band each is compared with: boilerplate must not make it a comparison of all with all. */
const mostInBand = 48;

/** Likely pairs that are looked at closely for each. */
const mostLooks = 24;

interface Marked {
  fingerprint: Fingerprint;
  /** `textMarks`; pictures have none. */
  smallest?: readonly number[];
  /** Instant in milliseconds; the list is in this order. */
  at: number;
}

function bandOf({ fingerprint: { high, low }, smallest }: Marked, band: number): number | undefined {
  if (band >= 8) return smallest?.[band - 8];
  const half = band < 4 ? high : low;
  return (half >>> ((band % 4) * bandBits)) & 0xff;
}

/** Joins what belongs together. */
function createGroups(size: number): { root(index: number): number; join(one: number, other: number): void } {
  const parents = Int32Array.from({ length: size }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] ?? at] ?? at;
      at = parents[at] ?? at;
    }
    return at;
  };
  return {
    root,
    join(one, other) {
      const [a, b] = [root(one), root(other)];
      // The smaller index leads, whatever the order of joining.
      if (a !== b) parents[Math.max(a, b)] = Math.min(a, b);
    },
  };
}

/**
 * Groups of two and more whose fingerprints are at most `mostBits` apart, that stand at most `within` milliseconds
 * from each other and for which `alike` says yes; by index, sorted. Looks only at those that share one of eight bands
 * of their fingerprints or one of their smallest numbers (locality-sensitive hashing), so ten thousand take no hundred
 * million comparisons. Up to seven bits apart every pair is looked at as long as its band holds few others.
 * @param items by `at`
 */
export function groupAlike<Item extends Marked>(
  items: readonly Item[],
  options: { mostBits: number; within: number; alike(one: Item, other: Item): boolean },
): number[][] {
  const groups = createGroups(items.length);
  const looks = new Uint8Array(items.length);
  const bands = 8 + (items[0]?.smallest?.length ?? 0);
  for (let band = 0; band < bands; band += 1) {
    const buckets = Map.groupBy(items.keys(), (index) => {
      const item = items[index];
      return item && bandOf(item, band);
    });
    for (const bucket of buckets.values()) {
      for (const [place, index] of bucket.entries()) {
        const one = items[index];
        for (const next of bucket.slice(place + 1, place + 1 + mostInBand)) {
          const other = items[next];
          if (!one || !other || other.at - one.at > options.within || (looks[index] ?? 0) >= mostLooks) break;
          if (groups.root(index) === groups.root(next)) continue;
          if (distance(one.fingerprint, other.fingerprint) > options.mostBits) continue;
          looks[index] = (looks[index] ?? 0) + 1;
          if (options.alike(one, other)) groups.join(index, next);
        }
      }
    }
  }
  const members = Map.groupBy(items.keys(), (index) => groups.root(index));
  return [...members.values()].filter((group) => group.length > 1);
}
