/** 64 bits of a fingerprint as two unsigned halves. */
export interface Fingerprint {
  high: number;
  low: number;
}

/** Letters of a text that are looked at: whole posts, and the beginning of articles. */
const mostLetters = 4000;

/** Reads any text. */
function readSlowly(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/https?:\/\/\S+/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** A unit whose neighbours decide what it becomes. */
const unclear = 0xffff;
/** A unit of which nothing is left. */
const nothing = 0;

/** What each UTF-16 unit becomes that stands for itself: ASCII, ideographs, their punctuation, full-width forms. */
const plainUnits = buildPlainUnits();

function buildPlainUnits(): Uint16Array {
  const units = new Uint16Array(0x1_0000).fill(unclear);
  for (let unit = 0x4e00; unit <= 0x9fff; unit += 1) units[unit] = unit;
  for (const [first, last] of [
    [0x00, 0x7f],
    [0x3000, 0x3002],
    [0x3008, 0x3011],
    [0xff01, 0xff5e],
  ] as const) {
    for (let unit = first; unit <= last; unit += 1) {
      const left = readSlowly(String.fromCharCode(unit));
      units[unit] = left === '' ? nothing : left.charCodeAt(0);
    }
  }
  return units;
}

const usual = new Uint16Array(mostLetters);

/** Reads a text of usual letters and ideographs unit by unit; null for any other, and where an address may stand. */
function readPlainly(text: string): string | null {
  if (text.includes('//') || text.includes('／')) return null;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = plainUnits[text.charCodeAt(at)] ?? unclear;
    if (unit === unclear) return null;
    if (unit !== nothing) usual[count++] = unit;
  }
  return String.fromCharCode.apply(null, usual.subarray(0, count) as unknown as number[]);
}

/**
 * What is left of a text when it is compared with others: letters and digits in one case and one width, without
 * addresses, hashtag signs, punctuation, spaces or emoji.
 */
export function comparable(text: string): string {
  const start = text.slice(0, mostLetters);
  return readPlainly(start) ?? readSlowly(start);
}

/**
 * All runs of three letters, each once, as ascending 32-bit numbers; they need no word boundaries, so they work for
 * Chinese too.
 */
export function gramsOf(plain: string): Uint32Array {
  const all = new Uint32Array(Math.max(0, plain.length - 2));
  for (let index = 0; index < all.length; index += 1) {
    all[index] =
      Math.imul(plain.charCodeAt(index), 0x9e3779b1) ^
      Math.imul(plain.charCodeAt(index + 1), 0x85ebca77) ^
      Math.imul(plain.charCodeAt(index + 2), 0xc2b2ae3d);
  }
  all.sort();
  let count = 0;
  for (const gram of all) if (count === 0 || gram !== all[count - 1]) all[count++] = gram;
  return all.slice(0, count);
}

/** The part of all runs that both have, 0 to 1. Two without any are alike. */
export function likeness(one: Uint32Array, other: Uint32Array): number {
  return partShared(one, other, 0) ?? 0;
}

/** Is the part of all runs that both have at least `least`? Ends as soon as too many are missing. */
export function areAlike(one: Uint32Array, other: Uint32Array, least: number): boolean {
  const part = partShared(one, other, least);
  return part !== null && part >= least;
}

/** null where it is surely below `least`. */
function partShared(one: Uint32Array, other: Uint32Array, least: number): number | null {
  // Of n and m runs, s shared are the part s / (n + m − s); one run is room for rounding.
  const needed = Math.floor((least * (one.length + other.length)) / (1 + least)) - 1;
  if (needed > one.length || needed > other.length) return null;
  let spare = one.length - Math.max(0, needed);
  let shared = 0;
  let at = 0;
  for (let index = 0; index < one.length; index += 1) {
    const gram = one[index] ?? 0;
    while (at < other.length && (other[at] ?? 0) < gram) at += 1;
    if (at < other.length && other[at] === gram) shared += 1;
    else if (--spare < 0) return null;
  }
  const all = one.length + other.length - shared;
  return all === 0 ? 1 : shared / all;
}

