import type { Move, Overlay } from '#shared/clip/edit/schema.ts';

/** CSS of an overlay while it comes, stays or goes; slides are in parts of its own size. */
export interface OverlayLook {
  opacity: number;
  transform: string;
}

const ways: Partial<Record<Move['kind'], readonly [number, number]>> = {
  'slide-left': [1, 0],
  'slide-right': [-1, 0],
  'slide-up': [0, 1],
  'slide-down': [0, -1],
};

/** Slows down towards the end. */
const eased = (done: number): number => 1 - (1 - done) ** 3;

function moved(move: Move, here: number, leaving: boolean): OverlayLook {
  const way = ways[move.kind];
  if (way) {
    const share = (1 - here) * (leaving ? -100 : 100);
    return { opacity: here, transform: `translate(${way[0] * share}%, ${way[1] * share}%)` };
  }
  if (move.kind === 'zoom') return { opacity: here, transform: `scale(${0.8 + 0.2 * here})` };
  return { opacity: move.kind === 'fade' ? here : 1, transform: 'none' };
}

/** Whether an overlay is on screen at a time. */
export function isShown(overlay: Overlay, seconds: number): boolean {
  return !overlay.hidden && seconds >= overlay.from - 1e-6 && seconds < overlay.to - 1e-6;
}

export function overlayLook(overlay: Overlay, seconds: number): OverlayLook {
  const still: OverlayLook = { opacity: 1, transform: 'none' };
  const { enter, leave } = overlay;
  const passed = seconds - overlay.from;
  const left = overlay.to - seconds;
  const look =
    enter && enter.kind !== 'none' && passed < enter.seconds
      ? moved(enter, eased(passed / enter.seconds), false)
      : leave && leave.kind !== 'none' && left < leave.seconds
        ? moved(leave, eased(left / leave.seconds), true)
        : still;
  return { ...look, opacity: look.opacity * (overlay.opacity ?? 1) };
}
