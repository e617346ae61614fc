import { bitsOf, type Fingerprint } from './similarity.ts';
import { finished, type Steps } from './steps.ts';

/** Bits of one of the eight bands: fingerprints at most seven bits apart share a band. */
const bandBits = 8;

/** How many later ones of a band each is compared with: boilerplate must not make it a comparison of all with all. */
const mostInBand = 48;

/** Likely pairs that are looked at closely for each. */
const mostLooks = 24;

/** Items that are compared with others between two pauses. */
const betweenPauses = 32;

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

/** The first item of each bucket of a band, and after each item the next of its bucket; -1 where it is the last. */
function bucketsOf(items: readonly Marked[], band: number): { firsts: number[]; followers: Int32Array } {
  const firsts: number[] = [];
  const followers = new Int32Array(items.length).fill(-1);
  const lasts = new Map<number | undefined, number>();
  for (const [index, item] of items.entries()) {
    const bucket = bandOf(item, band);
    const before = lasts.get(bucket);
    if (before === undefined) firsts.push(index);
    else followers[before] = index;
    lasts.set(bucket, index);
  }
  return { firsts, followers };
}

interface Comparison<Item> {
  mostBits: number;
  within: number;
  alike(one: Item, other: Item): boolean;
}

/**
 * Groups of two and more whose fingerprints are at most `mostBits` apart, that stand at most `within` milliseconds
 * from each other and for which `alike` says yes; by index, sorted. Looks only at those that share one of eight bands
 * of their fingerprints or one of their smallest numbers (locality-sensitive hashing), so ten thousand take no hundred
 * million comparisons. Up to seven bits apart every pair is looked at as long as its band holds few others.
 * Pauses again and again, for whoever has other things to do meanwhile.
 * @param items by `at`
 */
export function* alikeSteps<Item extends Marked>(
  items: readonly Item[],
  options: Comparison<Item>,
): Steps<number[][]> {
  const groups = createGroups(items.length);
  const looks = new Uint8Array(items.length);
  const bands = 8 + (items[0]?.smallest?.length ?? 0);
  // Numbers side by side: most pairs are told apart without reading the items.
  const times = Float64Array.from(items, ({ at }) => at);
  const highs = Int32Array.from(items, ({ fingerprint }) => fingerprint.high);
  const lows = Int32Array.from(items, ({ fingerprint }) => fingerprint.low);
  const bitsApart = (one: number, other: number): number =>
    bitsOf((highs[one] ?? 0) ^ (highs[other] ?? 0)) + bitsOf((lows[one] ?? 0) ^ (lows[other] ?? 0));
  const lookBehind = (index: number, followers: Int32Array): void => {
    const one = items[index];
    if (!one) return;
    const latest = (times[index] ?? 0) + options.within;
    let next = followers[index] ?? -1;
    for (let place = 0; place < mostInBand && next >= 0; place += 1, next = followers[next] ?? -1) {
      if ((times[next] ?? 0) > latest || (looks[index] ?? 0) >= mostLooks) return;
      if (bitsApart(index, next) > options.mostBits) continue;
      const other = items[next];
      if (!other || groups.root(index) === groups.root(next)) continue;
      looks[index] = (looks[index] ?? 0) + 1;
      if (options.alike(one, other)) groups.join(index, next);
    }
  };
  for (let band = 0; band < bands; band += 1) {
    const { firsts, followers } = bucketsOf(items, band);
    let done = 0;
    for (const first of firsts) {
      for (let index = first; index >= 0; index = followers[index] ?? -1) {
        if (done % betweenPauses === 0) yield;
        done += 1;
        lookBehind(index, followers);
      }
    }
  }
  const members = Map.groupBy(items.keys(), (index) => groups.root(index));
  return [...members.values()].filter((group) => group.length > 1);
}

/** The groups of `alikeSteps`, without a pause. */
export function groupAlike<Item extends Marked>(
  items: readonly Item[],
  options: Comparison<Item>,
): number[][] {
  return finished(alikeSteps(items, options));
}
