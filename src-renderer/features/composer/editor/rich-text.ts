import { createHeadlessEditor } from '@lexical/headless';
import { AutoLinkNode, LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import {
  $convertFromMarkdownString,
  $convertToMarkdownString,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  HEADING,
  ITALIC_STAR,
  LINK,
  ORDERED_LIST,
  QUOTE,
  STRIKETHROUGH,
  type Transformer,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import type { SerializedEditorState, SerializedLexicalNode } from 'lexical';

export const nodes = [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, AutoLinkNode];

/** Underline has no Markdown mark; it lives in the editor state only. */
export const transformers: Transformer[] = [
  HEADING,
  QUOTE,
  UNORDERED_LIST,
  ORDERED_LIST,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  ITALIC_STAR,
  STRIKETHROUGH,
  LINK,
];

/** Inside an editor read: the text as Markdown, one line per paragraph as the platforms show it. */
export function $markdown(): string {
  return $convertToMarkdownString(transformers, undefined, true);
}

/** Inside an editor update: replaces everything by what the Markdown says. */
export function $setMarkdown(markdown: string): void {
  $convertFromMarkdownString(markdown, transformers, undefined, true);
}

/** A serialised node with whatever its type adds. */
export type RichNode = SerializedLexicalNode & Record<string, unknown>;

/** True for a stored editor state; anything else is rebuilt from the Markdown beside it. */
export function isEditorState(document: unknown): document is SerializedEditorState {
  if (typeof document !== 'object' || document === null || !('root' in document)) return false;
  const root = document.root;
  return typeof root === 'object' && root !== null && 'children' in root && Array.isArray(root.children);
}

let headless: ReturnType<typeof createHeadlessEditor> | null = null;

/** The editor state that Markdown from the command line or an import stands for. */
export function stateOfMarkdown(markdown: string): SerializedEditorState {
  headless ??= createHeadlessEditor({ nodes, onError: (error) => console.error(error) });
  headless.update(() => $setMarkdown(markdown), { discrete: true });
  return headless.getEditorState().toJSON();
}

/** Top-level blocks of a text for the previews. */
export function blocksOf(document: unknown, markdown: string): RichNode[] {
  const state = isEditorState(document) ? document : stateOfMarkdown(markdown);
  return state.root.children as RichNode[];
}
