/** Pixels, as in `card.module.css` and `month.module.css`: a card or line with the gap below it, and what stands around. */
const cardHeight = 46;
const lineHeight = 24;
const moreHeight = 20;
const headHeight = 32;

/**
 * How a day of that many posts is shown in a cell of that height: cards when all fit as cards, else lines, and when
 * not even those fit, as many as leave room for the button that shows all.
 */
export function fitCards(posts: number, height: number): { shape: 'card' | 'line'; count: number } {
  const room = height - headHeight;
  if (posts * cardHeight <= room) return { shape: 'card', count: posts };
  if (posts * lineHeight <= room) return { shape: 'line', count: posts };
  return { shape: 'line', count: Math.max(0, Math.min(posts, Math.floor((room - moreHeight) / lineHeight))) };
}
