const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Text in which every UTF-16 unit is a grapheme of its own: no marks, joiners, pairs or carriage returns. */
const oneUnitEach =
  /^[\n\u0020-\u007e\u00a1-\u00ac\u2010-\u2027\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uff01-\uff60]*$/;

/** True for text of usual letters and ideographs, in which every UTF-16 unit is a grapheme of its own. */
export function isPlain(text: string): boolean {
  return oneUnitEach.test(text);
}

let lastText = '';
let lastStarts: ArrayLike<number> = [];

/**
 * UTF-16 index where each grapheme of `text` starts. The last answer is kept, because one text is counted in
 * many units in a row.
 */
export function graphemeStarts(text: string): ArrayLike<number> {
  if (text === lastText) return lastStarts;
  const starts = new Uint32Array(text.length);
  let count = 0;
  if (oneUnitEach.test(text)) {
    while (count < text.length) starts[count] = count++;
  } else {
    for (const { index } of segmenter.segment(text)) starts[count++] = index;
  }
  lastText = text;
  lastStarts = starts.subarray(0, count);
  return lastStarts;
}

/** True where a grapheme surely ends before `index` and the one behind it is a single UTF-16 unit. */
export function standsAlone(text: string, index: number): boolean {
  return oneUnitEach.test(text.slice(index - 1, index + 1));
}

/** Start of the grapheme that holds the UTF-16 unit at `index`. */
export function graphemeStartAt(text: string, index: number): number {
  // Between two such units there is always a border, and the segmenter would read the whole text to say so.
  if (index > 0 && standsAlone(text, index)) return index;
  return segmenter.segment(text).containing(index)?.index ?? index;
}
