import type { Block } from './blocks.ts';
import { blocksOfMarkdown } from './read-markdown.ts';
import { blocksOfState, isStoredState } from './read-state.ts';

/** Blocks of a post's text: from the editor's state where there is one, otherwise from the Markdown beside it. */
export function blocksOf(document: unknown, markdown: string): Block[] {
  return isStoredState(document) ? blocksOfState(document) : blocksOfMarkdown(markdown);
}
