import { $createCodeNode, $isCodeNode } from '@lexical/code-core';
import { $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import { $isListNode, ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $getNearestNodeOfType } from '@lexical/utils';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type ElementFormatType,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type TextFormatType,
} from 'lexical';
import { $inTable } from './blocks/insert-block.ts';
import { $createCalloutNode, $isCalloutNode } from './nodes/callout-node.ts';

export const blockKinds = ['paragraph', 'h1', 'h2', 'h3', 'quote', 'callout', 'code'] as const;
/** What a block can be turned into. */
export type BlockKind = (typeof blockKinds)[number];

/** What the selection is in, for the pressed state of the tools. */
export interface Formats {
  text: ReadonlySet<TextFormatType>;
  block: BlockKind | 'bullet' | 'number' | 'check';
  align: ElementFormatType;
  link: string | null;
}
export const noFormats: Formats = { text: new Set(), block: 'paragraph', align: '', link: null };

const textFormats: readonly TextFormatType[] = ['bold', 'italic', 'underline', 'strikethrough', 'code'];

function kindOf(node: ElementNode): Formats['block'] {
  if ($isHeadingNode(node)) {
    const tag = node.getTag();
    return tag === 'h1' || tag === 'h2' ? tag : 'h3';
  }
  if ($isQuoteNode(node)) return 'quote';
  if ($isCalloutNode(node)) return 'callout';
  if ($isCodeNode(node)) return 'code';
  return $isListNode(node) ? node.getListType() : 'paragraph';
}

function $blockOf(node: LexicalNode): ElementNode | null {
  const list = $getNearestNodeOfType(node, ListNode);
  if (list) return list;
  const block = $findMatchingParent(node, (each) => $isElementNode(each) && !each.isInline());
  return $isElementNode(block) ? block : null;
}

/** Inside an editor read. */
export function $formats(): Formats {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return noFormats;
  const anchor = selection.anchor.getNode();
  const block = $blockOf(anchor);
  const link = anchor.getParents().find($isLinkNode) ?? ($isLinkNode(anchor) ? anchor : null);
  return {
    text: new Set(textFormats.filter((format) => selection.hasFormat(format))),
    block: block ? kindOf(block) : 'paragraph',
    align: block?.getFormatType() ?? '',
    link: link?.getURL() ?? null,
  };
}

/** Two states of the tools are the same where their keys are. */
export function formatsKey({ text, block, align, link }: Formats): string {
  return [...text, block, align, link].join(' ');
}

const makers: Record<BlockKind, () => ElementNode> = {
  paragraph: $createParagraphNode,
  h1: () => $createHeadingNode('h1'),
  h2: () => $createHeadingNode('h2'),
  h3: () => $createHeadingNode('h3'),
  quote: $createQuoteNode,
  callout: () => $createCalloutNode('note'),
  code: () => $createCodeNode(),
};

/** Turns the selected blocks into the kind, or back into paragraphs where they are of it. Words in tables stay. */
export function setBlock(editor: LexicalEditor, kind: BlockKind): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || $inTable()) return;
    $setBlocksType(selection, $formats().block === kind ? $createParagraphNode : makers[kind]);
  });
}

/** Takes marks, links and alignment off the selected words and makes plain paragraphs of them. */
export function clearFormat(editor: LexicalEditor): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    if (selection.isCollapsed()) {
      selection.setFormat(0);
    } else {
      for (const node of selection.extract()) {
        if ($isTextNode(node)) node.setFormat(0).setStyle('');
        const block = $blockOf(node);
        if (block?.getFormatType() !== '') block?.setFormat('');
      }
    }
    if (!$inTable()) $setBlocksType(selection, $createParagraphNode);
  });
  editor.dispatchCommand(TOGGLE_LINK_COMMAND, null);
}

/** An empty address takes the link away. */
export function setLink(editor: LexicalEditor, url: string): void {
  const address = url.trim();
  const full = address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  editor.dispatchCommand(TOGGLE_LINK_COMMAND, full === '' ? null : full);
  editor.focus();
}
