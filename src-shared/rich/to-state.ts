import type { Block, ImageBlock, Inline, ListBlock } from './blocks.ts';
import { marksOf, type Mark } from './runs.ts';

/** A serialised node of the editor, with whatever its type adds. */
type StateNode = { type: string; version: number } & Record<string, unknown>;

const formatBits: Record<Mark, number> = { bold: 1, italic: 2, strike: 4, underline: 8, code: 16 };

const element = { direction: null, format: '', indent: 0, version: 1 };

/** Blocks as the nodes the editor stores. */
export function nodesOfBlocks(blocks: readonly Block[]): StateNode[] {
  return blocks.map(nodeOf);
}

function nodeOf(block: Block): StateNode {
  switch (block.kind) {
    case 'paragraph':
      return { ...paragraphNode(block.inlines), format: formatOf(block.align) };
    case 'heading':
      return {
        ...element,
        type: 'heading',
        tag: `h${block.level}`,
        format: formatOf(block.align),
        children: inlineNodes(block.inlines),
      };
    case 'quote':
      return { ...element, type: 'quote', children: inlineNodes(block.inlines) };
    case 'callout':
      return { ...element, type: 'callout', tone: block.tone, children: inlineNodes(block.inlines) };
    case 'code':
      return { ...element, type: 'code', language: block.language, children: codeNodes(block.text) };
    case 'list':
      return listNode(block, 0);
    case 'table':
      return tableNode(block);
    case 'image':
      return imageNode(block);
    case 'divider':
      return { type: 'horizontalrule', version: 1 };
  }
}

function formatOf(align: string): string {
  return align === 'start' ? '' : align === 'end' ? 'right' : align;
}

function paragraphNode(inlines: readonly Inline[]): StateNode {
  return { ...element, type: 'paragraph', textFormat: 0, textStyle: '', children: inlineNodes(inlines) };
}

function textNodes(text: string, format: number): StateNode[] {
  return text
    .split(/(\t)/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '\t'
        ? { type: 'tab', version: 1, detail: 2, format, mode: 'normal', style: '', text: '\t' }
        : { type: 'text', version: 1, detail: 0, format, mode: 'normal', style: '', text: part },
    );
}

/** Inlines as text, linebreak and link nodes. */
function inlineNodes(inlines: readonly Inline[]): StateNode[] {
  return inlines.flatMap((inline): StateNode[] => {
    if (inline.kind === 'break') return [{ type: 'linebreak', version: 1 }];
    if (inline.kind === 'text') {
      const format = marksOf(inline).reduce((bits, mark) => bits | formatBits[mark], 0);
      return textNodes(inline.text, format);
    }
    return [
      {
        ...element,
        type: 'link',
        url: inline.url,
        rel: 'noreferrer',
        target: null,
        title: null,
        children: inlineNodes(inline.runs),
      },
    ];
  });
}

function codeNodes(text: string): StateNode[] {
  return text
    .split('\n')
    .flatMap((line, index): StateNode[] => [
      ...(index > 0 ? [{ type: 'linebreak', version: 1 }] : []),
      ...textNodes(line, 0),
    ]);
}

function listNode(list: ListBlock, indent: number): StateNode {
  const check = !list.ordered && list.items[0]?.checked !== null && list.items.length > 0;
  const children: StateNode[] = [];
  let value = list.start;
  for (const item of list.items) {
    children.push({
      ...element,
      type: 'listitem',
      indent,
      value,
      ...(check ? { checked: item.checked === true } : {}),
      children: inlineNodes(item.inlines),
    });
    value += 1;
    for (const inner of item.lists)
      children.push({ ...element, type: 'listitem', indent, value, children: [listNode(inner, indent + 1)] });
  }
  return {
    ...element,
    type: 'list',
    listType: check ? 'check' : list.ordered ? 'number' : 'bullet',
    start: list.start,
    tag: list.ordered ? 'ol' : 'ul',
    children,
  };
}

function tableNode(table: Extract<Block, { kind: 'table' }>): StateNode {
  const width = Math.max(1, ...table.rows.map((row) => row.length));
  const rows = table.rows.map((row, index) => ({
    ...element,
    type: 'tablerow',
    children: Array.from({ length: width }, (_, column) => ({
      ...element,
      type: 'tablecell',
      backgroundColor: null,
      colSpan: 1,
      rowSpan: 1,
      headerState: table.header && index === 0 ? 1 : 0,
      children: [paragraphNode(row[column] ?? [])],
    })),
  }));
  return { ...element, type: 'table', children: rows };
}

function imageNode(image: ImageBlock): StateNode {
  const { assetId, url, alt, caption, width } = image;
  return { type: 'image', version: 1, assetId, url, alt, caption, width };
}
