import type { HistoryState } from '@lexical/history';
import type { LexicalEditor } from 'lexical';

/** What is open over or beside the text. */
export type EditorPanel = 'link' | 'picture' | 'table' | 'emoji' | 'find' | 'replace' | 'count';

/** The editor that is on the screen now; a switch of targets replaces it, and tools ask when they run. */
export interface EditorPort {
  now(): LexicalEditor | null;
  set(editor: LexicalEditor | null): void;
  panel(): EditorPanel | null;
  open(panel: EditorPanel | null): void;
  /** Told when the editor or the open panel changed. */
  subscribe(listener: () => void): () => void;
  /** Typing history of a text, kept while the post is open. */
  historyOf(key: string): HistoryState;
}

export function createEditorPort(): EditorPort {
  let editor: LexicalEditor | null = null;
  let panel: EditorPanel | null = null;
  const histories = new Map<string, HistoryState>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    now: () => editor,
    set(next) {
      editor = next;
      tell();
    },
    panel: () => panel,
    open(next) {
      if (panel === next) return;
      panel = next;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    historyOf(key) {
      // What `createEmptyHistoryState` makes; the library itself comes with the editor, later.
      const history = histories.get(key) ?? { current: null, redoStack: [], undoStack: [] };
      histories.set(key, history);
      return history;
    },
  };
}
