import { type Guide, snapMove, type SnapTargets } from '#shared/design/snapping.ts';
import type { Box, Size } from './picture-geometry.ts';

type Corner = 'nw' | 'ne' | 'se' | 'sw';
export const corners: readonly Corner[] = ['nw', 'ne', 'se', 'sw'];

/** What a moved overlay sticks to, px of the frame. */
export function overlayTargets(
  frame: Size,
  others: readonly Box[],
  safeArea: SnapTargets['safeArea'],
): SnapTargets {
  const lines = [1 / 3, 2 / 3].flatMap((share) => [
    { axis: 'x' as const, at: frame.width * share },
    { axis: 'y' as const, at: frame.height * share },
  ]);
  return { page: frame, others, lines, safeArea: safeArea ?? null };
}

/** The box moved by a way in px of the frame, and the lines it sticks to; `tolerance` 0 lets it go free. */
export function dragBox(
  box: Box,
  by: { x: number; y: number },
  targets: SnapTargets,
  tolerance: number,
): { box: Box; guides: Guide[] } {
  const moved = { ...box, x: box.x + by.x, y: box.y + by.y };
  if (tolerance <= 0) return { box: moved, guides: [] };
  const snap = snapMove(moved, targets, tolerance);
  return { box: { ...moved, x: moved.x + snap.dx, y: moved.y + snap.dy }, guides: snap.guides };
}

/** The box resized by a corner with its shape kept; px of the frame. */
export function resizeBox(box: Box, corner: Corner, dx: number, dy: number, least: number): Box {
  const ratio = box.height / box.width;
  const outX = corner.includes('e') ? dx : -dx;
  const outY = (corner.includes('s') ? dy : -dy) / ratio;
  const grown = Math.abs(outX) > Math.abs(outY) ? outX : outY;
  const width = Math.max(least, box.width + grown);
  const height = width * ratio;
  return {
    x: corner.includes('w') ? box.x + box.width - width : box.x,
    y: corner.includes('n') ? box.y + box.height - height : box.y,
    width,
    height,
  };
}
