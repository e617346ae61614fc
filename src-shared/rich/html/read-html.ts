import type { Align, Block, CalloutTone, Inline, ListBlock, ListItem } from '../blocks.ts';
import { gatherWords } from '../read-markdown.ts';
import { type Mark, runsOf, textRun, trimmedInlines, wordsOf } from '../runs.ts';
import { safeLink } from '../safe-link.ts';
import { unescaped } from '../inline-markdown.ts';
import {
  attribute,
  elementsOf,
  findElement,
  hasAttribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  parseHtml,
  styleOf,
  textOf,
} from './element.ts';
import { alignInside, isBlockTag, isSilent, marksInside, toneOf, toneOfSign } from './looks.ts';
import { ownFigure, readPicture } from './pictures.ts';
import { readTable } from './tables.ts';
import { isWordSign, listsOfWordItems, type WordItem, wordPlace } from './word-lists.ts';

export interface ReadHtml {
  blocks: Block[];
  /** Pictures that have no address anyone could use, such as those Word leaves in a temporary folder. */
  lostPictures: number;
}

interface Context {
  marks: ReadonlySet<Mark>;
  align: Align;
  link: string | null;
  /** Spaces and line ends of the source count. */
  kept: boolean;
}

const plain: Context = { marks: new Set(), align: 'start', link: null, kept: false };

/**
 * Reads HTML of any program (Word, Google Docs, LibreOffice, WeChat, Notion, Feishu, Yuque, sheets, pages) into blocks.
 * The answer is data only: words, marks, http(s) and mailto links, addresses of pictures. Nothing of the source
 * is run, loaded or kept as HTML. Never throws.
 */
export function readHtml(html: string): ReadHtml {
  const nodes = parseHtml(html);
  if (nodes === null) return { blocks: wordsOnly(html), lostPictures: 0 };
  const reader = new Reader({ lostPictures: 0 });
  reader.readNodes(nodes, plain);
  return { blocks: reader.end(), lostPictures: reader.tally.lostPictures };
}

/** Words of HTML that nests without end. */
function wordsOnly(html: string): Block[] {
  const words = html
    .replace(/<(script|style|svg|math|template)\b[^]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^<>]*>/g, '\n');
  return words
    .split(/\n+/)
    .map((line) => unescaped(line.replaceAll('\\', '\\\\')).trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', align: 'start', inlines: [textRun(line)] }));
}

class Reader {
  readonly tally: { lostPictures: number };
  private readonly blocks: Block[] = [];
  private words: Inline[] = [];
  private wordsAlign: Align = 'start';
  private wordItems: WordItem[] = [];

  constructor(tally: { lostPictures: number }) {
    this.tally = tally;
  }

  end(): Block[] {
    this.closeWords();
    this.closeWordList();
    return this.blocks;
  }

  readNodes(nodes: readonly HtmlNode[], context: Context): void {
    for (const node of nodes) {
      if (isElement(node)) this.readElement(node, context);
      else if (node.nodeName === '#text' && 'value' in node) this.addText(node.value, context);
    }
  }

  /** What stands inside an element, read for itself. */
  private inside(element: HtmlElement, context: Context): Block[] {
    const reader = new Reader(this.tally);
    reader.readNodes(element.childNodes, context);
    return reader.end();
  }

  private add(...blocks: Block[]): void {
    this.closeWords();
    this.closeWordList();
    for (const block of blocks) this.blocks.push(block);
  }

  private closeWords(): void {
    const inlines = trimmedInlines(plainEnds(this.words));
    this.words = [];
    if (wordsOf(inlines).trim() === '') return;
    this.closeWordList();
    this.blocks.push({ kind: 'paragraph', align: this.wordsAlign, inlines });
  }

  private closeWordList(): void {
    if (this.wordItems.length > 0) this.blocks.push(...listsOfWordItems(this.wordItems));
    this.wordItems = [];
  }

