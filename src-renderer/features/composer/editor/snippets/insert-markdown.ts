import { $generateNodesFromMarkdownString } from '@lexical/markdown';
import {
  $getPreviousSelection,
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $setSelection,
  type LexicalEditor,
} from 'lexical';
import { transformers } from '../rich-text.ts';

/** Puts Markdown at the caret: words into the line, blocks below one another. One step of undo. */
export function insertMarkdown(editor: LexicalEditor, markdown: string): void {
  editor.update(() => {
    const nodes = $generateNodesFromMarkdownString(markdown, transformers, true);
    const [only] = nodes;
    const before = $getSelection() ?? $getPreviousSelection()?.clone() ?? $getRoot().selectEnd();
    if ($getSelection() === null) $setSelection(before);
    $getSelection()?.insertNodes(nodes.length === 1 && $isParagraphNode(only) ? only.getChildren() : nodes);
  });
}
