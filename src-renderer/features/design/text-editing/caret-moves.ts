import { caretAt, indexAt } from '#shared/design/text/carets.ts';
import type { TextLayout } from '#shared/design/text/layout.ts';
import { pathIndexAt } from './path-carets.ts';

/** A place of the caret; see `TextSelection.atLineEnd`. */
export interface CaretPlace {
  index: number;
  atLineEnd: boolean;
}

/** A place in px of the layer's box. */
interface BoxPoint {
  x: number;
  y: number;
}

/** The place nearest to a point; where a line wraps, on the line that the point is at. */
export function placeAt(layout: TextLayout, { x, y }: BoxPoint): CaretPlace {
  if (layout.writing === 'path') return { index: pathIndexAt(layout, x, y), atLineEnd: false };
  const index = indexAt(layout, x, y);
  const across = layout.writing === 'vertical' ? x : y;
  const awayFrom = (line: number): number => {
    const { top, height } = layout.lines[line] ?? { top: 0, height: 0 };
    return Math.abs(across - top - height / 2);
  };
  const after = caretAt(layout, index).line;
  const before = caretAt(layout, index, true).line;
  return { index, atLineEnd: before !== after && awayFrom(before) < awayFrom(after) };
}

/** The start or the end of the visual line that the caret is in. */
export function lineEdge(layout: TextLayout, from: CaretPlace, edge: 'start' | 'end'): CaretPlace {
  const order = caretAt(layout, from.index, from.atLineEnd).line;
  const line = layout.lines[order];
  if (!line) return from;
  if (edge === 'start') return { index: line.start, atLineEnd: false };
  const next = layout.lines[order + 1];
  return { index: line.end, atLineEnd: next !== undefined && next.start === line.end };
}

/** How far along its line a caret is: what moving over lines tries to keep. */
export function alongOf(layout: TextLayout, { index, atLineEnd }: CaretPlace): number {
  const caret = caretAt(layout, index, atLineEnd);
  return layout.writing === 'vertical' ? caret.top : caret.x;
}

/** One visual line on or back, `along` px from the start of lines; beyond the last line lies the text's end. */
export function lineStep(
  layout: TextLayout,
  from: CaretPlace,
  by: 1 | -1,
  along: number,
  length: number,
): CaretPlace {
  const order = caretAt(layout, from.index, from.atLineEnd).line + by;
  const line = layout.lines[order];
  if (!line || layout.writing === 'path') return { index: by < 0 ? 0 : length, atLineEnd: false };
  const across = line.top + line.height / 2;
  return placeAt(layout, layout.writing === 'vertical' ? { x: across, y: along } : { x: along, y: across });
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The word (in Chinese too) around a place; a space or mark on its own when the place is at one. */
export function wordAround(text: string, index: number): { from: number; to: number } {
  const segments = words.segment(text);
  const at = segments.containing(Math.min(index, Math.max(0, text.length - 1)));
  if (!at) return { from: 0, to: 0 };
  // Right behind a word, that word is meant, not the space that follows it.
  const before =
    index > 0 && index === at.index && !at.isWordLike ? segments.containing(index - 1) : undefined;
  const meant = before?.isWordLike ? before : at;
  return { from: meant.index, to: meant.index + meant.segment.length };
}

/** The paragraph around a place, without its newline. */
export function paragraphAround(text: string, index: number): { from: number; to: number } {
  const end = text.indexOf('\n', index);
  return { from: text.lastIndexOf('\n', index - 1) + 1, to: end < 0 ? text.length : end };
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** One character as a reader counts them, on or back. */
export function characterStep(text: string, index: number, by: 1 | -1): number {
  const next =
    by > 0 ? graphemes.segment(text).containing(index) : graphemes.segment(text).containing(index - 1);
  if (!next) return index;
  return by > 0 ? next.index + next.segment.length : next.index;
}
