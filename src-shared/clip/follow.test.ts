import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clipEditSchema } from './edit/schema.ts';
import { followPoints, type SeenPoint } from './follow.ts';

const points = (xs: readonly number[], y = 0.5): SeenPoint[] => xs.map((x, at) => ({ at, x, y }));

it('stands still for a subject that hardly moves, in the middle of where it is', () => {
  expect(followPoints(points([0.3, 0.32, 0.31, 0.29, 0.3]), 0.04)).toEqual([{ at: 0, x: 0.3, y: 0.5 }]);
});

it('moves evenly with a subject that crosses the picture', () => {
  const keys = followPoints(points(Array.from({ length: 21 }, (_, index) => 0.1 + index * 0.04)), 0.04);
  expect(keys.length).toBeLessThanOrEqual(6);
  expect(keys[0]?.x).toBeLessThan(0.2);
  expect(keys.at(-1)?.x).toBeGreaterThan(0.8);
  expect(keys.map(({ x }) => x)).toEqual(keys.map(({ x }) => x).toSorted((a, b) => a - b));
});

it('jumps where the shot changes, and takes one look elsewhere for a mistake', () => {
  const keys = followPoints(points([0.2, 0.2, 0.2, 0.9, 0.2, 0.2, 0.8, 0.8, 0.8, 0.8]), 0.04);
  expect(keys).toEqual([
    { at: 0, x: 0.2, y: 0.5 },
    { at: 5.96, x: 0.2, y: 0.5 },
    { at: 6, x: 0.8, y: 0.5 },
  ]);
});

it('makes keyframes that the schema takes, in order, whatever was seen', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 90 }), (seen) => {
      const focus = followPoints(
        seen.map(([x, y], at) => ({ at, x, y })),
        0.04,
      );
      expect(focus.length).toBeGreaterThan(0);
      focus.forEach((key, index) => expect(key.at).toBeGreaterThan(focus[index - 1]?.at ?? -1));
      const segment = { id: 's', kind: 'clip', source: 'a', from: 0, to: 100, picture: { focus } };
      expect(clipEditSchema.safeParse({ segments: [segment] }).success).toBe(true);
    }),
  );
});
