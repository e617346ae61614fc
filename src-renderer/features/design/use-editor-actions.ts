import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconClipboard,
  IconCopy,
  IconCopyPlus,
  IconDownload,
  IconEyeOff,
  IconFocusCentered,
  IconLayersSubtract,
  IconLock,
  IconPencil,
  IconSend,
  IconStackBack,
  IconStackFront,
  IconTrash,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { duplicateNodes, moveNodes, removeNodes, updateNodes } from '#shared/design/operations.ts';
import { childrenOf } from '#shared/design/tree.ts';
import { newId } from '#shared/domain/id.ts';
import {
  alignSelection,
  distributeSelection,
  groupSelection,
  reorderSelection,
  ungroupSelection,
} from './session/arrange.ts';
import { copyLayers, pasteLayers } from './session/clipboard.ts';
import type { Editor } from './session/editor.ts';
import { addShape, addText } from './session/new-layers.ts';
import { addPage, duplicatePage, removePage } from './session/page-edits.ts';

export interface EditorActions {
  /** For the top bar: undo, redo, use in a post, export. */
  undo: Action;
  redo: Action;
  use: Action;
  exportImage: Action;
  fit: Action;
  zoomIn: Action;
  zoomOut: Action;
  addPage: Action;
  duplicatePage: Action;
  removePage: Action;
  /** Right click; null draws a divider. */
  menu: readonly (Action | null)[];
  /** Above the selection. */
  bar: readonly Action[];
}

