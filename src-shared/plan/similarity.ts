/** 64 bits of a fingerprint as two unsigned halves. */
export interface Fingerprint {
  high: number;
  low: number;
}

/** Letters of a text that are looked at: whole posts, and the beginning of articles. */
const mostLetters = 4000;

/**
 * What is left of a text when it is compared with others: letters and digits in one case and one width, without
 * addresses, hashtag signs, punctuation, spaces or emoji.
 */
export function comparable(text: string): string {
  return text
    .slice(0, mostLetters)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/https?:\/\/\S+/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * All runs of three letters, each once, as ascending 32-bit numbers; they need no word boundaries, so they work for
 * Chinese too.
 */
export function gramsOf(plain: string): Uint32Array {
  const grams = new Set<number>();
  for (let index = 0; index + 3 <= plain.length; index += 1) {
    grams.add(
      (Math.imul(plain.charCodeAt(index), 0x9e3779b1) ^
        Math.imul(plain.charCodeAt(index + 1), 0x85ebca77) ^
        Math.imul(plain.charCodeAt(index + 2), 0xc2b2ae3d)) >>>
        0,
    );
  }
  return Uint32Array.from(grams).sort();
}

/** The part of all runs that both have, 0 to 1. Two without any are alike. */
export function likeness(one: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  let at = 0;
  for (const gram of one) {
    while ((other[at] ?? Number.POSITIVE_INFINITY) < gram) at += 1;
    if (other[at] === gram) shared += 1;
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
  const sums = new Int32Array(64);
  const smallest = seeds.map(() => 0xffffffff);
  for (const gram of grams) {
    const high = mixed(gram);
    const low = mixed(gram ^ 0x5bd1e995);
    for (const [place, seed] of seeds.entries()) {
      const number = mixed(gram ^ seed) >>> 0;
      if (number < (smallest[place] ?? 0)) smallest[place] = number;
    }
    for (let bit = 0; bit < 32; bit += 1) {
      sums[bit] = (sums[bit] ?? 0) + ((high >>> bit) & 1) * 2 - 1;
      sums[bit + 32] = (sums[bit + 32] ?? 0) + ((low >>> bit) & 1) * 2 - 1;
    }
  }
  let high = 0;
  let low = 0;
  for (let bit = 0; bit < 32; bit += 1) {
    if ((sums[bit] ?? 0) > 0) high |= 1 << bit;
    if ((sums[bit + 32] ?? 0) > 0) low |= 1 << bit;
  }
  return { fingerprint: { high: high >>> 0, low: low >>> 0 }, smallest };
}

function bitsOf(number: number): number {
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
