import fc from 'fast-check';
import { expect, it } from 'vitest';
import { densities } from '../session/remembered.ts';
import { fitCards } from './fit-cards.ts';

const plain = (posts: number): boolean[] => Array.from({ length: posts }, () => false);

it('never shows more than fits, and all when all fit', () => {
  const anyPosts = fc.array(fc.boolean(), { maxLength: 100 });
  fc.assert(
    fc.property(
      anyPosts,
      fc.integer({ min: 40, max: 400 }),
      fc.constantFrom(...densities),
      (posts, height, density) => {
        const { shape, count } = fitCards(posts, height, density);
        expect(count).toBeLessThanOrEqual(posts.length);
        const heights = posts
          .slice(0, count)
          .map((pictured) => (shape === 'line' ? 24 : shape === 'picture' && pictured ? 70 : 46));
        const used = heights.reduce((sum, each) => sum + each, 0) + (count < posts.length ? 20 : 0);
        if (count > 0) expect(used).toBeLessThanOrEqual(height - 32);
        if (count < posts.length && shape === 'line') expect(posts.length * 24).toBeGreaterThan(height - 32);
        if (density === 'compact') expect(shape).toBe('line');
      },
    ),
  );
  expect(fitCards(plain(1), 120)).toEqual({ shape: 'card', count: 1 });
  expect(fitCards(plain(3), 120)).toEqual({ shape: 'line', count: 3 });
  expect(fitCards(plain(60), 120)).toEqual({ shape: 'line', count: 2 });
  expect(fitCards([true, false], 152, 'pictures')).toEqual({ shape: 'picture', count: 2 });
});
