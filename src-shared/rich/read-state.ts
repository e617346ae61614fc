import {
  type Align,
  type Block,
  calloutTones,
  type CalloutTone,
  imageWidths,
  type ImageWidth,
  type Inline,
  type ListBlock,
  type ListItem,
  type TextRun,
} from './blocks.ts';
import { imageAddress } from './image-markdown.ts';
import { joinedInlines, joinedRuns, type Mark, textRun } from './runs.ts';
import { safeLink } from './safe-link.ts';

/** A node of a stored editor state as it comes: anything may be missing or of another type. */
type Node = Readonly<Record<string, unknown>>;

/** Deepest nesting that is read; a damaged or hostile state may nest without end. */
const deepest = 40;

/** Bits of a text node's `format`, as Lexical stores them. */
const formatBits: Record<Mark, number> = { bold: 1, italic: 2, strike: 4, underline: 8, code: 16 };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function childrenOf(node: Node): Node[] {
  const { children } = node;
  return Array.isArray(children) ? children.filter(isNode) : [];
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** True for a stored editor state; anything else is rebuilt from the Markdown beside it. */
export function isStoredState(state: unknown): boolean {
  return isNode(state) && isNode(state['root']) && Array.isArray(state['root']['children']);
}

/** Reads a stored editor state; damaged parts are left out, their words kept where there are any. Never throws. */
export function blocksOfState(state: unknown): Block[] {
  if (!isNode(state) || !isNode(state['root'])) return [];
  return childrenOf(state['root']).flatMap((node) => blocksOfNode(node, 0));
}

function alignOf(node: Node): Align {
  const format = node['format'];
  if (format === 'center' || format === 'justify') return format;
  return format === 'right' || format === 'end' ? 'end' : 'start';
}

function blocksOfNode(node: Node, depth: number): Block[] {
  if (depth > deepest) return [];
  switch (node['type']) {
    case 'paragraph':
      return paragraphs(node, depth);
    case 'heading': {
      const tag = stringOf(node['tag']);
      const level = tag === 'h1' ? 1 : tag === 'h2' ? 2 : 3;
      return [{ kind: 'heading', level, align: alignOf(node), inlines: inlinesOf(node, depth) }];
    }
    case 'quote':
      return [{ kind: 'quote', inlines: inlinesOf(node, depth) }];
    case 'callout': {
      const tone = calloutTones.find((known: CalloutTone) => known === node['tone']) ?? 'note';
      return [{ kind: 'callout', tone, inlines: inlinesOf(node, depth) }];
    }
    case 'code':
      return [{ kind: 'code', language: stringOf(node['language']), text: codeText(node, depth) }];
    case 'list': {
      const list = listOf(node, depth);
      return list.items.length > 0 ? [list] : [];
    }
    case 'table':
      return tableOf(node, depth);
    case 'image':
      return [imageOfNode(node)];
    case 'horizontalrule':
      return [{ kind: 'divider' }];
    default: {
      const inlines = joinedInlines(inlinesOfNode(node, depth));
      return inlines.length > 0 ? [{ kind: 'paragraph', align: 'start', inlines }] : [];
    }
  }
}

/** A paragraph; pictures that got inside one stand behind it. */
function paragraphs(node: Node, depth: number): Block[] {
  const images = childrenOf(node).filter((child) => child['type'] === 'image');
  const inlines = inlinesOf(node, depth);
  const words: Block[] =
    images.length > 0 && inlines.length === 0 ? [] : [{ kind: 'paragraph', align: alignOf(node), inlines }];
  return [...words, ...images.map(imageOfNode)];
}

function imageOfNode(node: Node): Block {
  const assetId = stringOf(node['assetId']);
  return {
    kind: 'image',
    assetId: /^[\w-]{1,64}$/.test(assetId) ? assetId : null,
    url: imageAddress(stringOf(node['url'])),
    alt: stringOf(node['alt']),
    caption: stringOf(node['caption']),
    width: imageWidths.find((known: ImageWidth) => known === node['width']) ?? 'full',
  };
}

function inlinesOf(node: Node, depth: number): Inline[] {
  return joinedInlines(childrenOf(node).flatMap((child) => inlinesOfNode(child, depth + 1)));
}

function inlinesOfNode(node: Node, depth: number): Inline[] {
  if (depth > deepest) return [];
  switch (node['type']) {
    case 'linebreak':
      return [{ kind: 'break' }];
    case 'tab':
      return [textRun('\t')];
    case 'image':
    case 'horizontalrule':
      return [];
    case 'link':
    case 'autolink': {
      const runs = runsOf(inlinesOf(node, depth));
      const url = safeLink(node['url']);
      // An address found by itself and taken back by the writer is words.
      return url === null || node['isUnlinked'] === true ? runs : [{ kind: 'link', url, runs }];
    }
    default: {
      if (Array.isArray(node['children'])) return inlinesOf(node, depth);
      const text = stringOf(node['text']);
      return text === '' ? [] : textInlines(text, marksOfNode(node));
    }
  }
}

/** Line ends inside a text node, which the editor itself never writes, are breaks. */
function textInlines(text: string, marks: readonly Mark[]): Inline[] {
  return text
    .split(/\r\n?|\n/)
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      textRun(line, marks),
    ]);
}

