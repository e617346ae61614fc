import { canvasFont, latinMarkFont } from '#shared/design/fonts.ts';
import { textLanguage } from '#shared/design/text/language.ts';
import type { TextFragment, TextLayout, TextLine, TextToLayOut } from '#shared/design/text/layout.ts';
import { measureWidth } from '#shared/design/text/measure.ts';
import { styleAt } from '#shared/design/text/runs.ts';
import type { Cell } from '#shared/design/text/vertical-cells.ts';
import type { Column } from '#shared/design/text/vertical-columns.ts';
import { columnsOf, cutColumns, indentOf } from '#shared/design/text/vertical-columns.ts';

/*
 * Vertical Chinese: columns from top to bottom, from right to left. A canvas cannot set text this way, so each
 * character is placed on its own; the squares are those of the em, as in print.
 */

/** Where the baseline of a Han font lies in its em square, from the top. */
const hanAscent = 0.88;
/** How far the middle of a lying glyph is above its baseline, in em: of full-width marks, of Latin words. */
const middleOfMarks = 0.38;
const middleOfWords = 0.35;

/** Where a cell is drawn: `middle` is that of its column, `top` where its square starts. */
function fragmentOf(text: string, cell: Cell, middle: number, top: number): TextFragment {
  const { shown, start, end, style, font, shift, breadth } = cell;
  const size = style.fontSize;
  // A raised run stands to the right of its column.
  const centre = middle + style.baseline;
  const common = {
    text: text.slice(start, end),
    shown,
    start,
    end,
    style,
    font,
    width: cell.advance,
    along: top,
  };
  if (cell.kind === 'turned' || cell.kind === 'word') {
    const above = cell.kind === 'turned' ? middleOfMarks : middleOfWords;
    return { ...common, x: centre - above * size, baseline: top + shift.y * size, turn: 90 };
  }
  const squeeze = cell.kind === 'number' && breadth > size ? size / breadth : 1;
  return {
    ...common,
    x: centre - (breadth * squeeze) / 2 + shift.x * size,
    baseline: top + (hanAscent + shift.y) * size,
    ...(squeeze < 1 && { squeeze }),
  };
}

/** A bullet or an upright number in the first square of a column. */
function markerOf(node: TextToLayOut, column: Column, middle: number, top: number): TextFragment | null {
  if (column.opens === null || (node.list ?? 'none') === 'none') return null;
  const own = styleAt(node, column.start);
  const style = { ...own, letterSpacing: 0, baseline: 0, highlight: null, underline: false, strike: false };
  const bullet = node.list === 'bullet';
  const shown = bullet ? '•' : `${column.opens + 1}`;
  const fontFor = bullet ? latinMarkFont : canvasFont;
  const font = fontFor(style.fontFamily, style.fontWeight, style.fontSize);
  const breadth = measureWidth(shown, font, 0, 'en');
  const cell = {
    kind: 'number',
    shown,
    start: column.start,
    end: column.start,
    breadth,
    font,
    style,
  } as const;
  return fragmentOf('', { ...cell, advance: style.fontSize, shift: { x: 0, y: 0 } }, middle, top);
}

function placeColumn(node: TextToLayOut, column: Column, left: number): TextLine {
  const { start, end, cells, length, breadth, size } = column;
  const indent = indentOf(node);
  const spare = node.height - indent - length;
  const begin = indent + (node.align === 'left' ? 0 : node.align === 'center' ? spare / 2 : spare);
  const middle = left + breadth / 2;
  let at = begin;
  const fragments = cells.map((cell) => {
    const fragment = fragmentOf(node.text, cell, middle, at);
    at += cell.advance;
    return fragment;
  });
  return {
    text: node.text.slice(start, end),
    start,
    end,
    x: begin,
    baseline: middle,
    width: length,
    top: left,
    height: breadth,
    ascent: size / 2,
    descent: size / 2,
    fragments,
    marker: markerOf(node, column, middle, begin - indent),
  };
}

/**
 * Columns from right to left. They break at the box's height unless the width is automatic. `align` is along
 * the column (left is the top); `verticalAlign` places the columns of a fixed box (top is the right side).
 */
export function layoutVertical(node: TextToLayOut): TextLayout {
  const language = textLanguage(node.text);
  const maximum =
    node.sizing === 'auto-width' ? Number.POSITIVE_INFINITY : Math.max(node.height - indentOf(node), 1);
  const all = columnsOf(node, maximum, language);
  const columns = node.overflow === 'ellipsis' && node.sizing === 'fixed' ? cutColumns(node, all) : all;
  const width = columns.reduce(
    (sum, column, index) => sum + column.breadth + (index < columns.length - 1 ? column.space : 0),
    0,
  );
  const spare = node.sizing === 'fixed' ? node.width - width : 0;
  const inwards = node.verticalAlign === 'middle' ? spare / 2 : node.verticalAlign === 'bottom' ? spare : 0;
  let right = node.width - inwards;
  const lines = columns.map((column) => {
    right -= column.breadth;
    const line = placeColumn(node, column, right);
    right -= column.space;
    return line;
  });
  const height = columns.reduce((longest, column) => Math.max(longest, indentOf(node) + column.length), 0);
  return { lines, width, height, scale: 1, cut: columns.length < all.length, writing: 'vertical' };
}
