import type { Thread } from '../domain/post.ts';
import { type Border, bordersOf } from './borders.ts';

/** Where a part lies in its section. */
interface Piece {
  section: number;
  /** UTF-16, white space around the part left out. */
  start: number;
  end: number;
}

interface SplitThread {
  /** As they are posted, numbers in place. */
  parts: string[];
  pieces: Piece[];
}

/** The number of a part; '' where parts have none. */
function numberOf(thread: Thread, position: string, total: string): string {
  if (thread.numbering === 'none') return '';
  return thread.numbering === 'slash' ? `${position}/${total}` : `(${position}/${total})`;
}

function numbered(thread: Thread, text: string, position: string, total: string): string {
  const number = numberOf(thread, position, total);
  if (number === '') return text;
  return thread.place === 'start' ? `${number} ${text}` : `${text} ${number}`;
}

/** Share of the room that a part must fill before a border of each kind is good enough to end it. */
const leastShare = [0.5, 0.5, 0.4, 0.4, 0.2, 0];

/** Where the part that starts at `start` ends: the best border whose part still fits. */
function endOf(
  section: string,
  start: number,
  borders: readonly Border[],
  fits: (words: string) => boolean,
): number | null {
  const words = (border: Border): string => section.slice(start, border.at).trimEnd();
  let low = borders.findIndex((border) => border.at > start);
  if (low < 0) return null;
  const first = low;
  // Doubling steps first: the end of a part is near, the end of the text may be far.
  let step = 16;
  let high = low;
  while (high < borders.length) {
    const border = borders[high];
    if (!border || !fits(words(border))) break;
    low = high + 1;
    high = Math.min(borders.length, high + step);
    step *= 2;
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    const border = borders[middle];
    if (border && fits(words(border))) low = middle + 1;
    else high = middle;
  }
  const last = borders[low - 1];
  if (!last || low - 1 < first) return null;
  if (last.at === section.length) return last.at;
  const room = last.at - start;
  for (let rank = 0; rank < leastShare.length; rank++) {
    for (let index = low - 1; index >= first; index--) {
      const border = borders[index];
      if (!border || border.at - start < room * (leastShare[rank] ?? 0)) break;
      if (border.rank <= rank && fits(words(border))) return border.at;
    }
  }
  return last.at;
}

/** Parts with room for a number of so many digits; null when there come to be more of them. */
function withDigits(
  sections: readonly string[],
  thread: Thread,
  fits: (part: string) => boolean,
  digits: number,
): Piece[] | null {
  const widest = '9'.repeat(digits);
  const fitsNumbered = (words: string): boolean => fits(numbered(thread, words, widest, widest));
  const pieces: Piece[] = [];
  for (const [index, section] of sections.entries()) {
    const gentle = bordersOf(section);
    let hard: Border[] | null = null;
    let start = section.length - section.trimStart().length;
    const stop = section.trimEnd().length;
    while (start < stop) {
      let end = endOf(section, start, gentle, fitsNumbered);
      if (end === null) {
        hard ??= bordersOf(section, false);
        const from = start;
        end = endOf(section, start, hard, fitsNumbered) ?? hard.find((each) => each.at > from)?.at ?? stop;
      }
      const words = section.slice(start, end).trimEnd();
      if (words !== '') pieces.push({ section: index, start, end: start + words.length });
      while (end < stop && /\s/.test(section[end] ?? '')) end += 1;
      start = end;
      if (thread.numbering !== 'none' && pieces.length >= 10 ** digits) return null;
    }
  }
  return pieces;
}

/**
 * A text told as a row of posts. Parts end at paragraphs, sentences, clauses or words, in this order; links,
 * mentions and tags are taken apart only where one alone does not fit. The first text is never joined with the next
 * section: a section always starts a part.
 * @param sections the text, parted where the writer wants it
 * @param fits whether a part with its number is short enough; every part is, unless one character with its number
 *   is too long
 */
export function splitThread(
  sections: readonly string[],
  thread: Thread,
  fits: (part: string) => boolean,
): SplitThread {
  const [only = ''] = sections;
  const whole = only.trim();
  if (sections.length <= 1 && (whole === '' || fits(whole))) {
    const start = only.length - only.trimStart().length;
    const pieces = whole === '' ? [] : [{ section: 0, start, end: start + whole.length }];
    return { parts: pieces.map(() => whole), pieces };
  }
  let pieces: Piece[] | null = null;
  for (let digits = 1; pieces === null; digits++) pieces = withDigits(sections, thread, fits, digits);
  const texts = pieces.map(({ section, start, end }) => (sections[section] ?? '').slice(start, end));
  const total = String(texts.length);
  const parts =
    texts.length < 2 ? texts : texts.map((text, at) => numbered(thread, text, String(at + 1), total));
  return { parts, pieces };
}
