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
      return tableLines(block, form);
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

function withoutEndBreaks(inlines: readonly Inline[]): Inline[] {
  const first = inlines.findIndex(({ kind }) => kind !== 'break');
  return first < 0 ? [] : inlines.slice(first, inlines.findLastIndex(({ kind }) => kind !== 'break') + 1);
}

function wordLines(inlines: readonly Inline[], form: MarkdownForm): string[] {
  // A file has no sign for breaks before or behind all words.
  const shown = form === 'file' ? withoutEndBreaks(inlines) : inlines;
  const lines = markdownOfInlines(shown, form === 'file')
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
    const own = lineWords(item.inlines, form);
    const words = form === 'file' && own.trim() === '' ? '<!-- -->' : own;
    const shield = list.ordered || check !== '' ? words : words.replace(/^\[(?=[ xX]?\])/, '\\[');
    return [
      `${indent}${mark} ${check}${shielded(shield)}`,
      ...item.lists.flatMap((inner) => [
        // CommonMark reads a number other than 1 under words as more words.
        ...(form === 'file' && inner.ordered && inner.start !== 1 ? [''] : []),
        ...listLines(inner, indent + inside, form),
      ]),
    ];
  });
}

/** Items and cells are one line in Markdown that every reader understands; a break inside one is `<br>`. */
function lineWords(inlines: readonly Inline[], form: MarkdownForm): string {
  const shown = form === 'file' ? withoutEndBreaks(inlines) : inlines;
  const line = markdownOfInlines(shown, true).replaceAll('\n', '<br>');
  return form === 'file' ? firmEnds(line) : line;
}

/**
 * Plain spaces at the ends taken off, as they set an item further in; wide ones as character references, which
 * readers of files do not take for the end of a list.
 */
function firmEnds(words: string): string {
  return words
    .replace(/^ +| +$/g, '')
    .replace(/^\s+|\s+$/g, (spaces) => spaces.replace(/[^ ]/g, (char) => `&#${char.charCodeAt(0)};`));
}

function tableLines(table: Extract<Block, { kind: 'table' }>, form: MarkdownForm): string[] {
  const width = Math.max(1, ...table.rows.map((row) => row.length));
  const lineOf = (row: readonly Inline[][]): string => {
    const cells = Array.from({ length: width }, (_, at) =>
      lineWords(row[at] ?? [], form)
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
