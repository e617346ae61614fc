import { Lexer, type Token, type Tokens } from 'marked';
import type { Block, Inline, ListBlock, ListItem } from './blocks.ts';
import { type InlineOptions, inlinesOfMarkdown } from './inline-markdown.ts';
import { calloutOf, headingOf, paragraphsOf, withHeader } from './markdown-parts.ts';
import { readPostLines } from './post-lines.ts';
import { paragraph, trimmedInlines } from './runs.ts';

/**
 * `post`: as the composer writes its text, every line a paragraph of its own. `file`: as other programs write
 * Markdown (CommonMark with GitHub's tables and checks), blank lines between paragraphs.
 */
export type MarkdownForm = 'post' | 'file';

/** Reads Markdown; never throws, and what it does not know stays as words. */
export function blocksOfMarkdown(markdown: string, form: MarkdownForm = 'post'): Block[] {
  const text = markdown.replace(/\r\n?/g, '\n');
  return form === 'post' ? readPostLines(text) : readFile(text);
}

/** Deepest list or quote inside another that is kept apart; hostile files nest thousands. */
const deepest = 24;

function readFile(markdown: string): Block[] {
  // Quote and list marks by the thousand on one line send any recursive reader out of its stack.
  const flat = markdown
    .replace(/^[ \t]{200,}/gm, ' '.repeat(200))
    .replace(/^([ \t]*(?:>[ \t]*|[-*+][ \t]+|\d{1,9}[.)][ \t]+)){25,}/gm, '');
  const front = flat.replace(/^---\n[\w-]+:[^\n]*\n(?:[^\n]*\n){0,200}?---\n/, (found) =>
    found.split('\n').every((line) => /^(?:---|[\w-]+:.*|\s+.*|#.*|- .*|)$/.test(line)) ? '' : found,
  );
  const lexer = new Lexer({ gfm: true, breaks: false });
  // Only the block pass: its inline pass knows no Chinese emphasis and is quadratic on hostile text.
  lexer.inlineQueue = [];
  const tokens = lexer.blockTokens(front, lexer.tokens);
  const options: InlineOptions = { foreign: true, references: lexer.tokens.links };
  return tokens.flatMap((token) => blocksOfToken(token, options, 0));
}

/** CommonMark's soft line ends are spaces, except between Chinese letters, which need none. */
function unwrapped(source: string): string {
  const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
  const parts: string[] = [];
  let before = '';
  for (const [index, given] of source.split('\n').entries()) {
    const line = index === 0 ? given : given.replace(/^[ \t]+/, '');
    if (index > 0) {
      const words = before.replace(/[ \t]+$/, '');
      const hard = / {2}$/.test(before) || /(?:^|[^\\])(?:\\\\)*\\$/.test(before);
      const last = /.$/su.exec(words)?.[0] ?? '';
      const first = /^./su.exec(line)?.[0] ?? '';
      if (hard) parts.push(words.endsWith('\\') && before === words ? words.slice(0, -1) : words, '\n');
      else parts.push(words, wide.test(last) && wide.test(first) ? '' : ' ');
    }
    before = line;
  }
  return [...parts, before].join('');
}

/** Elements whose inside is no text. */
const silent = /<(script|style|template|iframe|svg|math)\b[^]*?(?:<\/\1\s*>|$)/gi;

function blocksOfToken(token: Token, options: InlineOptions, depth: number): Block[] {
  const known = token as Tokens.Generic & Token;
  const text = 'text' in known && typeof known.text === 'string' ? known.text : '';
  switch (known.type) {
    case 'heading':
      return headingOf((known as Tokens.Heading).depth, unwrapped(text), options);
    case 'hr':
      return [{ kind: 'divider' }];
    case 'code':
      return [
        {
          kind: 'code',
          language: ((known as Tokens.Code).lang ?? '').split(/\s/)[0] ?? '',
          text: text.replace(/\n$/, ''),
        },
      ];
    case 'list':
      return [listOf(known as Tokens.List, options, depth)];
    case 'table':
      return [tableOf(known as Tokens.Table, options)];
    case 'blockquote':
      return quotesOf(known as Tokens.Blockquote, options, depth);
    case 'html': {
      const words = trimmedInlines(inlinesOfMarkdown(text.replace(silent, '').trim(), options));
      return words.length > 0 ? [paragraph(words)] : [];
    }
    case 'paragraph':
    case 'text':
      return paragraphsOf(unwrapped(text), options).filter(
        (block) => block.kind !== 'paragraph' || block.inlines.length > 0,
      );
    default:
      return [];
  }
}

/** A quote keeps its words; lists, code and pictures inside it become blocks of their own behind it. */
function quotesOf(token: Tokens.Blockquote, options: InlineOptions, depth: number): Block[] {
  if (depth > deepest) return paragraphsOf(token.text, options);
  const callout = calloutOf(token.text);
  const first = token.tokens[0];
  const inside = token.tokens.flatMap((child) => {
    const source =
      child === first && child.type === 'paragraph' && callout
        ? calloutOf((child as Tokens.Paragraph).text)
        : null;
    if (source === null) return blocksOfToken(child, options, depth + 1);
    return source.source.trim() === ''
      ? []
      : blocksOfToken({ ...child, text: source.source } as Token, options, depth + 1);
  });
  const wrap = (inlines: Inline[]): Block =>
    callout
      ? { kind: 'callout', tone: callout.tone, inlines: trimmedInlines(inlines) }
      : { kind: 'quote', inlines: trimmedInlines(inlines) };
  if (inside.length === 0 && callout) return [wrap([])];
  return gatherWords(inside, wrap).filter((block) => block.kind !== 'quote' || block.inlines.length > 0);
}

/** Paragraphs that follow each other as one wrapped block, with breaks between. */
export function gatherWords(blocks: readonly Block[], wrap: (inlines: Inline[]) => Block): Block[] {
  const out: Block[] = [];
  let words: Inline[] | null = null;
  for (const block of blocks) {
    const inlines =
      block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'quote' ? block.inlines : null;
    if (inlines === null) {
      if (words) out.push(wrap(words));
      words = null;
      out.push(block);
    } else words = words ? [...words, { kind: 'break' }, ...inlines] : inlines;
  }
  if (words) out.push(wrap(words));
  return out;
}

/** Between blank lines marked leaves the box of a task in its words. */
function wordsOfItem(text: string, item: Tokens.ListItem, first: boolean): string {
  return first && item.task && item.loose ? text.replace(/^\[[ xX]\][ \t]*/, '') : text;
}

function listOf(token: Tokens.List, options: InlineOptions, depth: number): ListBlock {
  const items = token.items.map((item): ListItem => {
    const lists: ListBlock[] = [];
    const words: Inline[][] = [];
    for (const child of item.tokens) {
      if (child.type === 'list' && depth < deepest)
        lists.push(listOf(child as Tokens.List, options, depth + 1));
      else if (child.type === 'code')
        words.push([{ kind: 'text', text: (child as Tokens.Code).text, code: true }]);
      else if ('text' in child && typeof child.text === 'string' && child.type !== 'checkbox')
        words.push(inlinesOfMarkdown(unwrapped(wordsOfItem(child.text, item, words.length === 0)), options));
    }
    const inlines = words.flatMap((part, index): Inline[] =>
      index === 0 ? part : [{ kind: 'break' }, ...part],
    );
    return { inlines: trimmedInlines(inlines), checked: item.task ? item.checked === true : null, lists };
  });
  return {
    kind: 'list',
    ordered: token.ordered,
    start: typeof token.start === 'number' ? token.start : 1,
    items,
  };
}

function tableOf(token: Tokens.Table, options: InlineOptions): Block {
  const cells = (row: readonly Tokens.TableCell[]): Inline[][] =>
    row.map((cell) => trimmedInlines(inlinesOfMarkdown(cell.text, options)));
  return withHeader([token.header, ...token.rows].map(cells), true);
}
