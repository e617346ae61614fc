import type { Editor } from '../session/editor.ts';

/** What the editor's actions act on. */
export interface ActionContext {
  editor: Editor;
  /** The words of the interface, for the text of new layers and for notes. */
  t: (key: string, values?: Record<string, string | number>) => string;
  navigate: (path: string) => void;
  openExport: () => void;
}

/** Conditions that many actions share, read afresh each time. */
export function conditionsOf({ store }: Editor) {
  const writable = (): boolean => !store.snapshot().readOnly;
  return {
    writable,
    some: (): boolean => writable() && store.snapshot().selection.length > 0,
    atLeast: (count: number) => (): boolean => writable() && store.snapshot().selection.length >= count,
  };
}