  private addText(value: string, context: Context): void {
    const lines = context.kept
      ? value.replace(/\r\n?/g, '\n').split('\n')
      : [value.replace(/[ \t\r\n\f]+/g, ' ')];
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.words.push({ kind: 'break' });
      const last = this.words.at(-1);
      const spaced = last === undefined || last.kind === 'break' || endsInSpace(last);
      const text = line.replaceAll('\u00a0', ' ').replace(/[\u200b\ufeff]/g, '');
      const shown = spaced && !context.kept ? text.replace(/^ +/, '') : text;
      if (shown === '') continue;
      if (this.words.length === 0) this.wordsAlign = context.align;
      const run = textRun(shown, context.marks);
      // Every program draws a line under its links.
      if (context.link !== null) delete run.underline;
      if (context.link === null) this.words.push(run);
      else if (last?.kind === 'link' && last.url === context.link) last.runs.push(run);
      else this.words.push({ kind: 'link', url: context.link, runs: [run] });
    }
  }

  private readElement(element: HtmlElement, outside: Context): void {
    const { tagName } = element;
    if (isSilent(element) || isWordSign(element)) return;
    if (tagName === 'br') {
      if (!attribute(element, 'class').includes('Apple-interchange')) this.words.push({ kind: 'break' });
      return;
    }
    if (tagName === 'img') return this.readPicture(element, outside);
    const context: Context = {
      marks: marksInside(element, outside.marks),
      align: alignInside(element, outside.align),
      link: tagName === 'a' ? (linkOf(element) ?? outside.link) : outside.link,
      kept: /^pre|^break-spaces/.test(styleOf(element, 'white-space') || (outside.kept ? 'pre' : '')),
    };
    if (isBlockTag(tagName) || tagName === 'hr' || tagName === 'input') this.readBlock(element, context);
    else this.readNodes(element.childNodes, context);
  }

  private readPicture(element: HtmlElement, context: Context): void {
    const picture = readPicture(element);
    if (picture === 'nothing') return;
    if (picture === 'lost') this.tally.lostPictures += 1;
    else if (picture.kind === 'text') this.addText(picture.text, context);
    else this.add(picture);
  }

  private readBlock(element: HtmlElement, context: Context): void {
    const { tagName } = element;
    const heading = headingDepth(element);
    const tone = toneOf(element);
    if (tagName === 'input') return;
    if (tagName === 'hr') return this.add({ kind: 'divider' });
    if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu' || tagName === 'dir') {
      return this.add(...this.readList(element, context));
    }
    if (tagName === 'table')
      return this.add(...readTable(element, (cell) => this.inside(cell, cellContext(cell, context))));
    if (tagName === 'pre') return this.add(codeOf(element));
    if (tone !== null && (tagName !== 'aside' || element.childNodes.length > 0)) {
      const inside = calloutBlocks(this.inside(element, context), tone);
      return this.add(...inside);
    }
    if (tagName === 'blockquote') {
      return this.add(
        ...gatherWords(this.inside(element, context), (inlines) => ({ kind: 'quote', inlines })),
      );
    }
    if (heading !== null) return this.add(...this.readHeading(element, heading, context));
    if (tagName === 'figure') return this.readFigure(element, context);
    const place = wordPlace(element);
    if (place) return this.readWordItem(element, place, context);
    this.closeWords();
    this.wordsAlign = context.align;
    this.readNodes(element.childNodes, context);
    this.closeWords();
  }

  private readWordItem(
    element: HtmlElement,
    place: Omit<WordItem, 'kind' | 'inlines'>,
    context: Context,
  ): void {
    this.closeWords();
    const blocks = this.inside(element, context);
    const [words] = gatherWords(blocks, (inlines) => ({ kind: 'quote', inlines }));
    const inlines = words?.kind === 'quote' ? words.inlines : [];
    this.wordItems.push({ kind: 'word-item', ...place, inlines });
  }

  private readHeading(element: HtmlElement, depth: number, context: Context): Block[] {
    return this.inside(element, context).map((block): Block => {
      if (block.kind !== 'paragraph') return block;
      const level = depth <= 1 ? 1 : depth === 2 ? 2 : 3;
      return { kind: 'heading', level, align: block.align, inlines: withoutCommonBold(block.inlines) };
    });
  }

  private readFigure(element: HtmlElement, context: Context): void {
    const caption = findElement(element, (inner) => inner.tagName === 'figcaption');
    const words = caption ? textOf(caption).replace(/\s+/g, ' ').trim() : '';
    const image = findElement(element, (inner) => inner.tagName === 'img');
    const own = ownFigure(element, image ? attribute(image, 'alt') : null, words);
    if (own) return this.add(own);
    const blocks = this.inside(element, context);
    const pictures = blocks.filter((block) => block.kind === 'image');
    if (pictures.length !== 1) return this.add(...blocks);
    const others = blocks.filter(
      (block) =>
        block.kind !== 'image' &&
        !(block.kind === 'paragraph' && wordsOf(block.inlines).replace(/\s+/g, ' ').trim() === words),
    );
    this.add(...pictures.map((picture) => ({ ...picture, caption: words || picture.caption })), ...others);
  }

  /** A list, and behind it what cannot stand in one: pictures, tables, code. */
  private readList(element: HtmlElement, context: Context): Block[] {
    const items: ListItem[] = [];
    const behind: Block[] = [];
    const check = isCheckList(element);
    for (const child of elementsOf(element)) {
      if (isSilent(child)) continue;
      // Google Docs and Word's web page set inner lists beside the item they belong to.
      const inner = child.tagName === 'ul' || child.tagName === 'ol' ? this.readList(child, context) : null;
      const blocks = inner ?? this.inside(child, { ...context, marks: marksInside(child, context.marks) });
      const state = inner ? null : checkedOf(child, check);
      const item: ListItem = { inlines: [], checked: state, lists: [] };
      for (const block of blocks) {
        if (block.kind === 'list') item.lists.push(block);
        else if ('inlines' in block) {
          if (item.inlines.length > 0) item.inlines.push({ kind: 'break' });
          for (const inline of block.inlines) item.inlines.push(inline);
        } else behind.push(block);
      }
      const last = items.at(-1);
      if (item.inlines.length === 0 && state === null && last) last.lists.push(...item.lists);
      else if (item.inlines.length > 0 || item.lists.length > 0 || state !== null)
        items.push(typedCheck(item));
    }
    if (items.length === 0) return behind;
    const some = items.some((item) => item.checked !== null);
    const start = Number.parseInt(attribute(element, 'start'), 10);
    const list: ListBlock = {
      kind: 'list',
      ordered: element.tagName === 'ol' && !some,
      start: element.tagName === 'ol' && !some && start >= 0 ? start : 1,
      items: some ? items.map((item) => ({ ...item, checked: item.checked ?? false })) : items,
    };
    return [list, ...behind];
  }
}

