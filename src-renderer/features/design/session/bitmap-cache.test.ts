import { expect, test } from 'vitest';
import { BitmapCache } from './bitmap-cache.ts';

function picture(width: number) {
  return { image: {}, width, height: 10, region: { x: 0, y: 0, width: 1, height: 1 }, aspect: width / 10 };
}

test('what was not drawn for longest goes first; what is being drawn stays', () => {
  let time = 0;
  const cache = new BitmapCache(1000 * 10 * 4, () => time);
  cache.set('a', picture(500));
  cache.set('b', picture(400));
  time = 5000;
  expect(cache.get('a')).toBeDefined();
  cache.set('c', picture(300));
  expect(cache.get('b')).toBeUndefined();
  expect(cache.get('a')).toBeDefined();
  // All of this was drawn just now: over the limit, but needed by the next frame.
  cache.set('d', picture(900));
  expect([cache.get('a'), cache.get('c'), cache.get('d')].every((each) => each !== undefined)).toBe(true);
  time = 10_000;
  cache.set('e', picture(10));
  expect(cache.get('a')).toBeUndefined();
  expect(cache.get('e')).toBeDefined();
});
