import { useMemo, useSyncExternalStore } from 'react';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import type { TextNode } from '#shared/design/layers/text.ts';
import type { Patch } from '#shared/design/operations.ts';
import { edit } from '#shared/design/operations.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import type { EditorStore } from '../session/editor-store.ts';
import { loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import { fitText, leavesOf } from '../session/layer-boxes.ts';
import { anyKeeps } from '../session/locks.ts';
import { rangeOf, textSelectionsOf } from './text-selection.ts';
import type { RunFields, TextRange } from './text-styles.ts';
import { valuesIn, withStyle } from './text-styles.ts';

export interface TextFields {
  /** The chosen texts. */
  texts: TextNode[];
  /** The chosen characters while writing; null when looks go to whole layers. */
  range: TextRange;
  disabled: boolean;
  /** Every value that a field of characters has in what is chosen. */
  values(field: keyof RunFields): Set<unknown>;
  /** The one value of a field of characters; null when there are several. */
  value<T>(field: keyof RunFields): T | null;
  /** Sets looks of characters: of the range, or of whole layers. */
  set(fields: RunFields): void;
  /** Shows them without a step of undo; null shows what is. */
  preview(fields: RunFields | null): void;
  /** Changes whole layers. */
  change(name: string, by: (node: TextNode) => TextNode): void;
}

/** The chosen texts now, read fresh: an action runs later than it was drawn. */
export function chosenTexts(store: EditorStore): { texts: TextNode[]; range: TextRange } {
  const { body, selection, editing } = store.snapshot();
  const texts = leavesOf(body, selection).filter((leaf) => leaf.type === 'text');
  const chosen = textSelectionsOf(store).snapshot();
  const range = chosen && chosen.nodeId === editing ? rangeOf(chosen) : null;
  return { texts, range: range && range.to > range.from ? range : null };
}

function patchFor(body: DesignBody, texts: readonly TextNode[], by: (node: TextNode) => TextNode): Patch {
  return texts.flatMap(({ id }) => {
    const node = body.nodes[id];
    return node?.type === 'text' ? [{ table: 'nodes' as const, id, value: fitText(by(node)) }] : [];
  });
}

/** Sets looks of the chosen characters, or of the chosen layers; a new font is loaded before it is measured. */
export async function setTextStyle(store: EditorStore, fields: RunFields): Promise<void> {
  if (fields.fontFamily !== undefined) await loadFamilies([fields.fontFamily]);
  const { texts, range } = chosenTexts(store);
  store.preview(null);
  const { body } = store.snapshot();
  const key = `text:${Object.keys(fields).join()}:${texts.map(({ id }) => id).join()}:${range?.from}-${range?.to}`;
  store.apply(
    edit(
      body,
      patchFor(body, texts, (node) => withStyle(node, range, fields)),
    ),
    { mergeKey: key },
  );
}

/** Only the last thing that was tried shows, however long its font takes to arrive. */
const tries = new WeakMap<EditorStore, number>();

async function previewStyle(store: EditorStore, fields: RunFields | null): Promise<void> {
  const turn = (tries.get(store) ?? 0) + 1;
  tries.set(store, turn);
  if (fields === null) {
    store.preview(null);
    return;
  }
  if (fields.fontFamily !== undefined) await loadFamilies([fields.fontFamily]);
  if (tries.get(store) !== turn) return;
  store.preview(null);
  const { texts, range } = chosenTexts(store);
  store.preview(patchFor(store.snapshot().body, texts, (node) => withStyle(node, range, fields)));
}

/** Reading and writing the looks of the chosen texts, or of the characters that are chosen while writing. */
export function useTextFields(): TextFields {
  const { store } = useEditor();
  const { body, selection, readOnly } = useEditorState();
  const selections = textSelectionsOf(store);
  useSyncExternalStore(selections.subscribe, selections.snapshot);
  const { texts, range } = chosenTexts(store);
  const disabled = readOnly || anyKeeps(body, selection, 'style');
  const writing = useMemo(
    () => ({
      set(fields: RunFields) {
        tries.set(store, (tries.get(store) ?? 0) + 1);
        setTextStyle(store, fields).catch(notifyFailure);
      },
      preview: (fields: RunFields | null) => void previewStyle(store, fields).catch(notifyFailure),
      change(name: string, by: (node: TextNode) => TextNode) {
        const { texts: now } = chosenTexts(store);
        store.preview(null);
        const { body } = store.snapshot();
        const mergeKey = `text:${name}:${now.map(({ id }) => id).join()}`;
        store.apply(edit(body, patchFor(body, now, by)), { mergeKey });
      },
    }),
    [store],
  );
  const values = (field: keyof RunFields): Set<unknown> =>
    new Set(texts.flatMap((node) => [...valuesIn(node, range, field)]));
  return {
    texts,
    range,
    disabled,
    values,
    value<T>(field: keyof RunFields) {
      const found = values(field);
      return found.size === 1 ? ([...found][0] as T) : null;
    },
    ...writing,
  };
}

/** The one value of a layer's field in all chosen texts; undefined when they differ. */
export function sharedBy<T>(texts: readonly TextNode[], read: (node: TextNode) => T): T | undefined {
  const values = new Set(texts.map((node) => JSON.stringify(read(node))));
  const first = texts[0];
  return first && values.size === 1 ? read(first) : undefined;
}
