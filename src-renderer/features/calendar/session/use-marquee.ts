import { type PointerEvent, useCallback } from 'react';
import styles from '../drag/drag.module.css';
import type { Selection } from './selection.ts';

/** Pixels the mouse moves on empty ground before a frame is drawn. */
const threshold = 5;

/**
 * A frame that is drawn with the mouse on empty ground chooses the cards it touches; with Ctrl or Shift they are added
 * to the chosen ones. Escape leaves everything as it was.
 */
export function useMarquee(selection: Selection): (event: PointerEvent<HTMLElement>) => void {
  return useCallback(
    (down) => {
      const target = down.target instanceof Element ? down.target : null;
      if (down.button !== 0 || down.pointerType === 'touch' || target?.closest('button, input, a')) return;
      const grid = target?.closest<HTMLElement>('[data-calendar-grid]');
      if (!grid) return;
      const before = selection.chosen;
      const kept = down.ctrlKey || down.metaKey || down.shiftKey ? before : new Set<string>();
      const bounds = grid.getBoundingClientRect();
      const { clientX: fromX, clientY: fromY, pointerId } = down;
      let frame: HTMLElement | null = null;
      let cards: { key: string; box: DOMRect }[] = [];
      const ending = new AbortController();
      const { signal } = ending;
      const end = (): void => {
        ending.abort();
        if (!frame) return;
        frame.remove();
        // The click that follows the release is part of the drawing.
        const swallow = (event: Event): void => event.stopPropagation();
        window.addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
      };
      window.addEventListener(
        'pointermove',
        (event) => {
          if (event.pointerId !== pointerId) return;
          if (!frame) {
            if (Math.hypot(event.clientX - fromX, event.clientY - fromY) <= threshold) return;
            getSelection()?.removeAllRanges();
            frame = document.createElement('div');
            frame.className = styles['marquee'] ?? '';
            document.body.append(frame);
            cards = [...grid.querySelectorAll<HTMLElement>('[data-post]')].map((card) => ({
              key: card.dataset['post'] ?? '',
              box: card.getBoundingClientRect(),
            }));
          }
          const x = Math.min(bounds.right, Math.max(bounds.left, event.clientX));
          const y = Math.min(bounds.bottom, Math.max(bounds.top, event.clientY));
          const area = new DOMRect(
            Math.min(fromX, x),
            Math.min(fromY, y),
            Math.abs(x - fromX),
            Math.abs(y - fromY),
          );
          frame.style.transform = `translate(${area.x}px, ${area.y}px)`;
          frame.style.width = `${area.width}px`;
          frame.style.height = `${area.height}px`;
          const touched = cards.filter(
            ({ box }) =>
              box.left < area.right &&
              box.right > area.left &&
              box.top < area.bottom &&
              box.bottom > area.top,
          );
          const next = new Set([...kept, ...touched.map(({ key }) => key)]);
          if (next.size !== selection.chosen.size || [...next].some((key) => !selection.chosen.has(key)))
            selection.choose(next);
        },
        { signal },
      );
      window.addEventListener('pointerup', (event) => event.pointerId === pointerId && end(), { signal });
      window.addEventListener('pointercancel', end, { signal });
      window.addEventListener(
        'keydown',
        (event) => {
          if (event.key !== 'Escape' || !frame) return;
          event.preventDefault();
          event.stopPropagation();
          selection.choose(before);
          end();
        },
        { signal, capture: true },
      );
    },
    [selection],
  );
}
