import type { Block, ListBlock, ListItem } from './blocks.ts';
import { inlinesOfMarkdown } from './inline-markdown.ts';
import { calloutOf, headingOf, paragraphsOf, withHeader } from './markdown-parts.ts';
import { trimmedInlines } from './runs.ts';

const fence = /^[ \t]*(`{3,}|~{3,})[ \t]*([\w+#.-]*)[^`]*$/;
const heading = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
const divider = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;
const quote = /^ {0,3}>(?:[ \t](.*))?$/;
const listLine = /^([ \t]*)(?:([-*+])|(\d{1,9})[.)])(?:[ \t]+(.*))?$/;
const tableLine = /^[ \t]*\|(.*)\|[ \t]*$/;
const tableRule = /^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;

/** Lines of the composer's text as blocks: what is no mark of a block is a paragraph, one per line. */
export function readPostLines(text: string): Block[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let at = 0;
  /** Takes lines as long as they have the shape. */
  const run = (shape: RegExp): string[] => {
    const start = at;
    while (at < lines.length && shape.test(lines[at] ?? '')) at += 1;
    return lines.slice(start, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const opened = fence.exec(line);
    const title = heading.exec(line);
    if (opened) {
      const end = closingFence(lines, at, opened[1] ?? '```');
      blocks.push({ kind: 'code', language: opened[2] ?? '', text: lines.slice(at + 1, end).join('\n') });
      at = end + 1;
    } else if (title) {
      blocks.push(...headingOf(title[1]?.length ?? 1, title[2] ?? ''));
      at += 1;
    } else if (divider.test(line)) {
      blocks.push({ kind: 'divider' });
      at += 1;
    } else if (quote.test(line)) blocks.push(...quotesOfLines(run(quote)));
    else if (tableLine.test(line)) blocks.push(...tablesOfLines(run(tableLine)));
    else if (isListLine(line)) {
      const start = at;
      while (at < lines.length && isListLine(lines[at] ?? '')) at += 1;
      blocks.push(...listsOfLines(lines.slice(start, at)));
    } else {
      blocks.push(...paragraphsOf(line));
      at += 1;
    }
  }
  return blocks;
}

function isListLine(line: string): boolean {
  const found = listLine.exec(line);
  // A year or a minus at the end of a thought is no list.
  return found !== null && !divider.test(line) && /^[ \t]*\S+[ \t]/.test(line);
}

function closingFence(lines: readonly string[], at: number, opened: string): number {
  const char = opened[0] ?? '`';
  for (let end = at + 1; end < lines.length; end += 1) {
    const line = (lines[end] ?? '').trim();
    if (line.length >= opened.length && line === char.repeat(line.length)) return end;
  }
  return lines.length;
}

function quotesOfLines(lines: readonly string[]): Block[] {
  const parts: string[][] = [];
  for (const line of lines) {
    const words = quote.exec(line)?.[1] ?? '';
    const last = parts.at(-1);
    if (!last || calloutOf(words)) parts.push([words]);
    else last.push(words);
  }
  return parts.map((part): Block => {
    const source = part.join('\n');
    const callout = calloutOf(source);
    return callout
      ? { kind: 'callout', tone: callout.tone, inlines: trimmedInlines(inlinesOfMarkdown(callout.source)) }
      : { kind: 'quote', inlines: inlinesOfMarkdown(source) };
  });
}

/** Cells of `| a | b |`; `\|` is no border. */
function cellsOf(line: string): string[] {
  const inside = tableLine.exec(line)?.[1] ?? '';
  return inside.split(/(?<!\\)\|/).map((cell) => cell.replace(/^[ \t]+|[ \t]+$/g, '').replaceAll('\\|', '|'));
}

/** Lines of cells as tables: a line of dashes makes the line before it the head of a new one. */
function tablesOfLines(lines: readonly string[]): Block[] {
  const starts = lines.flatMap((_, at) =>
    at === 0 || (at > 1 && tableRule.test(lines[at + 1] ?? '')) ? [at] : [],
  );
  return starts.map((start, index) => tableOfLines(lines.slice(start, starts[index + 1])));
}

function tableOfLines(lines: readonly string[]): Block {
  const ruled = lines[1] !== undefined && tableRule.test(lines[1]);
  const cells = lines.filter((_, row) => !(ruled && row === 1)).map(cellsOf);
  const width = Math.max(...cells.map((row) => row.length));
  const rows = cells.map((row) =>
    Array.from({ length: width }, (_, at) => trimmedInlines(inlinesOfMarkdown(row[at] ?? ''))),
  );
  return withHeader(rows, ruled);
}

function listsOfLines(lines: readonly string[]): ListBlock[] {
  const top: ListBlock[] = [];
  /** Open lists from the outside in, with the column their marks stand at. */
  const open: { list: ListBlock; column: number }[] = [];
  for (const line of lines) {
    const [, spaces = '', bullet, number, words = ''] = listLine.exec(line) ?? [];
    const column = spaces.replaceAll('\t', '    ').length;
    const ordered = bullet === undefined;
    const check = ordered ? null : /^\[([ xX]?)\](?:[ \t]+|$)/.exec(words);
    const item: ListItem = {
      inlines: trimmedInlines(inlinesOfMarkdown(check ? words.slice(check[0].length) : words)),
      checked: check ? /x/i.test(check[1] ?? '') : null,
      lists: [],
    };
    let inner = open.at(-1);
    while (inner && open.length > 1 && column < inner.column) {
      open.pop();
      inner = open.at(-1);
    }
    const deeper = inner !== undefined && column >= inner.column + 2 && open.length < 24;
    const kin =
      inner && !deeper && inner.list.ordered === ordered && isCheck(inner.list) === (check !== null);
    if (inner && kin) {
      inner.list.items.push(item);
      continue;
    }
    const list: ListBlock = { kind: 'list', ordered, start: Number(number ?? 1), items: [item] };
    if (inner && !deeper) open.pop();
    const parent = deeper ? inner?.list.items.at(-1) : open.at(-1)?.list.items.at(-1);
    (parent?.lists ?? top).push(list);
    open.push({ list, column });
  }
  return top;
}

function isCheck(list: ListBlock): boolean {
  return list.items[0]?.checked !== null;
}
