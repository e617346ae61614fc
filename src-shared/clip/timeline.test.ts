import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  editDuration,
  framesBetween,
  joinSegments,
  nearestStandardRate,
  roundToFrame,
  snapToKeyframe,
  splitSegment,
} from './timeline.ts';

test('splitting and joining are inverse and keep the length', () => {
  const range = fc.record({
    from: fc.integer({ min: 0, max: 500 }),
    length: fc.integer({ min: 2, max: 500 }),
  });
  fc.assert(
    fc.property(range, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ({ from, length }, share) => {
      const segments = [{ id: 'a', from, to: from + length }];
      const split = splitSegment(segments, from + length * share, 'b');
      expect(split).toHaveLength(2);
      expect(editDuration({ segments: split })).toBeCloseTo(length, 9);
      expect(joinSegments(split)).toEqual(segments);
    }),
  );
});

test('a split on an edge or outside changes nothing', () => {
  const segments = [{ id: 'a', from: 1, to: 2 }];
  for (const at of [0, 1, 2, 3]) expect(splitSegment(segments, at, 'b')).toEqual(segments);
});

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
