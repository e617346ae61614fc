import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderBetween, ordersBetween } from '#shared/design/order.ts';

test('any series of insertions keeps strict order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 120 }), (places) => {
      const keys: string[] = [];
      for (const place of places) {
        const at = place % (keys.length + 1);
        keys.splice(at, 0, orderBetween(keys[at - 1] ?? null, keys[at] ?? null));
      }
      for (const [index, key] of keys.entries()) {
        if (index > 0) expect(key > (keys[index - 1] ?? '')).toBe(true);
      }
    }),
  );
});

test('a thousand layers added in front, or behind, have short keys', () => {
  const front = ordersBetween(null, null, 1000);
  expect(Math.max(...front.map((key) => key.length))).toBeLessThanOrEqual(3);
  let key = orderBetween(null, null);
  for (let index = 0; index < 1000; index += 1) {
    const before = orderBetween(null, key);
    expect(before < key).toBe(true);
    key = before;
  }
  expect(key.length).toBeLessThanOrEqual(4);
});

test('keys of a foreign file do not throw', () => {
  expect(orderBetween('not a key', null)).toBe('a0');
  expect(orderBetween('a5', 'a1') > 'a5').toBe(true);
});
