import { createEmptyHistoryState, type HistoryState } from '@lexical/history';
import type { LexicalEditor } from 'lexical';

/** The editor that is on the screen now; a switch of targets replaces it, and tools ask when they run. */
export interface EditorPort {
  now(): LexicalEditor | null;
  set(editor: LexicalEditor | null): void;
  /** Typing history of a text, kept while the post is open. */
  historyOf(key: string): HistoryState;
}

export function createEditorPort(): EditorPort {
  let editor: LexicalEditor | null = null;
  const histories = new Map<string, HistoryState>();
  return {
    now: () => editor,
    set: (next) => {
      editor = next;
    },
    historyOf(key) {
      const history = histories.get(key) ?? createEmptyHistoryState();
      histories.set(key, history);
      return history;
    },
  };
}