function marksOfNode(node: Node): Mark[] {
  const format = typeof node['format'] === 'number' ? node['format'] : 0;
  return (Object.keys(formatBits) as Mark[]).filter((mark) => (format & formatBits[mark]) !== 0);
}

function runsOf(inlines: readonly Inline[]): TextRun[] {
  return joinedRuns(
    inlines.flatMap((inline) => {
      if (inline.kind === 'text') return [inline];
      return inline.kind === 'link' ? inline.runs : [textRun(' ')];
    }),
  );
}

function codeText(node: Node, depth: number): string {
  if (depth > deepest) return '';
  return childrenOf(node)
    .map((child) => {
      if (child['type'] === 'linebreak') return '\n';
      if (child['type'] === 'tab') return '\t';
      return Array.isArray(child['children']) ? codeText(child, depth + 1) : stringOf(child['text']);
    })
    .join('');
}

/** The editor keeps a list inside a list in an item of its own; here it belongs to the item before. */
function listOf(node: Node, depth: number): ListBlock {
  const check = node['listType'] === 'check';
  const items: ListItem[] = [];
  for (const child of childrenOf(node)) {
    if (child['type'] !== 'listitem') continue;
    const lists = depth > deepest ? [] : childrenOf(child).filter((inner) => inner['type'] === 'list');
    const own = lists.length === 0 || childrenOf(child).length > lists.length;
    const last = items.at(-1);
    const item: ListItem =
      own || !last
        ? { inlines: itemInlines(child, depth), checked: check ? child['checked'] === true : null, lists: [] }
        : last;
    if (item !== last) items.push(item);
    item.lists.push(...lists.map((list) => listOf(list, depth + 2)).filter((list) => list.items.length > 0));
  }
  const start =
    typeof node['start'] === 'number' && Number.isInteger(node['start']) ? Math.max(0, node['start']) : 1;
  return { kind: 'list', ordered: node['listType'] === 'number', start, items };
}

function itemInlines(item: Node, depth: number): Inline[] {
  const words = childrenOf(item).filter((child) => child['type'] !== 'list');
  return joinedInlines(words.flatMap((child) => inlinesOfNode(child, depth + 1)));
}

function tableOf(node: Node, depth: number): Block[] {
  const rows = childrenOf(node).filter((row) => row['type'] === 'tablerow');
  const cellsOf = (row: Node): Node[] => childrenOf(row).filter((cell) => cell['type'] === 'tablecell');
  const words = rows.map((row) => cellsOf(row).map((cell) => cellInlines(cell, depth)));
  const width = Math.max(0, ...words.map((row) => row.length));
  if (width === 0) return [];
  const first = rows[0] ? cellsOf(rows[0]) : [];
  const header =
    first.length > 0 &&
    first.every((cell) => typeof cell['headerState'] === 'number' && (cell['headerState'] & 1) === 1);
  const full = words.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, (): Inline[] => []),
  ]);
  return [{ kind: 'table', header, rows: full }];
}

/** Paragraphs of a cell with breaks between. */
function cellInlines(cell: Node, depth: number): Inline[] {
  const parts = childrenOf(cell).map((child) => joinedInlines(inlinesOfNode(child, depth + 3)));
  const inlines = parts.flatMap((part, index): Inline[] =>
    index === 0 ? part : [{ kind: 'break' }, ...part],
  );
  return joinedInlines(inlines);
}
