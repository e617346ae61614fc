import {
  IconBold,
  IconLetterCase,
  IconStrikethrough,
  IconSubscript,
  IconSuperscript,
  IconUnderline,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { edit } from '#shared/design/operations.ts';
import { useEditor } from '../session/editor.ts';
import type { EditorStore } from '../session/editor-store.ts';
import { fitText } from '../session/layer-boxes.ts';
import { keeps } from '../session/locks.ts';
import type { RunFields } from './text-styles.ts';
import { toggledWeight, valuesIn, withStyle } from './text-styles.ts';
import { useEnterByPointer } from './use-enter-by-pointer.ts';
import { chosenTexts, setTextStyle } from './use-text-fields.ts';

export interface TextActions {
  bold: Action;
  underline: Action;
  strike: Action;
  capitals: Action;
  superscript: Action;
  subscript: Action;
}

function valuesOf(store: EditorStore, field: keyof RunFields): Set<unknown> {
  const { texts, range } = chosenTexts(store);
  return new Set(texts.flatMap((node) => [...valuesIn(node, range, field)]));
}

/** Whether all that is chosen has the look of an action now. */
export function isOn(store: EditorStore, action: keyof TextActions): boolean {
  const all = (field: keyof RunFields, test: (value: unknown) => boolean): boolean =>
    [...valuesOf(store, field)].every(test);
  switch (action) {
    case 'bold':
      return all('fontWeight', (value) => typeof value === 'number' && value >= 600);
    case 'underline':
    case 'strike':
      return all(action, (value) => value === true);
    case 'capitals':
      return chosenTexts(store).texts.every((node) => node.capitals === true);
    case 'superscript':
      return all('baseline', (value) => typeof value === 'number' && value > 0);
    case 'subscript':
      return all('baseline', (value) => typeof value === 'number' && value < 0);
  }
}

/** Raised and lowered characters: their size and place as shares of the layer's letters. */
const smaller = 0.6;
const places = { superscript: 0.36, subscript: -0.14 };

/** Puts the chosen characters above or below the line, or back onto it. */
function shift(store: EditorStore, where: 'superscript' | 'subscript'): void {
  const { texts, range } = chosenTexts(store);
  const back = isOn(store, where);
  const { body } = store.snapshot();
  const patch = texts.flatMap((node) => {
    const whole = range ?? { from: 0, to: node.text.length };
    const fields = back
      ? { baseline: undefined, fontSize: undefined }
      : {
          baseline: Math.round(node.fontSize * places[where] * 100) / 100,
          fontSize: Math.max(1, Math.round(node.fontSize * smaller)),
        };
    // Raised letters are smaller than the layer's own: a run even where all of them are chosen.
    return [{ table: 'nodes' as const, id: node.id, value: fitText(withStyle(node, whole, fields)) }];
  });
  store.apply(edit(body, patch));
}

/** Bold, underline and the like for the chosen characters or layers; keys, palette and panels share them. */
export function makeTextActions(store: EditorStore): TextActions {
  const possible = (): boolean => {
    const { texts } = chosenTexts(store);
    const { body, readOnly } = store.snapshot();
    return !readOnly && texts.length > 0 && !texts.some((node) => keeps(body, node.id, 'style'));
  };
  const flag = (field: 'underline' | 'strike') => (): Promise<void> =>
    setTextStyle(store, { [field]: !isOn(store, field) });
  return {
    bold: {
      id: 'design-text.bold',
      icon: IconBold,
      keys: ['mod+B'],
      enabled: possible,
      run: () => setTextStyle(store, { fontWeight: toggledWeight(valuesOf(store, 'fontWeight')) }),
    },
    underline: {
      id: 'design-text.underline',
      icon: IconUnderline,
      keys: ['mod+U'],
      enabled: possible,
      run: flag('underline'),
    },
    strike: {
      id: 'design-text.strike',
      icon: IconStrikethrough,
      keys: ['shift+mod+X'],
      enabled: possible,
      run: flag('strike'),
    },
    capitals: {
      id: 'design-text.capitals',
      icon: IconLetterCase,
      enabled: possible,
      run: () => {
        const on = !isOn(store, 'capitals');
        const { body } = store.snapshot();
        const patch = chosenTexts(store).texts.map((node) => ({
          table: 'nodes' as const,
          id: node.id,
          value: fitText({ ...node, capitals: on }),
        }));
        store.apply(edit(body, patch));
      },
    },
    superscript: {
      id: 'design-text.superscript',
      icon: IconSuperscript,
      enabled: possible,
      run: () => shift(store, 'superscript'),
    },
    subscript: {
      id: 'design-text.subscript',
      icon: IconSubscript,
      enabled: possible,
      run: () => shift(store, 'subscript'),
    },
  };
}

/** Offers the text actions of the open design to keys and palette, and lets a double click choose a word. */
export function useTextActions(): void {
  const { store } = useEditor();
  const actions = useMemo(() => Object.values(makeTextActions(store)) as Action[], [store]);
  useActions(actions);
  useEnterByPointer();
}
