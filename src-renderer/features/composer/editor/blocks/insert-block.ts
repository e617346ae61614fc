import { $createCodeNode } from '@lexical/code-core';
import { $createHorizontalRuleNode } from '@lexical/react/LexicalHorizontalRuleNode';
import { $createTableNodeWithDimensions, $findTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $getPreviousSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { CalloutTone } from '#shared/rich/blocks.ts';
import { $createCalloutNode } from '../nodes/callout-node.ts';
import { $createImageNode, type ImageFacts } from '../nodes/image-node.tsx';

/** Inside an update: the block of the top level that the caret is in or was in last. */
function $currentBlock(): LexicalNode | null {
  const selection = $getSelection() ?? $getPreviousSelection();
  const node = selection?.getNodes().at(-1);
  return (node && node.getTopLevelElement()) ?? $getRoot().getLastChild();
}

/** Puts a block below the one with the caret, or in the place of an empty paragraph; writing can go on below. */
export function $insertBlock(block: LexicalNode): void {
  const current = $currentBlock();
  if ($isParagraphNode(current) && current.isEmpty()) current.replace(block);
  else if (current && current.isAttached()) current.insertAfter(block);
  else $getRoot().append(block);
  if (block.getNextSibling() === null) block.insertAfter($createParagraphNode());
  if ($isElementNode(block)) block.selectStart();
  else block.selectNext(0, 0);
}

export function insertDivider(editor: LexicalEditor): void {
  editor.update(() => $insertBlock($createHorizontalRuleNode()));
}

/** The first row is a header row. */
export function insertTable(editor: LexicalEditor, rows: number, columns: number): void {
  editor.update(() => {
    const table = $createTableNodeWithDimensions(rows, columns, { rows: true, columns: false });
    $insertBlock(table);
    table.getFirstDescendant()?.selectStart();
  });
}

export function insertPictures(editor: LexicalEditor, pictures: readonly Partial<ImageFacts>[]): void {
  editor.update(() => {
    for (const picture of pictures) {
      const facts: ImageFacts = { assetId: null, url: null, alt: '', caption: '', width: 'full', ...picture };
      $insertBlock($createImageNode(facts));
    }
  });
}

export function insertCallout(editor: LexicalEditor, tone: CalloutTone): void {
  editor.update(() => $insertBlock($createCalloutNode(tone)));
}

export function insertCode(editor: LexicalEditor): void {
  editor.update(() => $insertBlock($createCodeNode()));
}

/** True while the caret is in a table: its cells hold words, no blocks. */
export function $inTable(): boolean {
  const selection = $getSelection();
  return $isRangeSelection(selection) && $findTableNode(selection.anchor.getNode()) !== null;
}
