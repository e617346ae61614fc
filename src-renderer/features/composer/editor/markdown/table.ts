import type { MultilineElementTransformer } from '@lexical/markdown';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  TableCellNode,
  TableNode,
  TableRowNode,
} from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $isElementNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';

/** The nodes that a line of Markdown stands for. */
type ReadInline = (markdown: string) => LexicalNode[];
/** The Markdown of what an element holds, marks and links included. */
type WriteInline = (element: ElementNode) => string;

const row = /^\s*\|(.*)\|\s*$/;
const rule = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

/** The parts between the bars that have no backslash before them. */
function cellsOf(line: string): string[] {
  const inner = row.exec(line)?.[1] ?? '';
  const cells: string[] = [];
  let cell = '';
  for (let at = 0; at < inner.length; at++) {
    const sign = inner.charAt(at);
    if (sign === '\\' && inner.charAt(at + 1) === '|') {
      cell += '|';
      at++;
    } else if (sign === '\\') {
      cell += sign + inner.charAt(at + 1);
      at++;
    } else if (sign === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}

function cellMarkdown(cell: TableCellNode, write: WriteInline): string {
  const paragraphs = cell.getChildren().map((child) => ($isElementNode(child) ? write(child) : ''));
  return paragraphs
    .join('\n')
    .replaceAll('|', String.raw`\|`)
    .replaceAll(/ *\n */g, '<br>')
    .trim();
}

/** A pipe table; where no row is a header, an empty one stands for it, since the form asks for one. */
function tableMarkdown(table: TableNode, write: WriteInline): string {
  const rows = table.getChildren().filter($isTableRowNode);
  const texts = rows.map((each) =>
    each
      .getChildren()
      .filter($isTableCellNode)
      .map((cell) => cellMarkdown(cell, write)),
  );
  const columns = Math.max(1, ...texts.map((cells) => cells.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  const first = rows[0]?.getFirstChild();
  const header = $isTableCellNode(first) && first.hasHeaderState(TableCellHeaderStates.ROW);
  const [head = [], ...body] = header ? texts : [[], ...texts];
  return [line(head), line(Array.from({ length: columns }, () => '---')), ...body.map(line)].join('\n');
}

function $cell(markdown: string, header: boolean, read: ReadInline): TableCellNode {
  const cell = $createTableCellNode(header ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS);
  const paragraph = $createParagraphNode();
  markdown.split(/<br\s*\/?>/i).forEach((part, at) => {
    if (at > 0) paragraph.append($createLineBreakNode());
    paragraph.append(...read(part));
  });
  cell.append(paragraph);
  return cell;
}

function $table(lines: readonly string[], read: ReadInline): TableNode {
  const texts = lines.map(cellsOf);
  const [head = [], , ...body] = texts;
  const columns = head.length;
  const header = head.some((text) => text !== '');
  const table = $createTableNode();
  const rows = header ? [head, ...body] : body;
  if (rows.length === 0) rows.push(head);
  rows.forEach((cells, at) => {
    const made = $createTableRowNode();
    for (let column = 0; column < columns; column++)
      made.append($cell(cells[column] ?? '', header && at === 0, read));
    table.append(made);
  });
  return table;
}

/** A GFM table; the first line with bars and the rule below it start one. */
export function tableTransformer(read: ReadInline): MultilineElementTransformer {
  return {
    type: 'multiline-element',
    dependencies: [TableNode, TableRowNode, TableCellNode],
    regExpStart: row,
    export: (node, write) => ($isTableNode(node) ? tableMarkdown(node, write) : null),
    handleImportAfterStartMatch: ({ lines, rootNode, startLineIndex }) => {
      const ruled = lines[startLineIndex + 1];
      if (ruled === undefined || !rule.test(ruled)) return null;
      if (cellsOf(ruled).length !== cellsOf(lines[startLineIndex] ?? '').length) return null;
      let end = startLineIndex + 1;
      while (row.test(lines[end + 1] ?? '')) end++;
      rootNode.append($table(lines.slice(startLineIndex, end + 1), read));
      return [true, end];
    },
    replace: () => false,
  };
}
