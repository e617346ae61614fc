import { $insertGeneratedNodes } from '@lexical/clipboard';
import { $isCodeNode } from '@lexical/code-core';
import { $findTableNode } from '@lexical/table';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $parseSerializedNode,
  type LexicalEditor,
  type LexicalNode,
  PASTE_TAG,
  type SerializedLexicalNode,
} from 'lexical';
import type { Block } from '#shared/rich/blocks.ts';
import { wordsOf } from '#shared/rich/runs.ts';
import { nodesOfBlocks } from '#shared/rich/to-state.ts';

/** Where blocks go: instead of the selection, behind the whole text, or instead of it. */
export type Place = 'selection' | 'end' | 'all';

function $nodesOf(blocks: readonly Block[]): LexicalNode[] {
  return nodesOfBlocks(blocks).map((node) => $parseSerializedNode(node as unknown as SerializedLexicalNode));
}

/** Words of blocks, one line each, where only words can stand. */
export function linesOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block): string[] => {
      if (block.kind === 'divider') return [];
      if (block.kind === 'image') return block.alt === '' ? [] : [block.alt];
      if (block.kind === 'code') return [block.text];
      if (block.kind === 'table') return block.rows.map((row) => row.map((cell) => wordsOf(cell)).join('\t'));
      if (block.kind !== 'list') return [wordsOf(block.inlines)];
      return block.items.flatMap((item) => [
        wordsOf(item.inlines),
        ...item.lists.map((list) => linesOfBlocks([list])),
      ]);
    })
    .join('\n');
}

/** A table inside a table, or a picture in a cell, is nothing that the editor holds. */
function forCell(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'paragraph') return [block];
    return linesOfBlocks([block])
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ kind: 'paragraph', align: 'start', inlines: [{ kind: 'text', text: line }] }));
  });
}

function $insertAtSelection(editor: LexicalEditor, blocks: readonly Block[]): void {
  const selection = $getSelection() ?? $getRoot().selectEnd();
  const anchor = selection.getNodes()[0];
  const code = anchor?.getTopLevelElement();
  if ($isCodeNode(code)) {
    if ($isRangeSelection(selection)) selection.insertRawText(linesOfBlocks(blocks));
    return;
  }
  const inTable = anchor !== undefined && $findTableNode(anchor) !== null;
  const nodes = $nodesOf(inTable ? forCell(blocks) : blocks);
  const [only] = nodes;
  const words = blocks.length === 1 && blocks[0]?.kind === 'paragraph' && $isElementNode(only);
  $insertGeneratedNodes(editor, words ? only.getChildren() : nodes, selection);
}

/** Puts blocks into the text as one step of undo; `onDone` when they stand there, which inside a command is later. */
export function insertBlocks(
  editor: LexicalEditor,
  blocks: readonly Block[],
  place: Place = 'selection',
  onDone?: () => void,
): void {
  editor.update(
    () => {
      if (place === 'selection') return $insertAtSelection(editor, blocks);
      const root = $getRoot();
      const last = root.getLastChild();
      if (place === 'all') root.clear();
      else if ($isElementNode(last) && last.isEmpty()) last.remove();
      root.append(...$nodesOf(blocks));
      root.selectEnd();
    },
    { tag: PASTE_TAG, discrete: true, ...(onDone ? { onUpdate: onDone } : {}) },
  );
}
