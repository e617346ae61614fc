import type { PointerEvent } from 'react';

/** Follows a pointer from press to release: `move` gets the way in CSS px; Escape or a lost pointer takes it back. */
export function startDrag(
  event: PointerEvent<Element>,
  move: (dx: number, dy: number, keys: { shift: boolean; alt: boolean }) => void,
  end: (cancelled: boolean) => void = () => {},
): void {
  if (event.button !== 0) return;
  event.preventDefault();
  event.stopPropagation();
  const { currentTarget: target, pointerId, clientX, clientY } = event;
  target.setPointerCapture(pointerId);
  const onMove = (next: globalThis.Event): void => {
    if (!(next instanceof globalThis.PointerEvent) || next.pointerId !== pointerId) return;
    move(next.clientX - clientX, next.clientY - clientY, { shift: next.shiftKey, alt: next.altKey });
  };
  const finish = (cancelled: boolean): void => {
    target.removeEventListener('pointermove', onMove);
    target.removeEventListener('pointerup', onUp);
    target.removeEventListener('pointercancel', onLost);
    window.removeEventListener('keydown', onKey, true);
    end(cancelled);
  };
  const onUp = (): void => finish(false);
  const onLost = (): void => finish(true);
  const onKey = (key: KeyboardEvent): void => {
    if (key.key !== 'Escape') return;
    key.preventDefault();
    key.stopPropagation();
    move(0, 0, { shift: false, alt: true });
    finish(true);
  };
  target.addEventListener('pointermove', onMove);
  target.addEventListener('pointerup', onUp);
  target.addEventListener('pointercancel', onLost);
  window.addEventListener('keydown', onKey, true);
}

/** Steps of the arrow keys, ten times as far with Shift; null for other keys. */
export function arrowStep(event: { key: string; shiftKey: boolean }): { x: number; y: number } | null {
  const far = event.shiftKey ? 10 : 1;
  if (event.key === 'ArrowLeft') return { x: -far, y: 0 };
  if (event.key === 'ArrowRight') return { x: far, y: 0 };
  if (event.key === 'ArrowUp') return { x: 0, y: -far };
  if (event.key === 'ArrowDown') return { x: 0, y: far };
  return null;
}
