import { type Border, bordersOf } from './borders.ts';

/** A cut at a sentence or clause end must leave at least so much of what would fit, else a closer one is taken. */
const leastShare = [0.6, 0.6, 0.6, 0.6, 0.5];
const ellipsis = '…';

/** The longest border for which `fits` holds, by halving; every candidate nearby is tried, so that none is missed. */
function lastFitting(borders: readonly Border[], fits: (border: Border) => boolean): number {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const border = borders[middle];
    if (border && fits(border)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function cutAt(text: string, borders: readonly Border[], fits: (text: string) => boolean, marked: boolean) {
  const shown = (border: Border): string => {
    const words = text.slice(0, border.at).trimEnd();
    // After a whole sentence nothing is missing; anywhere else the reader is told that it goes on.
    return marked && border.rank > 2 && words !== ''
      ? `${words.replace(/[，、：,;:—–-]+$/u, '')}${ellipsis}`
      : words;
  };
  const last = lastFitting(borders, (border) => fits(shown(border)));
  const room = borders[last]?.at ?? 0;
  for (let rank = 0; rank <= 5; rank++) {
    for (let index = last; index >= 0; index--) {
      const border = borders[index];
      if (!border || border.at < room * (leastShare[rank] ?? 0)) break;
      if (border.rank > rank) continue;
      const words = shown(border);
      if (words !== '' && fits(words)) return words;
    }
  }
  return '';
}

/**
 * A text as long as may be, ending at a sentence where that leaves most of it, else at a clause, a word, a grapheme.
 * @param fits whether a candidate is short enough; the answer always is, or is empty when nothing is
 * @param mark ends with `…` where it does not end with a sentence
 */
export function shortened(text: string, fits: (text: string) => boolean, mark = true): string {
  if (fits(text)) return text;
  const gentle = cutAt(text, bordersOf(text), fits, mark);
  if (gentle !== '') return gentle;
  // Nothing but one long link or one bold paragraph: better a part of it than nothing.
  return cutAt(text, bordersOf(text, false), fits, mark) || cutAt(text, bordersOf(text, false), fits, false);
}
