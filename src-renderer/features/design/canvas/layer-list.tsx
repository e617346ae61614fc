import { useId } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { paintOrder } from '#shared/design/tree.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import { useLayerWord } from '../drawer/layer-word.ts';
import styles from './canvas.module.css';

/** The layers for those who do not see the canvas: the same selection, moved with the arrow keys. */
export function LayerList() {
  const { t } = useWords();
  const id = useId();
  const { store } = useEditor();
  const { body, pageId, selection } = useEditorState();
  const wordOf = useLayerWord();
  const layers = paintOrder(body, pageId)
    .map(({ node }) => node)
    .toReversed();
  const at = layers.findIndex((node) => selection.includes(node.id));
  return (
    <ul
      className={styles.list}
      role="listbox"
      aria-label={t('design.layers-on-page')}
      aria-multiselectable
      aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list box takes the focus for its options
      tabIndex={0}
      data-canvas-part
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        const next = layers[Math.max(0, Math.min(layers.length - 1, at + step))];
        if (step !== 0 && next) {
          event.preventDefault();
          event.stopPropagation();
          store.select([next.id]);
        } else if (event.key === 'Enter' && layers[at]?.type === 'text') {
          event.preventDefault();
          event.stopPropagation();
          store.edit(layers[at].id);
        }
      }}
    >
      {layers.map((node, index) => (
        <li
          key={node.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={selection.includes(node.id)}
          aria-label={wordOf(node)}
        />
      ))}
    </ul>
  );
}
