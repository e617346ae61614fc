import { CodeHighlightNode, CodeNode } from '@lexical/code-core';
import { AutoLinkNode, LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import {
  $convertFromMarkdownString,
  $convertToMarkdownString,
  $generateNodesFromMarkdownString,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  CHECK_LIST,
  CODE,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  LINK,
  ORDERED_LIST,
  STRIKETHROUGH,
  type Transformer,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { HorizontalRuleNode } from '@lexical/react/LexicalHorizontalRuleNode';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import {
  $getRoot,
  $isElementNode,
  type ElementNode,
  type LexicalNode,
  type SerializedEditorState,
} from 'lexical';
import { CALLOUT, DIVIDER, QUOTE } from './markdown/blocks.ts';
import { IMAGE } from './markdown/image.ts';
import { INLINE_OUT } from './markdown/inline-writer.ts';
import { tableTransformer } from './markdown/table.ts';
import { UNDERLINE } from './markdown/underline.ts';
import { CalloutNode } from './nodes/callout-node.ts';
import { ImageNode } from './nodes/image-node.tsx';

export const nodes = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  LinkNode,
  AutoLinkNode,
  CodeNode,
  CodeHighlightNode,
  HorizontalRuleNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  CalloutNode,
  ImageNode,
];

const inline: Transformer[] = [
  INLINE_CODE,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  ITALIC_STAR,
  STRIKETHROUGH,
  LINK,
  UNDERLINE,
];

/** The nodes of a table cell's line; without block marks, since a cell holds words only. */
function $inlineNodes(markdown: string): LexicalNode[] {
  return $generateNodesFromMarkdownString(markdown, inline, true).flatMap((node) =>
    $isElementNode(node) ? node.getChildren() : [node],
  );
}

/** What typed Markdown turns into, and what is read from Markdown. The order decides: a callout is a quote too. */
export const transformers: Transformer[] = [
  tableTransformer($inlineNodes),
  CODE,
  HEADING,
  CALLOUT,
  QUOTE,
  DIVIDER,
  IMAGE,
  CHECK_LIST,
  UNORDERED_LIST,
  ORDERED_LIST,
  ...inline,
];

const writers: Transformer[] = [INLINE_OUT, ...transformers];

/** A block with everything in it, in order; nodes of a settled state never change, new ones replace them. */
function $family(node: LexicalNode, into: LexicalNode[]): LexicalNode[] {
  into.push(node);
  if ($isElementNode(node)) for (const child of node.getChildren()) $family(child, into);
  return into;
}

/**
 * Reads the text as Markdown inside an editor read, one line per paragraph as the platforms show it. Blocks that
 * did not change since the last reading are not written again, so that a keystroke costs its own paragraph.
 */
export function createMarkdownReader(): () => string {
  let known = new Map<string, { family: LexicalNode[]; text: string }>();
  return () => {
    const now: typeof known = new Map();
    const lines = $getRoot()
      .getChildren()
      .map((block) => {
        const family = $family(block, []);
        const before = known.get(block.getKey());
        const unchanged =
          before?.family.length === family.length && before.family.every((node, at) => node === family[at]);
        // The exporter wants a parent and asks it for nothing but its children.
        const parent = { getChildren: () => [block] } as unknown as ElementNode;
        const text = unchanged ? before.text : $convertToMarkdownString(writers, parent, true);
        now.set(block.getKey(), { family, text });
        return text;
      });
    known = now;
    return lines.join('\n');
  };
}

/** Inside an editor update: replaces everything by what the Markdown says. */
export function $setMarkdown(markdown: string): void {
  $convertFromMarkdownString(markdown, transformers, undefined, true);
}

/** True for a stored editor state; anything else is rebuilt from the Markdown beside it. */
export function isEditorState(document: unknown): document is SerializedEditorState {
  if (typeof document !== 'object' || document === null || !('root' in document)) return false;
  const root = document.root;
  return typeof root === 'object' && root !== null && 'children' in root && Array.isArray(root.children);
}
