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

/** UTF-16 index of the first character that does not fit; null when the text does. */
type OverflowAt = (text: string) => number | null;

/** How long a part may be, and what its number takes of that. */
interface Room {
  overflowAt: OverflowAt;
  numbered(words: string): string;
}

/** Share of the room that a part must fill before a border of each kind is good enough to end it. */
const leastShare = [0.5, 0.5, 0.4, 0.4, 0.2, 0];

/** Index of the first border behind `at`. */
function firstBehind(borders: readonly Border[], at: number): number {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((borders[middle]?.at ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** UTF-16 units that a part is first taken to have. */
const usualPart = 256;

/** About where a part that starts at `start` is full, from one or two counts; never wrong by much. */
function fullAt(section: string, start: number, room: Room): number {
  const prefix = room.numbered('');
  for (let width = usualPart; ; width *= 2) {
    const over = room.overflowAt(prefix + section.slice(start, start + width));
    if (over !== null) return start + Math.max(0, over - prefix.length);
    if (start + width >= section.length) return section.length;
  }
}

/** Where the part that starts at `start` ends: the best border whose part still fits. */
function endOf(section: string, start: number, borders: readonly Border[], room: Room): number | null {
  const fits = (border: Border): boolean =>
    room.overflowAt(room.numbered(section.slice(start, border.at).trimEnd())) === null;
  const first = firstBehind(borders, start);
  let low = Math.max(first, firstBehind(borders, fullAt(section, start, room)));
  for (let next = borders[low]; next && fits(next); next = borders[low]) low += 1;
  for (let now = borders[low - 1]; low > first && now && !fits(now); now = borders[low - 1]) low -= 1;
  const last = borders[low - 1];
  if (!last || low - 1 < first) return null;
  if (last.at === section.length) return last.at;
  const filled = last.at - start;
  for (let rank = 0; rank < leastShare.length; rank++) {
    for (let index = low - 1; index >= first; index--) {
      const border = borders[index];
      if (!border || border.at - start < filled * (leastShare[rank] ?? 0)) break;
      if (border.rank <= rank && fits(border)) return border.at;
    }
  }
  return last.at;
}

/** Parts with room for a number of so many digits; null when there come to be more of them. */
function withDigits(
  sections: readonly string[],
  thread: Thread,
  overflowAt: OverflowAt,
  digits: number,
): Piece[] | null {
  const widest = '9'.repeat(digits);
  const room: Room = { overflowAt, numbered: (words) => numbered(thread, words, widest, widest) };
  const pieces: Piece[] = [];
  for (const [index, section] of sections.entries()) {
    const gentle = bordersOf(section);
    let hard: Border[] | null = null;
    let start = section.length - section.trimStart().length;
    const stop = section.trimEnd().length;
    while (start < stop) {
      let end = endOf(section, start, gentle, room);
      if (end === null) {
        hard ??= bordersOf(section, false);
        const from = start;
        end = endOf(section, start, hard, room) ?? hard.find((each) => each.at > from)?.at ?? stop;
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
 * @param overflowAt measures a part with its number; all of them fit, unless one character with its number does
 *   not
 */
export function splitThread(
  sections: readonly string[],
  thread: Thread,
  overflowAt: OverflowAt,
): SplitThread {
  const [only = ''] = sections;
  const whole = only.trim();
  if (sections.length <= 1 && (whole === '' || overflowAt(whole) === null)) {
    const start = only.length - only.trimStart().length;
    const pieces = whole === '' ? [] : [{ section: 0, start, end: start + whole.length }];
    return { parts: pieces.map(() => whole), pieces };
  }
  let pieces: Piece[] | null = null;
  for (let digits = 1; pieces === null; digits++) pieces = withDigits(sections, thread, overflowAt, digits);
  const texts = pieces.map(({ section, start, end }) => (sections[section] ?? '').slice(start, end));
  const total = String(texts.length);
  const parts =
    texts.length < 2 ? texts : texts.map((text, at) => numbered(thread, text, String(at + 1), total));
  return { parts, pieces };
}
