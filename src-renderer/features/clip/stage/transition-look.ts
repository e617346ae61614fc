import type { ShownPart } from '../player/what-plays.ts';

/** CSS of a layer in a transition; `veil` is a plain colour over it. */
export interface LayerLook {
  opacity: number;
  transform: string;
  clipPath: string;
  veil: { colour: 'black' | 'white'; opacity: number } | null;
}

const plain: LayerLook = { opacity: 1, transform: 'none', clipPath: 'none', veil: null };

const ways = {
  'slide-left': [-1, 0],
  'slide-right': [1, 0],
  'slide-up': [0, -1],
  'slide-down': [0, 1],
} as const;

/** How a segment looks while it takes over or leaves; near to what the render makes. */
export function transitionLook(transition: ShownPart['transition']): LayerLook {
  if (!transition) return plain;
  const { kind, role, done } = transition;
  const entering = role === 'entering';
  switch (kind) {
    case 'fade':
      return entering ? { ...plain, opacity: done } : plain;
    case 'dip-black':
    case 'dip-white': {
      const shown = entering ? done >= 0.5 : done < 0.5;
      const veil = 1 - Math.abs(2 * done - 1);
      const colour = kind === 'dip-black' ? 'black' : 'white';
      return { ...plain, opacity: shown ? 1 : 0, veil: { colour, opacity: veil } };
    }
    case 'slide-left':
    case 'slide-right':
    case 'slide-up':
    case 'slide-down': {
      const [x, y] = ways[kind];
      const share = (entering ? done - 1 : done) * 100;
      return { ...plain, transform: `translate(${x * share}%, ${y * share}%)` };
    }
    case 'wipe-left':
      return entering ? { ...plain, clipPath: `inset(0 0 0 ${(1 - done) * 100}%)` } : plain;
    case 'wipe-right':
      return entering ? { ...plain, clipPath: `inset(0 ${(1 - done) * 100}% 0 0)` } : plain;
    case 'zoom':
      return entering
        ? { ...plain, opacity: Math.max(0, 2 * done - 1) }
        : { ...plain, transform: `scale(${1 + done})` };
    default:
      return plain;
  }
}