/** Every intent of the editor, for buttons, menus, keys and the palette. */
export function useEditorActions(editor: Editor, openExport: () => void): EditorActions {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const { all, named } = useMemo(() => {
    const { store, viewport, saving } = editor;
    const writable = (): boolean => !store.snapshot().readOnly;
    const some = (): boolean => writable() && store.snapshot().selection.length > 0;
    const atLeast = (count: number) => (): boolean =>
      writable() && store.snapshot().selection.length >= count;
    const removeSelection = (): void => {
      const { body, selection } = store.snapshot();
      store.apply(removeNodes(body, selection), { select: [] });
    };
    const duplicateSelection = (): void => {
      const { body, selection } = store.snapshot();
      const copied = duplicateNodes(body, selection, newId);
      const fresh = copied.patch.flatMap((change) =>
        change.table === 'nodes' && change.value ? [change.value] : [],
      );
      const ids = new Set(fresh.map((node) => node.id));
      store.apply(copied, {
        select: fresh.filter((node) => !ids.has(node.parentId ?? '')).map((node) => node.id),
      });
    };
    const toggle = (field: 'locked' | 'hidden'): void => {
      const { body, selection } = store.snapshot();
      const on = !store.selectedNodes().every((node) => node[field]);
      store.apply(updateNodes(body, Object.fromEntries(selection.map((id) => [id, { [field]: on }]))));
    };
    const nudge = (dx: number, dy: number): void => {
      const { body, selection } = store.snapshot();
      const free = selection.filter((id) => !body.nodes[id]?.locked);
      store.apply(moveNodes(body, free, dx, dy), { mergeKey: `nudge:${free.join()}` });
    };
    const nudgeAction = (id: string, key: string, dx: number, dy: number): Action => ({
      id,
      keys: [key],
      hidden: true,
      enabled: some,
      run: () => nudge(dx, dy),
    });
    const use = async (): Promise<void> => {
      await saving.flush();
      const { name } = saving.snapshot();
      const attachment = { id: newId(), kind: 'design' as const, refId: editor.id, alt: '', crop: null };
      const post = await call('posts.create', {
        change: { title: name, attachments: [{ ...attachment, trim: null, coverAt: null }] },
      });
      navigate(`/posts/${post.id}`);
    };
    const pages = {
      addPage: {
        id: 'design.add-page',
        enabled: writable,
        run: () => {
          const { body, pageId } = store.snapshot();
          const added = addPage(body, pageId);
          store.apply(added.edit);
          store.showPage(added.pageId);
        },
      },
      duplicatePage: {
        id: 'design.duplicate-page',
        icon: IconCopyPlus,
        enabled: writable,
        run: () => {
          const { body, pageId } = store.snapshot();
          const added = duplicatePage(body, pageId);
          store.apply(added.edit);
          store.showPage(added.pageId);
        },
      },
      removePage: {
        id: 'design.remove-page',
        icon: IconTrash,
        enabled: () => writable() && Object.keys(store.snapshot().body.pages).length > 1,
        run: () => {
          const { body, pageId } = store.snapshot();
          store.apply(removePage(body, pageId));
        },
      },
    } satisfies Record<string, Action>;
    const named = {
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
      use: { id: 'design.use-in-post', icon: IconSend, run: use },
      exportImage: { id: 'design.export', icon: IconDownload, keys: ['mod+E'], run: openExport },
      fit: { id: 'design.zoom-fit', icon: IconFocusCentered, keys: ['mod+0'], run: () => viewport.fit() },
      zoomIn: {
        id: 'design.zoom-in',
        icon: IconZoomIn,
        keys: ['mod++', 'mod+='],
        run: () => viewport.zoomBy(1.25),
      },
      zoomOut: { id: 'design.zoom-out', icon: IconZoomOut, keys: ['mod+-'], run: () => viewport.zoomBy(0.8) },
      copy: {
        id: 'design.copy',
        icon: IconCopy,
        keys: ['mod+C'],
        enabled: some,
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
        run: () => void pasteLayers(store),
      },
      duplicate: {
        id: 'design.duplicate',
        icon: IconCopyPlus,
        keys: ['mod+D'],
        enabled: some,
        run: duplicateSelection,
      },
      remove: {
        id: 'design.delete',
        icon: IconTrash,
        keys: ['Delete', 'Backspace'],
        enabled: some,
        run: removeSelection,
      },
      group: {
        id: 'design.group',
        icon: IconLayersSubtract,
        keys: ['mod+G'],
        enabled: atLeast(2),
        run: () => groupSelection(store),
      },
      ungroup: {
        id: 'design.ungroup',
        keys: ['shift+mod+G'],
        enabled: () => writable() && store.selectedNodes().some((node) => node.type === 'group'),
        run: () => ungroupSelection(store),
      },
      forward: {
        id: 'design.forward',
        icon: IconStackFront,
        keys: ['mod+]'],
        enabled: some,
        run: () => reorderSelection(store, 'forward'),
      },
      backward: {
        id: 'design.backward',
        icon: IconStackBack,
        keys: ['mod+['],
        enabled: some,
        run: () => reorderSelection(store, 'backward'),
      },
      front: {
        id: 'design.front',
        keys: ['alt+mod+]'],
        enabled: some,
        run: () => reorderSelection(store, 'front'),
      },
      back: {
        id: 'design.back',
        keys: ['alt+mod+['],
        enabled: some,
        run: () => reorderSelection(store, 'back'),
      },
      lock: {
        id: 'design.lock',
        icon: IconLock,
        keys: ['alt+mod+L'],
        enabled: some,
        run: () => toggle('locked'),
      },
      hide: {
        id: 'design.hide',
        icon: IconEyeOff,
        keys: ['shift+mod+H'],
        enabled: some,
        run: () => toggle('hidden'),
      },
      write: {
        id: 'design.edit-text',
        icon: IconPencil,
        keys: ['Enter'],
        enabled: () => writable() && store.selectedNodes()[0]?.type === 'text',
        run: () => store.edit(store.snapshot().selection[0] ?? null),
      },
      ...pages,
    } satisfies Record<string, Action>;
    const rest: Action[] = [
      {
        id: 'design.select-all',
        keys: ['mod+A'],
        run: () => {
          const { body, pageId, scope } = store.snapshot();
          const nodes = childrenOf(body, pageId, scope).filter((node) => !node.hidden && !node.locked);
          store.select(nodes.map((node) => node.id));
        },
      },
      { id: 'design.escape', keys: ['Escape'], hidden: true, run: () => void store.escape() },
      { id: 'design.zoom-100', keys: ['mod+1'], run: () => viewport.zoomTo(1) },
      {
        id: 'design.save',
        keys: ['mod+S'],
        run: async () => {
          await saving.flush();
          if (saving.snapshot().state === 'saved') notify(t('design.saved'));
        },
      },
      {
        id: 'design.add-text',
        keys: ['T'],
        enabled: writable,
        run: () => store.edit(addText(store, 'body', t('design.sample-body'))),
      },
      {
        id: 'design.add-rectangle',
        keys: ['R'],
        enabled: writable,
        run: () => void addShape(store, 'rectangle'),
      },
      {
        id: 'design.add-ellipse',
        keys: ['O'],
        enabled: writable,
        run: () => void addShape(store, 'ellipse'),
      },
      { id: 'design.add-line', keys: ['L'], enabled: writable, run: () => void addShape(store, 'line') },
      { id: 'design.align-left', enabled: some, run: () => alignSelection(store, 'left') },
      { id: 'design.align-centre', enabled: some, run: () => alignSelection(store, 'centre') },
      { id: 'design.align-right', enabled: some, run: () => alignSelection(store, 'right') },
      { id: 'design.align-top', enabled: some, run: () => alignSelection(store, 'top') },
      { id: 'design.align-middle', enabled: some, run: () => alignSelection(store, 'middle') },
      { id: 'design.align-bottom', enabled: some, run: () => alignSelection(store, 'bottom') },
      { id: 'design.distribute-x', enabled: atLeast(3), run: () => distributeSelection(store, 'x') },
      { id: 'design.distribute-y', enabled: atLeast(3), run: () => distributeSelection(store, 'y') },
      nudgeAction('design.nudge-left', 'ArrowLeft', -1, 0),
      nudgeAction('design.nudge-right', 'ArrowRight', 1, 0),
      nudgeAction('design.nudge-up', 'ArrowUp', 0, -1),
      nudgeAction('design.nudge-down', 'ArrowDown', 0, 1),
      nudgeAction('design.nudge-left-far', 'shift+ArrowLeft', -10, 0),
      nudgeAction('design.nudge-right-far', 'shift+ArrowRight', 10, 0),
      nudgeAction('design.nudge-up-far', 'shift+ArrowUp', 0, -10),
      nudgeAction('design.nudge-down-far', 'shift+ArrowDown', 0, 10),
    ];
    return { all: [...Object.values(named), ...rest] as Action[], named };
  }, [editor, openExport, navigate, t]);
  useActions(all);
  return {
    ...named,
    menu: [
      named.write,
      null,
      named.cut,
      named.copy,
      named.paste,
      named.duplicate,
      named.remove,
      null,
      named.group,
      named.ungroup,
      named.front,
      named.forward,
      named.backward,
      named.back,
      null,
      named.lock,
      named.hide,
    ],
    bar: [named.duplicate, named.forward, named.backward, named.lock, named.remove],
  };
}
