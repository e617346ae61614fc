import { memo, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignNode } from '#shared/design/schema.ts';
import { paintOrder } from '#shared/design/tree.ts';
import { useLayerWord } from '../drawer/layer-word.ts';
import type { EditorState } from '../session/editor-store.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import { leavesOf, selectionBox } from '../session/layer-boxes.ts';
import { keeps } from '../session/locks.ts';
import styles from './canvas.module.css';

const LayerOption = memo(function LayerOption(props: { id: string; words: string; selected: boolean }) {
  return <li id={props.id} role="option" aria-selected={props.selected} aria-label={props.words} />;
});

/** Milliseconds after the last change before its place is read out: not every step of a nudge. */
const quiet = 400;

/** Reads out where the selection has come to, once it rests. */
function Announcement({ wordOf }: { wordOf: (node: DesignNode) => string }) {
  const { t } = useWords();
  const { body, selection } = useEditorState();
  const [words, setWords] = useState('');
  const before = useRef({ body, selection });
  useEffect(() => {
    const same = before.current.selection === selection;
    const changed = before.current.body !== body;
    before.current = { body, selection };
    const box = selectionBox(body, selection);
    // The list itself reads out what is chosen.
    if (!same || !changed || !box) return;
    const [leaf] = leavesOf(body, selection);
    const timer = setTimeout(() => {
      setWords(
        t('design-arrange.placed', {
          name:
            selection.length === 1 && leaf
              ? wordOf(leaf)
              : t('design.selected-count', { count: selection.length }),
          x: Math.round(box.x),
          y: Math.round(box.y),
          width: Math.round(box.width),
          height: Math.round(box.height),
        }),
      );
    }, quiet);
    return () => clearTimeout(timer);
  }, [body, selection, t, wordOf]);
  return (
    <p className={styles.list} role="status" aria-live="polite">
      {words}
    </p>
  );
}

/** The layers of a page in front first, and which of them are chosen. */
function listed({ body, pageId, selection }: EditorState) {
  const layers = paintOrder(body, pageId)
    .map(({ node }) => node)
    .toReversed();
  const chosen = new Set([...selection, ...leavesOf(body, selection).map((leaf) => leaf.id)]);
  return { layers, chosen, at: layers.findIndex((node) => chosen.has(node.id)) };
}

interface OptionsProps {
  id: string;
  state: EditorState;
  wordOf: (node: DesignNode) => string;
}

const Options = memo(function Options({ id, state, wordOf }: OptionsProps) {
  const { layers, chosen } = listed(state);
  return layers.map((node) => (
    <LayerOption key={node.id} id={`${id}-${node.id}`} words={wordOf(node)} selected={chosen.has(node.id)} />
  ));
});

/**
 * The layers for those who do not see the canvas: the same selection, moved with the arrow keys. It follows when
 * the canvas is painted: a thousand options would hold up every change.
 */
export function LayerList() {
  const { t } = useWords();
  const id = useId();
  const { store } = useEditor();
  const state = useEditorState();
  const behind = useDeferredValue(state, null);
  const wordOf = useLayerWord();
  const first = state.body.nodes[state.selection[0] ?? ''];
  const active = first?.type === 'group' ? leavesOf(state.body, state.selection)[0] : first;
  return (
    <>
      <ul
        className={styles.list}
        role="listbox"
        aria-label={t('design.layers-on-page')}
        aria-multiselectable
        aria-activedescendant={active ? `${id}-${active.id}` : undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list box takes the focus for its options
        tabIndex={0}
        data-canvas-part
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step === 0 && event.key !== 'Enter') return;
          const { body, selection, readOnly } = store.snapshot();
          const { layers, at } = listed(store.snapshot());
          const next = layers[Math.max(0, Math.min(layers.length - 1, at + step))];
          if (step !== 0 && next) {
            event.preventDefault();
            event.stopPropagation();
            if (event.shiftKey) store.select([...selection.filter((each) => each !== next.id), next.id]);
            else store.select([next.id]);
          } else if (event.key === 'Enter') {
            const layer = layers[at];
            if (!layer || readOnly || keeps(body, layer.id, 'content')) return;
            if (layer.type === 'text') store.edit(layer.id);
            else if (layer.type === 'image' && layer.assetId !== '') store.crop(layer.id);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }
        }}
      >
        {behind && <Options id={id} state={behind} wordOf={wordOf} />}
      </ul>
      <Announcement wordOf={wordOf} />
    </>
  );
}
