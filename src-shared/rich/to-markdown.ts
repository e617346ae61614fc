import type { Block, Inline, ListBlock } from './blocks.ts';
import { markdownOfImage } from './image-markdown.ts';
import { markdownOfInlines } from './inline-to-markdown.ts';
import type { MarkdownForm } from './read-markdown.ts';

/**
 * Blocks as Markdown. In the `post` form every block is on lines of its own without blank ones between, as the
 * composer stores its text; the `file` form is what other programs read. The alignment of paragraphs is lost.
 */
export function markdownOf(blocks: readonly Block[], form: MarkdownForm = 'post'): string {
  if (form === 'post') return blocks.map((block) => linesOf(block, form).join('\n')).join('\n');
  const parts: string[] = [];
  let before = '';
  for (const block of blocks) {
    if (block.kind === 'paragraph' && block.inlines.length === 0) continue;
    // Two lists, or two quotes, in a row would be read as one.
    const alike = before === block.kind && (block.kind === 'list' || block.kind === 'quote');
    if (alike) parts.push('<!-- -->');
    parts.push(linesOf(block, form).join('\n'));
    before = block.kind;
  }
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

function linesOf(block: Block, form: MarkdownForm): string[] {
  switch (block.kind) {
    case 'paragraph':
      return wordLines(block.inlines, form);
    case 'heading':
      return [`${'#'.repeat(block.level)} ${oneLine(block.inlines)}`];
    case 'quote':
      return wordLines(block.inlines, form).map((line) => `> ${line}`);
    case 'callout': {
      const [first = '', ...rest] = wordLines(block.inlines, form);
      const name = `> [!${block.tone.toUpperCase()}]`;
      // GitHub wants the name on a line of its own.
      const lines = form === 'file' ? [name, `> ${first}`] : [`${name} ${first}`];
      return [...lines, ...rest.map((line) => `> ${line}`)];
    }
    case 'code':
      return codeLines(block.language, block.text);
    case 'list':
      return listLines(block, '', form);
    case 'table':
      return tableLines(block);
    case 'image':
      return [markdownOfImage(block)];
    case 'divider':
      return ['---'];
  }
}

/** What would start a block at the beginning of a line is written so that it does not; `#tag` stays as it is. */
function shielded(line: string): string {
  return line
    .replace(/^(\s*)(?=#{1,6}(?:\s|$)|>|\||[+-](?:\s|$)|(?:[-=]\s*){2,}$|-{3})/, '$1\\')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

function wordLines(inlines: readonly Inline[], form: MarkdownForm): string[] {
  const lines = markdownOfInlines(inlines, form === 'file')
    .split('\n')
    .map(shielded);
  if (form === 'post') return lines;
  // Spaces at the ends of a line mean something else in files; a break inside a paragraph is a backslash there.
  return lines.map((line, index) => {
    const kept = line.replace(/^[ \t]+/, (spaces) =>
      spaces.replace(/./gsu, (char) => `&#${char.charCodeAt(0)};`),
    );
    return index < lines.length - 1 ? `${kept.replace(/ +$/, '')}\\` : kept;
  });
}

function oneLine(inlines: readonly Inline[]): string {
  return markdownOfInlines(
    inlines.map((inline) => (inline.kind === 'break' ? { kind: 'text', text: ' ' } : inline)),
    true,
  ).replace(/(#+)$/, (found) => found.replaceAll('#', '\\#'));
}

function codeLines(language: string, text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((found) => found[0].length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language.replace(/[^\w+#.-]/g, '')}`, ...(text === '' ? [] : text.split('\n')), fence];
}

function listLines(list: ListBlock, indent: string, form: MarkdownForm): string[] {
  return list.items.flatMap((item, index) => {
    const mark = list.ordered ? `${list.start + index}.` : '-';
    // The editor steps by four; other programs by the width of the mark.
    const inside = ' '.repeat(form === 'post' ? 4 : mark.length + 1);
    const check = item.checked === null ? '' : item.checked ? '[x] ' : '[ ] ';
    // Other programs take the mark of an empty item for a line under a heading.
    const own = form === 'file' ? firmEnds(oneLineItem(item.inlines)) : oneLineItem(item.inlines);
    const words = form === 'file' && own.trim() === '' ? '<!-- -->' : own;
    const shield = list.ordered || check !== '' ? words : words.replace(/^\[(?=[ xX]?\])/, '\\[');
    return [
      `${indent}${mark} ${check}${shielded(shield)}`,
      ...item.lists.flatMap((inner) => listLines(inner, indent + inside, form)),
    ];
  });
}

/** Items are one line in Markdown that every reader understands; a break inside one is `<br>`. */
function oneLineItem(inlines: readonly Inline[]): string {
  return markdownOfInlines(inlines, true).replaceAll('\n', '<br>');
}

/** Wide spaces at the ends of an item as character references: readers of files take them for the end of a list. */
function firmEnds(words: string): string {
  return words.replace(/^[^\S ]+|[^\S ]+$/g, (spaces) =>
    spaces.replace(/./gsu, (char) => `&#${char.charCodeAt(0)};`),
  );
}

function tableLines(table: Extract<Block, { kind: 'table' }>): string[] {
  const width = Math.max(1, ...table.rows.map((row) => row.length));
  const lineOf = (row: readonly Inline[][]): string => {
    const cells = Array.from({ length: width }, (_, at) =>
      oneLineItem(row[at] ?? [])
        .replaceAll('|', '\\|')
        .replace(/^(:?-+:?)$/, '\\$1'),
    );
    return `| ${cells.join(' | ')} |`;
  };
  const rule = `|${' --- |'.repeat(width)}`;
  const [first = [], ...rest] = table.rows;
  // Without a header the first row of the Markdown stays empty: GitHub's tables always have one.
  return table.header
    ? [lineOf(first), rule, ...rest.map(lineOf)]
    : [lineOf([]), rule, ...table.rows.map(lineOf)];
}
