import type { Unit } from '../rule-pack.ts';
import { graphemeStartAt } from './graphemes.ts';
import { linesOf, piecesOfLine } from './pieces.ts';

/** A length in one unit, and where it passes a limit. */
export interface Measure {
  count: number;
  /** UTF-16 index of the first grapheme that no longer fits, or null when all of the text fits. */
  overflowAt: number | null;
}

/** Counts text the way a platform does. */
export interface Counter {
  unit: Unit;
  /** True where no source states how the platform counts, so the number is the strictest usual reading. */
  approximate: boolean;
  count: (text: string) => number;
  /**
   * Counts and finds the overflow in one pass. The text is split into atoms that count as a whole (a link, an
   * emoji, a character); the overflow starts at the grapheme of the first atom that does not fit, so a link is
   * never pointed at half-way.
   */
  measure: (text: string, limit: number | null) => Measure;
}

/** Called for each atom in order: where it starts (UTF-16) and what it adds. */
export type Visit = (start: number, weight: number) => void;

/** Sums of pieces of text that were counted before: a keystroke changes one of them. */
const remembered = 4096;

/**
 * A counter whose total is the sum of its atoms. The text is counted line by line and in those piece by piece
 * (see `piecesOfLine`: no atom lies across two), and what did not change is not counted again.
 * @param walk visits the atoms of a text in order, weights never negative
 * @param total turns the sum into the platform's number (rounding up of half characters); must not decrease
 */
export function sumCounter(options: {
  unit: Unit;
  approximate?: boolean;
  walk: (text: string, visit: Visit) => void;
  total?: (sum: number) => number;
}): Counter {
  const { unit, walk, approximate = false, total = (sum) => sum } = options;
  const known = new Map<string, number>();
  const keep = (text: string, sum: number): number => {
    if (known.size >= remembered) known.clear();
    known.set(text, sum);
    return sum;
  };
  const sumOf = (piece: string): number => {
    const before = known.get(piece);
    if (before !== undefined) return before;
    let sum = 0;
    walk(piece, (_start, weight) => {
      sum += weight;
    });
    return keep(piece, sum);
  };
  const sumOfLine = (line: string): number => {
    const before = known.get(line);
    if (before !== undefined) return before;
    const pieces = piecesOfLine(line);
    if (pieces.length === 1) return sumOf(line);
    return keep(
      line,
      pieces.reduce((sum, piece) => sum + sumOf(piece), 0),
    );
  };
  /** Where the first atom stands that does not fit, in a line that is known to hold it. */
  const firstOver = (line: string, before: number, allowed: number): number => {
    let from = 0;
    let sum = before;
    for (const piece of piecesOfLine(line)) {
      const next = sum + sumOf(piece);
      if (total(next) > allowed) {
        let first = -1;
        walk(piece, (at, weight) => {
          sum += weight;
          if (first < 0 && total(sum) > allowed) first = from + at;
        });
        return first;
      }
      sum = next;
      from += piece.length;
    }
    return -1;
  };
  const measure = (text: string, limit: number | null): Measure => {
    const allowed = limit ?? Number.POSITIVE_INFINITY;
    let sum = 0;
    let first = -1;
    let from = 0;
    for (const line of linesOf(text)) {
      const before = sum;
      sum += sumOfLine(line);
      if (first < 0 && total(sum) > allowed) first = from + firstOver(line, before, allowed);
      from += line.length;
    }
    return { count: total(sum), overflowAt: first < 0 ? null : graphemeStartAt(text, first) };
  };
  return { unit, approximate, count: (text) => measure(text, null).count, measure };
}

/** Bytes that the UTF-16 unit at `index` adds to UTF-8: all four of a pair on its first half. */
export function utf8Bytes(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  if ((code & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) return 4;
  return isSecondHalf(text, index) ? 0 : 3;
}

/** True where `index` is the second half of a surrogate pair. */
export function isSecondHalf(text: string, index: number): boolean {
  return (
    index > 0 &&
    (text.charCodeAt(index) & 0xfc00) === 0xdc00 &&
    (text.charCodeAt(index - 1) & 0xfc00) === 0xd800
  );
}