/** A 32-bit finaliser (murmur3): every bit of the answer depends on every bit of the number. */
function mixed(number: number): number {
  let value = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

/** Turn one number of a run into others, one for each smallest number that is kept. */
const seeds = [0x1b873593, 0x27d4eb2f, 0x165667b1, 0x2545f491];

/**
 * Simhash (Charikar 2002) over runs of three letters: texts that share most of them differ in few bits. `smallest`
 * (MinHash, Broder 1997) are numbers of which two texts share each with the probability of their likeness. Equal texts
 * have equal fingerprints.
 */
export function textMarks(grams: Uint32Array): { fingerprint: Fingerprint; smallest: number[] } {
  const highs = createBitSums();
  const lows = createBitSums();
  const smallest = new Uint32Array(seeds.length).fill(0xffffffff);
  for (let index = 0; index < grams.length; index += 1) {
    const gram = grams[index] ?? 0;
    highs.add(mixed(gram));
    lows.add(mixed(gram ^ 0x5bd1e995));
    for (let place = 0; place < seeds.length; place += 1) {
      const number = mixed(gram ^ (seeds[place] ?? 0)) >>> 0;
      if (number < (smallest[place] ?? 0)) smallest[place] = number;
    }
  }
  const fingerprint = { high: highs.mostly(grams.length), low: lows.mostly(grams.length) };
  return { fingerprint, smallest: [...smallest] };
}

/** Binary places of a count: enough for a million numbers. */
const planes = 20;

/** How often each of 32 bits is set in many numbers; all bits are counted at once, place by place of their counts. */
function createBitSums(): { add(number: number): void; mostly(all: number): number } {
  const counts = new Int32Array(planes);
  return {
    add(number) {
      let carry = number;
      for (let plane = 0; carry !== 0 && plane < planes; plane += 1) {
        const before = counts[plane] ?? 0;
        counts[plane] = before ^ carry;
        carry &= before;
      }
    },
    /** The bits that are set in more than half of `all` numbers. */
    mostly(all) {
      let bits = 0;
      for (let bit = 0; bit < 32; bit += 1) {
        let count = 0;
        for (let plane = 0; plane < planes; plane += 1)
          count += (((counts[plane] ?? 0) >>> bit) & 1) << plane;
        if (count * 2 > all) bits |= 1 << bit;
      }
      return bits >>> 0;
    },
  };
}

/** How many of the 32 bits of a number are set. */
export function bitsOf(number: number): number {
  let value = number - ((number >>> 1) & 0x55555555);
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333);
  return Math.imul((value + (value >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** In how many of their 64 bits two fingerprints differ. */
export function distance(one: Fingerprint, other: Fingerprint): number {
  return bitsOf(one.high ^ other.high) + bitsOf(one.low ^ other.low);
}

/** 16 hexadecimal digits. */
export function fingerprintText({ high, low }: Fingerprint): string {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** The fingerprint of 16 hexadecimal digits. */
export function fingerprintOf(text: string): Fingerprint {
  return { high: Number.parseInt(text.slice(0, 8), 16) >>> 0, low: Number.parseInt(text.slice(8), 16) >>> 0 };
}

/**
 * Difference hash (Krawetz 2013) of a picture of 9 × 8 greys, row by row: one bit for each neighbour to the right that
 * is darker.
 */
export function differenceHash(greys: Uint8Array): Fingerprint {
  const halves = [0, 0];
  for (let row = 0; row < 8; row += 1) {
    for (let column = 0; column < 8; column += 1) {
      const at = row * 9 + column;
      const half = row < 4 ? 0 : 1;
      const bit = (greys[at] ?? 0) > (greys[at + 1] ?? 0) ? 1 : 0;
      halves[half] = ((halves[half] ?? 0) << 1) | bit;
    }
  }
  return { high: (halves[0] ?? 0) >>> 0, low: (halves[1] ?? 0) >>> 0 };
}
