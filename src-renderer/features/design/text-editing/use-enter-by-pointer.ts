import { useEffect } from 'react';
import { layoutOfNode } from '#shared/design/text/layout.ts';
import { useEditor } from '../session/editor.ts';
import { placeAt, wordAround } from './caret-moves.ts';
import { toBox } from './text-geometry.ts';
import { textSelectionsOf } from './text-selection.ts';

/** The double click that begins writing also chooses the word it fell on. */
export function useEnterByPointer(): void {
  const { store, viewport } = useEditor();
  useEffect(() => {
    let before: string | null = null;
    const press = (): void => {
      before = store.snapshot().editing;
    };
    // The canvas has heard it first and has begun writing, if it was on a text.
    const doubled = (event: MouseEvent): void => {
      const { editing, body } = store.snapshot();
      const node = editing === null || editing === before ? undefined : body.nodes[editing];
      const table = document.querySelector('[data-canvas]');
      if (node?.type !== 'text' || !table || !(event.target instanceof Node) || !table.contains(event.target))
        return;
      const frame = table.getBoundingClientRect();
      const page = viewport.toPage({ x: event.clientX - frame.left, y: event.clientY - frame.top });
      const { from, to } = wordAround(node.text, placeAt(layoutOfNode(node), toBox(node, page)).index);
      textSelectionsOf(store).set({ nodeId: node.id, anchor: from, focus: to, atLineEnd: false });
    };
    window.addEventListener('pointerdown', press, { capture: true });
    window.addEventListener('dblclick', doubled);
    return () => {
      window.removeEventListener('pointerdown', press, { capture: true });
      window.removeEventListener('dblclick', doubled);
    };
  }, [store, viewport]);
}
