import { paragraphsOf } from '#shared/design/text/breaking.ts';
import type { TextToLayOut } from '#shared/design/text/layout.ts';
import { piecesOf } from '#shared/design/text/pieces.ts';
import { styleAt } from '#shared/design/text/runs.ts';
import type { Cell } from '#shared/design/text/vertical-cells.ts';
import { cellsOf, cutWord, squeezeMarks } from '#shared/design/text/vertical-cells.ts';

/** No column starts with these, and none ends with those (GB/T 15834, clreq). */
const neverFirst = /^[，。、；：？！’”）》〉」』】〕…—～·％]/u;
const neverLast = /^[“‘（《〈「『【〔]/u;

/** One column of vertical text, before it has a place. */
export interface Column {
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
  /** Number of its paragraph when it is the first column of one. */
  opens: number | null;
}

/** Room for the marker of a list's paragraph at the top of its columns, in em. */
const markerRoom = 1.4;

/** px at the top of every column of a list. */
export function indentOf(node: TextToLayOut): number {
  return (node.list ?? 'none') === 'none' ? 0 : markerRoom * node.fontSize;
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

/** The columns of a text, each at most `maximum` px long unless it is one character. */
export function columnsOf(node: TextToLayOut, maximum: number, language: string): Column[] {
  const columns: Column[] = [];
  const paragraphs = paragraphsOf(node.text, piecesOf(node));
  for (const [number, paragraph] of paragraphs.entries()) {
    const broken = breakCells(
      node.text,
      squeezeMarks(node.text, cellsOf(paragraph.pieces, language)),
      maximum,
      language,
    );
    for (const [index, cells] of (broken.length > 0 ? broken : [[]]).entries()) {
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
        opens: index === 0 ? number : null,
      });
    }
    const last = columns.at(-1);
    if (last && paragraph !== paragraphs.at(-1)) last.space = node.paragraphSpacing ?? 0;
  }
  return columns;
}

/** The columns that fit the box, the last one ending in “…”. */
export function cutColumns(node: TextToLayOut, columns: readonly Column[]): Column[] {
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
  const room = node.height - indentOf(node) - model.style.fontSize;
  while (cells.length > 1 && (lengthOf(cells) > room || neverFirst.test(cells.at(-1)?.shown ?? '')))
    cells.pop();
  const end = cells.at(-1)?.end ?? last.start;
  const advance = model.style.fontSize;
  cells.push({ ...model, kind: 'turned', shown: '…', start: end, end, advance, shift: { x: 0, y: 0 } });
  return [...kept.slice(0, -1), { ...last, cells, end, length: lengthOf(cells) }];
}
