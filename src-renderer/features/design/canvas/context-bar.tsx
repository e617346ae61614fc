import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { isEnabled } from '#renderer/ui/action-words.ts';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { boundsOf } from '#shared/design/geometry.ts';
import { LayerQuick } from '../inspector/layer-quick.tsx';
import { useEditor, useEditorState, useView } from '../session/editor.ts';
import { selectionBox } from '../session/layer-boxes.ts';
import { useViewOptions } from '../session/view-options.ts';
import { TextBar } from '../text-editing/text-bar.tsx';
import styles from './canvas.module.css';
import { rulerThickness } from './rulers.tsx';

/** CSS px between bar, selection and the edges of the table. */
const gap = 12;

/** The nearest tools, above the selection: what its kind is asked for most, then duplicate, order, delete. */
export function ContextBar({
  offers,
  tools,
}: {
  /** Shown only while they can be done. */
  offers: readonly Action[];
  tools: readonly Action[];
}) {
  const { t } = useWords();
  const { body, selection, editing } = useEditorState();
  const { viewport } = useEditor();
  const view = useView();
  const { rulers } = useViewOptions();
  /** The rulers stay free, CSS px. */
  const edge = (rulers ? rulerThickness : 0) + gap;
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  const [size, setSize] = useState('');

  // What the bar offers changes with what is chosen in a text: it stays in the window as it grows.
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setSize(`${element.offsetWidth}×${element.offsetHeight}`));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  useLayoutEffect(() => {
    const box = selectionBox(body, selection);
    const element = bar.current;
    const table = element?.parentElement;
    if (!box || !element || !table) return;
    const bounds = boundsOf(box);
    const from = viewport.toScreen(bounds);
    const middle = from.x + (bounds.width * view.scale) / 2;
    const below = from.y + bounds.height * view.scale + gap * 4;
    const above = from.y - element.offsetHeight - gap;
    const lowest = Math.max(edge, table.clientHeight - element.offsetHeight - gap);
    const top = above >= edge ? Math.min(above, lowest) : below <= lowest ? Math.max(below, edge) : edge;
    const left = Math.min(
      Math.max(edge, middle - element.offsetWidth / 2),
      Math.max(edge, table.clientWidth - element.offsetWidth - gap),
    );
    setPlace((before) => (before?.left === left && before.top === top ? before : { left, top }));
  }, [body, selection, view, viewport, editing, size, edge]);

  return (
    <div
      ref={bar}
      className={styles.bar}
      role="toolbar"
      aria-label={t('design.selection-tools')}
      data-canvas-part
      style={{
        maxWidth: `calc(100% - ${edge + gap}px)`,
        ...(place ?? { visibility: 'hidden', left: 0, top: 0 }),
      }}
    >
      {editing === null ? <LayerQuick /> : <TextBar />}
      {editing === null &&
        [...offers.filter((action) => isEnabled(action)), ...tools].map((action) => (
          <IconAction key={action.id} action={action} />
        ))}
    </div>
  );
}
