import type { Block, Inline } from '../blocks.ts';
import { gatherWords } from '../read-markdown.ts';
import { runsOf, trimmedInlines } from '../runs.ts';
import { attribute, elementsOf, type HtmlElement } from './element.ts';

/** More cells than this are cut off: a sheet of a million empty cells is no table of a text. */
const mostCells = 20_000;

function rowsOf(table: HtmlElement): HtmlElement[] {
  return elementsOf(table).flatMap((part) => {
    if (part.tagName === 'tr') return [part];
    return /^(?:thead|tbody|tfoot)$/.test(part.tagName) ? rowsOf(part) : [];
  });
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return elementsOf(row).filter((cell) => cell.tagName === 'td' || cell.tagName === 'th');
}

function span(cell: HtmlElement, name: string): number {
  return Math.min(50, Math.max(1, Number.parseInt(attribute(cell, name), 10) || 1));
}

/** The words of a cell, and what cannot stand in one. */
function cellContent(blocks: readonly Block[]): { inlines: Inline[]; rest: Block[] } {
  const words = blocks.flatMap((block): Block[] => {
    if (
      block.kind === 'paragraph' ||
      block.kind === 'heading' ||
      block.kind === 'quote' ||
      block.kind === 'callout'
    )
      return [{ kind: 'paragraph', align: 'start', inlines: block.inlines }];
    if (block.kind === 'code')
      return [
        { kind: 'paragraph', align: 'start', inlines: [{ kind: 'text', text: block.text, code: true }] },
      ];
    if (block.kind === 'list')
      return block.items.map((item) => ({
        kind: 'paragraph',
        align: 'start',
        inlines: [{ kind: 'text', text: '• ' }, ...item.inlines],
      }));
    if (block.kind === 'table')
      return block.rows.map((row) => ({
        kind: 'paragraph',
        align: 'start',
        inlines: row.flatMap((cell, at): Inline[] => [
          ...(at > 0 ? [{ kind: 'text', text: ' ' } as const] : []),
          ...cell,
        ]),
      }));
    return [];
  });
  const [gathered] = gatherWords(words, (inlines) => ({ kind: 'quote', inlines }));
  const inlines = gathered?.kind === 'quote' ? trimmedInlines(gathered.inlines) : [];
  return { inlines, rest: blocks.filter((block) => block.kind === 'image') };
}

function isBold(cell: readonly Inline[]): boolean {
  const runs = runsOf(cell);
  return runs.length > 0 && runs.every((run) => run.bold === true || run.text.trim() === '');
}

/** Word, Docs and sheets know no head cells: people set the first row bold. */
function titled(header: boolean, rows: Inline[][][]): Block {
  const [first = [], ...rest] = rows;
  const bold = first.every((cell) => cell.length === 0 || isBold(cell)) && first.some(isBold);
  if (header || !bold || rest.length === 0 || rest.some((row) => row.every(isBold)))
    return { kind: 'table', header, rows };
  for (const run of runsOf(first.flat())) delete run.bold;
  return { kind: 'table', header: true, rows: [first.map((cell) => trimmedInlines(cell)), ...rest] };
}

/**
 * A table with spanned cells as empty ones; pictures of its cells stand behind it. One that only lays out a page (a
 * single cell, or `role=presentation`) is taken apart into what it holds.
 */
export function readTable(table: HtmlElement, read: (cell: HtmlElement) => Block[]): Block[] {
  const rows = rowsOf(table);
  const cells = rows.flatMap(cellsOf);
  if (cells.length <= 1 || attribute(table, 'role') === 'presentation') return cells.flatMap(read);
  const grid: Inline[][][] = [];
  const behind: Block[] = [];
  /** Rows that a cell from above still takes, by column. */
  const taken: number[] = [];
  let count = 0;
  for (const row of rows) {
    const line: Inline[][] = [];
    const skip = (): void => {
      while ((taken[line.length] ?? 0) > 0) {
        taken[line.length] = (taken[line.length] ?? 1) - 1;
        line.push([]);
      }
    };
    for (const cell of cellsOf(row)) {
      skip();
      const { inlines, rest } = cellContent(read(cell));
      behind.push(...rest);
      const down = span(cell, 'rowspan') - 1;
      for (let across = 0; across < span(cell, 'colspan'); across += 1) {
        taken[line.length] = down;
        line.push(across === 0 ? inlines : []);
      }
    }
    skip();
    count += line.length;
    if (count > mostCells) break;
    if (line.length > 0) grid.push(line);
  }
  const filled = grid.filter((line) => line.some((cell) => cell.length > 0));
  const used = Math.max(0, ...filled.map((line) => line.findLastIndex((cell) => cell.length > 0) + 1));
  if (used === 0) return behind;
  const [only] = filled;
  if (used === 1 && filled.length === 1)
    return [{ kind: 'paragraph', align: 'start', inlines: only?.[0] ?? [] }, ...behind];
  const first = rows.find((row) => cellsOf(row).length > 0);
  const header =
    first !== undefined &&
    ((first.parentNode && 'tagName' in first.parentNode && first.parentNode.tagName === 'thead') ||
      cellsOf(first).every((cell) => cell.tagName === 'th'));
  const even = filled.map((line) => Array.from({ length: used }, (_, at) => line[at] ?? []));
  return [titled(header === true, even), ...behind];
}
