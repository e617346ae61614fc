import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitCards } from './fit-cards.ts';

it('never shows more than fits, and all when all fit', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.integer({ min: 40, max: 400 }), (posts, height) => {
      const { shape, count } = fitCards(posts, height);
      expect(count).toBeLessThanOrEqual(posts);
      const used = count * (shape === 'card' ? 46 : 24) + (count < posts ? 20 : 0);
      if (count > 0) expect(used).toBeLessThanOrEqual(height - 32);
      if (count < posts) expect(posts * 24).toBeGreaterThan(height - 32);
    }),
  );
  expect(fitCards(1, 120)).toEqual({ shape: 'card', count: 1 });
  expect(fitCards(3, 120)).toEqual({ shape: 'line', count: 3 });
  expect(fitCards(60, 120)).toEqual({ shape: 'line', count: 2 });
});
