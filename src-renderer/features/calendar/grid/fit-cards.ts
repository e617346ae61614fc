import type { Density } from '../session/remembered.ts';

/** Pixels, as in `card.module.css` and `month.module.css`: a card or line with the gap below it, and what stands around. */
const pictureHeight = 70;
const cardHeight = 46;
const lineHeight = 24;
const moreHeight = 20;
const headHeight = 32;

export interface Fit {
  /** `picture`: those without a picture are cards. */
  shape: 'picture' | 'card' | 'line';
  count: number;
}

/** As many, from the first, as fit into the room. */
function countThatFit(heights: readonly number[], room: number): number {
  let used = 0;
  const over = heights.findIndex((height) => {
    used += height;
    return used > room;
  });
  return over < 0 ? heights.length : over;
}

/**
 * How a day of those posts is shown in a cell of that height. Comfortable: cards when all fit as cards, else lines, and
 * when not even those fit, as many as leave room for the button that shows all. Compact: always lines. With pictures:
 * at least one large card, others as there is room.
 */
export function fitCards(
  pictured: readonly boolean[],
  height: number,
  density: Density = 'comfortable',
): Fit {
  const room = height - headHeight;
  const posts = pictured.length;
  if (density === 'pictures') {
    const heights = pictured.map((has) => (has ? pictureHeight : cardHeight));
    const all = countThatFit(heights, room);
    const count = all === posts ? all : countThatFit(heights, room - moreHeight);
    if (count === posts || count > 0) return { shape: 'picture', count };
  }
  if (density !== 'compact' && posts * cardHeight <= room) return { shape: 'card', count: posts };
  if (posts * lineHeight <= room) return { shape: 'line', count: posts };
  return { shape: 'line', count: Math.max(0, Math.min(posts, Math.floor((room - moreHeight) / lineHeight))) };
}
