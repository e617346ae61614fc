import type { EditorStore } from '../session/editor-store.ts';

/** What is chosen in the text that is being written in; UTF-16 indices. */
export interface TextSelection {
  nodeId: string;
  /** Where choosing began. */
  anchor: number;
  /** Where the caret is. */
  focus: number;
  /** A place at which a line wraps is the end of one line and the start of the next: which of them is meant. */
  atLineEnd: boolean;
}

/** The range of a selection, in order. */
export function rangeOf({ anchor, focus }: TextSelection): { from: number; to: number } {
  return { from: Math.min(anchor, focus), to: Math.max(anchor, focus) };
}

/** Caret and range of the text in one editor, shared by the canvas and the panels; never part of the design. */
class TextSelections {
  private current: TextSelection | null = null;
  private readonly listeners = new Set<() => void>();

  snapshot = (): TextSelection | null => this.current;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(next: TextSelection | null): void {
    const { current } = this;
    const same =
      next !== null &&
      current?.nodeId === next.nodeId &&
      current.anchor === next.anchor &&
      current.focus === next.focus &&
      current.atLineEnd === next.atLineEnd;
    if (same || next === current) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  }
}

const byStore = new WeakMap<EditorStore, TextSelections>();

/** The text selection of an open design. */
export function textSelectionsOf(store: EditorStore): TextSelections {
  const known = byStore.get(store);
  if (known) return known;
  const fresh = new TextSelections();
  byStore.set(store, fresh);
  return fresh;
}