/** Notion sets the sign of a callout before its words; the tone says the same. */
function calloutBlocks(blocks: Block[], tone: CalloutTone): Block[] {
  const [first, ...rest] = blocks;
  const sign =
    first?.kind === 'paragraph' && rest.length > 0 ? toneOfSign(wordsOf(first.inlines).trim()) : null;
  const shown = sign !== null && sign !== 'note' ? sign : tone;
  return gatherWords(sign === null ? blocks : rest, (inlines) => ({ kind: 'callout', tone: shown, inlines }));
}

/** Spaces at the ends of bold or slanted words are plain: nobody sees them, and Markdown cannot say them. */
function plainEnds(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.kind !== 'text' || inline.code === true || (!inline.bold && !inline.italic)) return [inline];
    if (inline.text.trim() === inline.text) return [inline];
    const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(inline.text) ?? [];
    return [textRun(before), { ...inline, text: words }, textRun(after)].filter((run) => run.text !== '');
  });
}

function endsInSpace(inline: Inline): boolean {
  const run = inline.kind === 'link' ? inline.runs.at(-1) : inline;
  return run?.kind === 'text' && run.text.endsWith(' ');
}

/** The link of an `<a>`; Google's documents send every reader through a page of their own. */
function linkOf(element: HtmlElement): string | null {
  const address = attribute(element, 'href').trim();
  const through = /^https:\/\/www\.google\.com\/url\?(?:[^#]*&)?q=([^&#]+)/.exec(address)?.[1];
  if (through === undefined) return safeLink(address);
  try {
    return safeLink(decodeURIComponent(through));
  } catch {
    return safeLink(address);
  }
}

function headingDepth(element: HtmlElement): number | null {
  const tag = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (tag !== undefined) return Number(tag);
  const classes = attribute(element, 'class');
  if (/(?:^|\s)MsoTitle(?:\s|$)/.test(classes)) return 1;
  const level = /(?:^|\s)(?:MsoHeading|heading-)([1-9])(?:\s|$)/.exec(classes)?.[1];
  if (level !== undefined) return Number(level);
  const spoken = attribute(element, 'role') === 'heading' ? Number(attribute(element, 'aria-level')) : 0;
  return spoken > 0 ? spoken : null;
}

/** A heading is bold by itself. */
function withoutCommonBold(inlines: Inline[]): Inline[] {
  const runs = runsOf(inlines);
  if (!runs.every((run) => run.bold === true || run.text.trim() === '')) return inlines;
  for (const run of runs) delete run.bold;
  return trimmedInlines(inlines);
}

/** Head cells are bold by themselves. */
function cellContext(cell: HtmlElement, context: Context): Context {
  const marks = new Set(marksInside(cell, context.marks));
  if (cell.tagName === 'th') marks.delete('bold');
  return { ...context, marks, align: 'start' };
}

/** Code with its line ends; WeChat sets every line in an element of its own. */
function codeOf(pre: HtmlElement): Block {
  const codes = elementsOf(pre).filter((child) => child.tagName === 'code');
  const source = codes.length > 1 ? codes.map(codeText).join('\n') : codeText(pre);
  const named = [pre, ...codes].flatMap((element) => [
    attribute(element, 'data-lang'),
    attribute(element, 'data-language'),
    attribute(element, 'data-lark-language').toLowerCase(),
    /(?:^|\s)(?:language|lang|highlight-source)-([\w+#.-]+)/.exec(attribute(element, 'class'))?.[1] ?? '',
  ]);
  const language = named.find((name) => /^[\w+#.-]{1,30}$/.test(name)) ?? '';
  const text = source
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u00a0', ' ')
    .replace(/^\n|\n$/g, '');
  return { kind: 'code', language, text };
}

function codeText(node: HtmlNode): string {
  if (!isElement(node)) return textOf(node);
  if (node.tagName === 'br') return '\n';
  const text = isSilent(node) ? '' : node.childNodes.map(codeText).join('');
  return (node.tagName === 'div' || node.tagName === 'p') && !text.endsWith('\n') ? `${text}\n` : text;
}

function isCheckList(list: HtmlElement): boolean {
  return /(?:^|[\s_-])(?:to-do|todo|task|check|ne-tl|contains-task)/.test(
    attribute(list, 'class').toLowerCase(),
  );
}

/** Whether an item is something to do, and done: by its role, its box, or the classes of Notion and Feishu. */
function checkedOf(item: HtmlElement, check: boolean): boolean | null {
  const spoken = attribute(item, 'aria-checked');
  if (attribute(item, 'role') === 'checkbox' || spoken !== '') return spoken === 'true';
  const isBox = (inner: HtmlElement): boolean =>
    inner.tagName === 'input' && attribute(inner, 'type').toLowerCase() === 'checkbox';
  const own = elementsOf(item).filter((child) => child.tagName !== 'ul' && child.tagName !== 'ol');
  const box = own
    .map((child) => (isBox(child) ? child : findElement(child, isBox)))
    .find((found) => found !== null);
  if (box) return hasAttribute(box, 'checked');
  if (!check) return null;
  const classes = `${attribute(item, 'class')} ${attribute(item, 'data-list')} ${own.map((child) => attribute(child, 'class')).join(' ')}`;
  return /checkbox-on|(?:^|[\s_-])(?:checked|done)(?:$|\s)/.test(classes);
}

/** `[ ] words` typed as the item, as Notion copies it. */
function typedCheck(item: ListItem): ListItem {
  const [first, ...rest] = item.inlines;
  const found = item.checked === null && first?.kind === 'text' ? /^\[([ xX]?)\] /.exec(first.text) : null;
  if (!found || first?.kind !== 'text') return item;
  const words = first.text.slice(found[0].length);
  return {
    ...item,
    checked: /x/i.test(found[1] ?? ''),
    inlines: [...(words === '' ? [] : [{ ...first, text: words }]), ...rest],
  };
}
