import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBrush,
  IconClipboard,
  IconCopy,
  IconCopyPlus,
  IconPaint,
  IconTrash,
} from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { removeNodes } from '#shared/design/operations.ts';
import { childrenOf } from '#shared/design/tree.ts';
import {
  copyLayers,
  copyStyle,
  hasStyle,
  pasteInPlace,
  pasteLayers,
  pasteStyle,
} from '../session/clipboard.ts';
import { duplicateSelection } from '../session/arrange.ts';
import type { ActionContext } from './context.ts';
import { conditionsOf } from './context.ts';

/** Undo, the clipboard, duplicating, deleting and choosing. */
export function editActions({ editor }: ActionContext) {
  const { store } = editor;
  const { writable, some } = conditionsOf(editor);
  const removeSelection = (): void => {
    const { body, selection } = store.snapshot();
    store.apply(removeNodes(body, selection), { select: [] });
  };
  return {
    undo: {
      id: 'design.undo',
      icon: IconArrowBackUp,
      keys: ['mod+Z'],
      enabled: () => store.snapshot().canUndo,
      run: () => store.undo(),
    },
    redo: {
      id: 'design.redo',
      icon: IconArrowForwardUp,
      keys: ['shift+mod+Z', 'mod+Y'],
      enabled: () => store.snapshot().canRedo,
      run: () => store.redo(),
    },
    copy: {
      id: 'design.copy',
      icon: IconCopy,
      keys: ['mod+C'],
      enabled: () => store.snapshot().selection.length > 0,
      run: () => copyLayers(store),
    },
    cut: {
      id: 'design.cut',
      keys: ['mod+X'],
      enabled: some,
      run: () => {
        void copyLayers(store);
        removeSelection();
      },
    },
    // Ctrl or ⌘ V arrives as the browser's own paste, which alone may read pictures.
    paste: {
      id: 'design.paste',
      icon: IconClipboard,
      enabled: writable,
      run: () => void pasteLayers(editor),
    },
    pasteInPlace: {
      id: 'design-arrange.paste-in-place',
      keys: ['shift+mod+V'],
      enabled: writable,
      run: () => pasteInPlace(editor),
    },
    copyStyle: {
      id: 'design-arrange.copy-style',
      icon: IconBrush,
      keys: ['alt+mod+C'],
      enabled: () => store.snapshot().selection.length > 0,
      run: () => copyStyle(store),
    },
    pasteStyle: {
      id: 'design-arrange.paste-style',
      icon: IconPaint,
      keys: ['alt+mod+V'],
      enabled: () => some() && hasStyle(),
      run: () => pasteStyle(store),
    },
    duplicate: {
      id: 'design.duplicate',
      icon: IconCopyPlus,
      keys: ['mod+D'],
      enabled: some,
      run: () => duplicateSelection(store),
    },
    remove: {
      id: 'design.delete',
      icon: IconTrash,
      keys: ['Delete', 'Backspace'],
      enabled: some,
      run: removeSelection,
    },
    selectAll: {
      id: 'design.select-all',
      keys: ['mod+A'],
      run: () => {
        const { body, pageId, scope } = store.snapshot();
        const nodes = childrenOf(body, pageId, scope).filter((node) => !node.hidden && !node.locked);
        store.select(nodes.map((node) => node.id));
      },
    },
    escape: { id: 'design.escape', keys: ['Escape'], hidden: true, run: () => void store.escape() },
  } satisfies Record<string, Action>;
}
