import { createContext, useContext, useSyncExternalStore } from 'react';
import type { EditorState, EditorStore } from './editor-store.ts';
import type { Pictures } from './pictures.ts';
import type { SaveSession } from './save-session.ts';
import type { Tool } from './tool.ts';
import type { View, Viewport } from './viewport.ts';

/** Everything of one open design. */
export interface Editor {
  id: string;
  store: EditorStore;
  viewport: Viewport;
  pictures: Pictures;
  saving: SaveSession;
  tool: Tool;
}

const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor stands outside EditorProvider.');
  return editor;
}

export function useEditorState(): EditorState {
  const { store } = useEditor();
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

/**
 * One thing of the editor's state, compared by identity: what reads only this is not drawn again by every
 * change of the design. `select` must give the same thing for the same state.
 */
export function useEditorValue<T>(select: (state: EditorState) => T): T {
  const { store } = useEditor();
  return useSyncExternalStore(store.subscribe, () => select(store.snapshot()));
}

export function useView(): View {
  const { viewport } = useEditor();
  return useSyncExternalStore(viewport.subscribe, viewport.snapshot);
}
