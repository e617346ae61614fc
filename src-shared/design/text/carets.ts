import { fontMetrics } from '#shared/design/fonts.ts';
import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { graphemesOf } from '#shared/design/text/graphemes.ts';
import { textLanguage } from '#shared/design/text/language.ts';
import type { TextFragment, TextLayout, TextLine } from '#shared/design/text/layout.ts';
import { measureWidth } from '#shared/design/text/measure.ts';

/*
 * Where characters are, for editing in place. Places in the text are UTF-16 indices; all px are those of the
 * layer's box, before its rotation. In vertical text a caret lies across its column, so it is `width` long
 * and `height` is 0; text on a path is edited in a straight field, and its carets lie where the letters are.
 */

/** A caret: a line from (x, top), `height` px down, or `width` px to the right in vertical text. */
export interface Caret {
  x: number;
  top: number;
  width: number;
  height: number;
  /** Which of the layout's lines it is in. */
  line: number;
}

interface Stop {
  index: number;
  /** px from the fragment's start along the line. */
  offset: number;
}

const stops = new WeakMap<TextFragment, Stop[]>();

/** The places of a fragment where a caret can stand, from its start to its end; measured once. */
function stopsOf(fragment: TextFragment): Stop[] {
  const known = stops.get(fragment);
  if (known) return known;
  const found: Stop[] = [{ index: fragment.start, offset: 0 }];
  const graphemes = graphemesOf(fragment.text);
  for (const [order, { end }] of graphemes.entries()) {
    const last = order === graphemes.length - 1;
    const measured = measureWidth(
      fragment.shown.slice(0, end),
      fragment.font,
      fragment.style.letterSpacing,
      textLanguage(fragment.text),
    );
    const offset = last || fragment.squeeze !== undefined ? fragment.width : measured;
    found.push({ index: fragment.start + end, offset: Math.min(offset, fragment.width) });
  }
  stops.set(fragment, found);
  return found;
}

/** How far along its line a place of the text is, from the line's start. */
function offsetIn(layout: TextLayout, line: TextLine, index: number): number {
  let reached = 0;
  for (const fragment of line.fragments) {
    const begin = startOf(layout, line, fragment);
    if (index <= fragment.start) return begin;
    const stop = stopsOf(fragment).find((each) => each.index >= index);
    if (stop) return begin + stop.offset;
    reached = begin + fragment.width;
  }
  return reached;
}

function startOf(layout: TextLayout, line: TextLine, fragment: TextFragment): number {
  if (layout.writing === 'vertical') return (fragment.along ?? 0) - line.x;
  return fragment.x - line.x;
}

/**
 * The line of a place. Where a line wraps, the place between the two lines belongs to the second one; with
 * `before` to the first (a caret that came there with the End key).
 */
function lineAt(layout: TextLayout, index: number, before: boolean): number {
  const { lines } = layout;
  for (const [order, line] of lines.entries()) {
    const next = lines[order + 1];
    if (index < line.start) return Math.max(0, order - 1);
    if (index < line.end || !next) return order;
    if (index === line.end && (before || next.start > index)) return order;
  }
  return Math.max(0, lines.length - 1);
}

function styleNear(line: TextLine, index: number): TextFragment | undefined {
  return line.fragments.find((fragment) => fragment.end >= index) ?? line.fragments.at(-1);
}

/** The caret before the character at `index`; as tall as the font that is typed there. */
export function caretAt(layout: TextLayout, index: number, before = false): Caret {
  const order = lineAt(layout, index, before);
  const line = layout.lines[order];
  if (!line) return { x: 0, top: 0, width: 0, height: 0, line: 0 };
  const offset = offsetIn(layout, line, index);
  if (layout.writing === 'vertical') {
    return { x: line.top, top: line.x + offset, width: line.height, height: 0, line: order };
  }
  const near = styleNear(line, index);
  if (near && layout.writing === 'path') {
    const { ascent, descent } = fontMetrics(near.style.fontFamily);
    const size = near.style.fontSize;
    const [x, height] = [near.x, (ascent + descent) * size];
    return { x, top: near.baseline - ascent * size, width: 0, height, line: order };
  }
  if (!near) {
    const top = line.baseline - line.ascent;
    return { x: line.x, top, width: 0, height: line.ascent + line.descent, line: order };
  }
  const metrics = fontMetrics(near.style.fontFamily);
  const size = near.style.fontSize;
  return {
    x: line.x + offset,
    top: near.baseline - metrics.ascent * size,
    width: 0,
    height: (metrics.ascent + metrics.descent) * size,
    line: order,
  };
}

function indexOnPath(layout: TextLayout, x: number, y: number): number {
  const fragments = layout.lines.flatMap((line) => line.fragments);
  let best = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (const fragment of fragments) {
    const away = Math.hypot(fragment.x - x, fragment.baseline - y);
    if (away < distance) [best, distance] = [fragment.start, away];
  }
  return best;
}

/** The place of the text that is nearest to a point of the layer's box. */
export function indexAt(layout: TextLayout, x: number, y: number): number {
  if (layout.writing === 'path') return indexOnPath(layout, x, y);
  const vertical = layout.writing === 'vertical';
  const [along, across] = vertical ? [y, x] : [x, y];
  let line: TextLine | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (const each of layout.lines) {
    const away = Math.max(each.top - across, across - (each.top + each.height), 0);
    if (away < nearest) {
      nearest = away;
      line = each;
    }
  }
  if (!line) return 0;
  let best = line.start;
  let distance = Number.POSITIVE_INFINITY;
  for (const fragment of line.fragments) {
    const begin = line.x + startOf(layout, line, fragment);
    for (const stop of stopsOf(fragment)) {
      const away = Math.abs(begin + stop.offset - along);
      if (away < distance) {
        distance = away;
        best = stop.index;
      }
    }
  }
  return best;
}

/** Rectangles behind the characters from `from` to before `to`, one for each line they touch; none on a path. */
export function selectionRectangles(layout: TextLayout, from: number, to: number): Rectangle[] {
  const [start, end] = [Math.min(from, to), Math.max(from, to)];
  if (layout.writing === 'path') return [];
  return layout.lines.flatMap((line, order) => {
    const last = order === layout.lines.length - 1;
    // A chosen newline is shown as a little more of its line.
    const takesBreak = !last && start <= line.end && end > line.end;
    if (end < line.start || start > line.end || (start === end && !takesBreak)) return [];
    const begin = offsetIn(layout, line, Math.max(start, line.start));
    const stop = offsetIn(layout, line, Math.min(end, line.end)) + (takesBreak ? line.height * 0.15 : 0);
    if (stop <= begin) return [];
    return layout.writing === 'vertical'
      ? [{ x: line.top, y: line.x + begin, width: line.height, height: stop - begin }]
      : [{ x: line.x + begin, y: line.top, width: stop - begin, height: line.height }];
  });
}
