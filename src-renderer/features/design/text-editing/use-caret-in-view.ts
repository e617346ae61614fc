import { useEffect } from 'react';
import type { TextNode } from '#shared/design/layers/text.ts';
import { caretAt } from '#shared/design/text/carets.ts';
import type { TextLayout } from '#shared/design/text/layout.ts';
import { useEditor } from '../session/editor.ts';
import { toPage } from './text-geometry.ts';
import type { TextSelection } from './text-selection.ts';

/** CSS px that the caret keeps from the edges of the table. */
const margin = 24;

/** How far a place lies outside of a length, 0 inside. */
function beyond(at: number, length: number): number {
  if (at < margin) return margin - at;
  return at > length - margin ? length - margin - at : 0;
}

/** Moves the page under the window when the caret leaves it; the browser's own scrolling is taken back. */
export function useCaretInView(
  node: TextNode,
  layout: TextLayout,
  { focus, atLineEnd }: TextSelection,
): void {
  const { viewport } = useEditor();
  const caret = caretAt(layout, focus, atLineEnd);
  const at = toPage(node, { x: caret.x + caret.width / 2, y: caret.top + caret.height / 2 });
  useEffect(() => {
    const table = document.querySelector('[data-canvas]');
    if (!table) return;
    const still = (): void => table.scrollTo(0, 0);
    still();
    table.addEventListener('scroll', still);
    return () => table.removeEventListener('scroll', still);
  }, []);
  useEffect(() => {
    const table = document.querySelector('[data-canvas]');
    if (!table) return;
    const screen = viewport.toScreen({ x: at.x, y: at.y });
    const dx = beyond(screen.x, table.clientWidth);
    const dy = beyond(screen.y, table.clientHeight);
    if (dx !== 0 || dy !== 0) viewport.panBy(dx, dy);
  }, [viewport, focus, at.x, at.y]);
}
