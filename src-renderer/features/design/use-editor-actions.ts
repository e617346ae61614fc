import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { arrangeActions } from './actions/arrange-actions.ts';
import { editActions } from './actions/edit-actions.ts';
import { fileActions } from './actions/file-actions.ts';
import { layerActions } from './actions/layer-actions.ts';
import { maskActions } from './actions/mask-actions.ts';
import { pageActions } from './actions/page-actions.ts';
import { viewActions } from './actions/view-actions.ts';
import { cropAction } from './crop/crop-action.ts';
import { type Editor, useEditorValue } from './session/editor.ts';

type Named = ReturnType<typeof fileActions> &
  ReturnType<typeof editActions> &
  ReturnType<typeof layerActions> &
  ReturnType<typeof arrangeActions> &
  ReturnType<typeof maskActions> &
  ReturnType<typeof viewActions> &
  ReturnType<typeof pageActions>;

export type EditorActions = Record<keyof Named, Action> & {
  /** Right click; null draws a divider. */
  menu: readonly (Action | null)[];
  /** Above the selection: what its kind is asked for most, while it can be done, and what goes for all kinds. */
  bar: { offers: readonly Action[]; tools: readonly Action[] };
};

/** Every intent of the editor, for buttons, menus, keys and the palette. */
export function useEditorActions(editor: Editor, openExport: () => void): EditorActions {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const named: Named = useMemo(() => {
    const context = { editor, t, navigate, openExport };
    return {
      ...fileActions(context),
      ...editActions(context),
      ...layerActions(context),
      ...arrangeActions(context),
      ...maskActions(context),
      ...viewActions(context),
      ...pageActions(context),
    };
  }, [editor, openExport, navigate, t]);
  useActions(Object.values<Action>(named));
  const several = useEditorValue((state) => state.selection.length > 1);
  return {
    ...named,
    menu: [
      named.write,
      null,
      named.cut,
      named.copy,
      named.paste,
      named.pasteInPlace,
      named.duplicate,
      named.remove,
      null,
      named.copyStyle,
      named.pasteStyle,
      null,
      named.group,
      named.ungroup,
      named.useAsMask,
      named.releaseMask,
      named.front,
      named.forward,
      named.backward,
      named.back,
      null,
      named.tidy,
      named.zoomSelection,
      named.lock,
      named.hide,
    ],
    bar: {
      offers: [named.write, cropAction(editor.store), ...(several ? [named.useAsMask] : [])],
      tools: [named.duplicate, named.forward, named.backward, named.lock, named.remove],
    },
  };
}
