import fc from 'fast-check';
import { expect, test } from 'vitest';
import { framesBetween, nearestStandardRate, roundToFrame, snapToKeyframe } from './timeline.ts';

test('rounding to a frame is idempotent', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 10_000, noNaN: true }),
      fc.constantFrom(24, 25, 30_000 / 1001, 60),
      (at, fps) => {
        const once = roundToFrame(at, fps);
        expect(roundToFrame(once, fps)).toBeCloseTo(once, 9);
        expect(Math.abs(once - at)).toBeLessThanOrEqual(0.5 / fps + 1e-9);
      },
    ),
  );
});

test('rates, frames and snapping', () => {
  expect(nearestStandardRate(29.9)).toEqual({ num: 30_000, den: 1001 });
  expect(nearestStandardRate(24.6)).toEqual({ num: 25, den: 1 });
  expect(framesBetween(1, 3.5, 30)).toBe(75);
  expect(snapToKeyframe(2.1, [0, 2, 4], 0.2)).toBe(2);
  expect(snapToKeyframe(3.9, [0, 2, 4], 0.2)).toBe(4);
  expect(snapToKeyframe(3, [0, 2, 4], 0.2)).toBe(3);
});
