import { paragraphsOf } from '#shared/design/text/breaking.ts';
import { textLanguage } from '#shared/design/text/language.ts';
import type { TextFragment, TextLayout, TextLine, TextToLayOut } from '#shared/design/text/layout.ts';
import { piecesOf } from '#shared/design/text/pieces.ts';
import { styleAt } from '#shared/design/text/runs.ts';
import type { Cell } from '#shared/design/text/vertical-cells.ts';
import { cellsOf, cutWord, squeezeMarks } from '#shared/design/text/vertical-cells.ts';

/*
 * Vertical Chinese: columns from top to bottom, from right to left. A canvas cannot set text this way, so each
 * character is placed on its own; the squares are those of the em, as in print.
 */

/** Where the baseline of a Han font lies in its em square, from the top. */
const hanAscent = 0.88;
/** How far the middle of a lying glyph is above its baseline, in em: of full-width marks, of Latin words. */
const middleOfMarks = 0.38;
const middleOfWords = 0.35;

/** No column starts with these, and none ends with those (GB/T 15834, clreq). */
const neverFirst = /^[，。、；：？！’”）》〉」』】〕…—～·％]/u;
const neverLast = /^[“‘（《〈「『【〔]/u;

interface Column {
  start: number;
  end: number;
  cells: Cell[];
  /** px down, without what hangs. */
  length: number;
  /** px across. */
  breadth: number;
  size: number;
  /** px to the left after it. */
  space: number;
}

function mayBreak(text: string, before: Cell, after: Cell): boolean {
  const last = text[before.end - 1] ?? '';
  const next = text[after.start] ?? '';
  if (after.kind === 'space' || neverFirst.test(next)) return false;
  if (neverLast.test(last)) return false;
  return !(before.kind === 'word' && after.kind === 'word');
}

/** The length of cells without spaces at the end and without the spacing after the last one. */
function lengthOf(cells: readonly Cell[]): number {
  let length = 0;
  let solid = 0;
  for (const cell of cells) {
    length += cell.advance;
    if (cell.kind !== 'space') solid = length - cell.style.letterSpacing;
  }
  return Math.max(0, solid);
}

function breakCells(text: string, cells: readonly Cell[], maximum: number, language: string): Cell[][] {
  const rest = cells.flatMap((cell) =>
    cell.kind === 'word' && cell.advance - cell.style.letterSpacing > maximum
      ? cutWord(cell, language)
      : [cell],
  );
  const columns: Cell[][] = [];
  let column: Cell[] = [];
  let length = 0;
  let breakAt = 0;
  for (let index = 0; index < rest.length; index += 1) {
    const cell = rest[index];
    if (!cell) break;
    const before = column.at(-1);
    if (before && mayBreak(text, before, cell)) breakAt = column.length;
    column.push(cell);
    length += cell.advance;
    const solid = length - cell.style.letterSpacing;
    if (column.length === 1 || cell.kind === 'space' || solid <= maximum + 0.01) continue;
    // Back to the last place where a column may end; anywhere when there is none.
    const cut = breakAt > 0 ? breakAt : column.length - 1;
    columns.push(column.slice(0, cut));
    index -= column.length - cut;
    column = [];
    length = 0;
    breakAt = 0;
  }
  if (column.length > 0) columns.push(column);
  return columns;
}

function columnsOf(node: TextToLayOut, maximum: number, language: string): Column[] {
  const columns: Column[] = [];
  const paragraphs = paragraphsOf(node.text, piecesOf(node));
  for (const paragraph of paragraphs) {
    const broken = breakCells(
      node.text,
      squeezeMarks(node.text, cellsOf(paragraph.pieces, language)),
      maximum,
      language,
    );
    for (const cells of broken.length > 0 ? broken : [[]]) {
      const sizes = cells.map((cell) => cell.style.fontSize);
      const size = sizes.length > 0 ? Math.max(...sizes) : styleAt(node, paragraph.start).fontSize;
      columns.push({
        start: cells[0]?.start ?? paragraph.start,
        end: cells.at(-1)?.end ?? paragraph.end,
        cells,
        length: lengthOf(cells),
        breadth: size * node.lineHeight,
        size,
        space: 0,
      });
    }
    const last = columns.at(-1);
    if (last && paragraph !== paragraphs.at(-1)) last.space = node.paragraphSpacing ?? 0;
  }
  return columns;
}

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

function placeColumn(node: TextToLayOut, column: Column, left: number): TextLine {
  const { start, end, cells, length, breadth, size } = column;
  const spare = node.height - length;
  const begin = node.align === 'left' ? 0 : node.align === 'center' ? spare / 2 : spare;
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
    marker: null,
  };
}

/** The columns that fit the box, the last one ending in “…”. */
function cutColumns(node: TextToLayOut, columns: readonly Column[]): Column[] {
  let used = 0;
  const fitting = columns.filter((column) => {
    used += column.breadth;
    const fits = used <= node.width + 0.01;
    used += column.space;
    return fits;
  });
  if (fitting.length === columns.length) return [...columns];
  const kept = fitting.length > 0 ? fitting : columns.slice(0, 1);
  const last = kept.at(-1);
  const model = last?.cells.at(-1);
  if (!last || !model) return kept;
  const cells = [...last.cells];
  const room = node.height - model.style.fontSize;
  while (cells.length > 1 && (lengthOf(cells) > room || neverFirst.test(cells.at(-1)?.shown ?? '')))
    cells.pop();
  const end = cells.at(-1)?.end ?? last.start;
  const advance = model.style.fontSize;
  cells.push({ ...model, kind: 'turned', shown: '…', start: end, end, advance, shift: { x: 0, y: 0 } });
  return [...kept.slice(0, -1), { ...last, cells, end, length: lengthOf(cells) }];
}

/**
 * Columns from right to left. They break at the box's height unless the width is automatic. `align` is along
 * the column (left is the top); `verticalAlign` places the columns of a fixed box (top is the right side).
 */
export function layoutVertical(node: TextToLayOut): TextLayout {
  const language = textLanguage(node.text);
  const maximum = node.sizing === 'auto-width' ? Number.POSITIVE_INFINITY : Math.max(node.height, 1);
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
  const height = columns.reduce((longest, column) => Math.max(longest, column.length), 0);
  return { lines, width, height, scale: 1, cut: columns.length < all.length, writing: 'vertical' };
}
