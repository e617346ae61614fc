import type { Move, Overlay } from '#shared/clip/edit/schema.ts';
import { moveSeconds, smallest } from '#shared/clip/render/moves.ts';
import type { Box, Size } from './picture-geometry.ts';

/** CSS of an overlay while it comes, stays or goes; `x` and `y` in px of the frame from where it rests. */
interface OverlayLook {
  opacity: number;
  x: number;
  y: number;
  scale: number;
}

/** Whether an overlay is on screen at a time. */
export function isShown(overlay: Overlay, seconds: number): boolean {
  return !overlay.hidden && seconds >= overlay.from - 1e-6 && seconds < overlay.to - 1e-6;
}

/** How far an overlay is away from its place: 0 there, 1 outside of the frame. */
function way(move: Move, away: number, box: Box, frame: Size, leaves: boolean): { x: number; y: number } {
  const far = (back: boolean, at: number, size: number, room: number): number =>
    ((back === leaves ? -size : room) - at) * away;
  switch (move.kind) {
    case 'slide-left':
    case 'slide-right':
      return { x: far(move.kind === 'slide-left', box.x, box.width, frame.width), y: 0 };
    case 'slide-up':
    case 'slide-down':
      return { x: 0, y: far(move.kind === 'slide-up', box.y, box.height, frame.height) };
    default:
      return { x: 0, y: 0 };
  }
}

/** The look of an overlay at a time, moving as the render moves it: slowing down as it comes, faster as it goes. */
export function overlayLook(overlay: Overlay, seconds: number, box: Box, frame: Size): OverlayLook {
  const length = overlay.to - overlay.from;
  const opacity = overlay.opacity ?? 1;
  const comes = moveSeconds(overlay.enter, length);
  const goes = moveSeconds(overlay.leave, length);
  const passed = seconds - overlay.from;
  const left = overlay.to - seconds;
  const leaves = left < goes;
  const move = passed < comes ? overlay.enter : leaves ? overlay.leave : undefined;
  if (!move) return { opacity, x: 0, y: 0, scale: 1 };
  const here = leaves && passed >= comes ? left / goes : passed / comes;
  const away = (1 - here) ** 3;
  const fades = move.kind === 'fade' || move.kind === 'zoom';
  return {
    opacity: fades ? opacity * here : opacity,
    ...way(move, away, box, frame, leaves && passed >= comes),
    scale: move.kind === 'zoom' ? 1 - (1 - smallest) * away : 1,
  };
}
