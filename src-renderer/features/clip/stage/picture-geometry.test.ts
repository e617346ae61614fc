import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { focusAt, placePicture } from './picture-geometry.ts';

const side = fc.integer({ min: 16, max: 4096 });
const size = fc.record({ width: side, height: side });
const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('placePicture', () => {
  test('crop fills the whole frame wherever it looks', () => {
    fc.assert(
      fc.property(
        size,
        size,
        part,
        part,
        fc.double({ min: 1, max: 8, noNaN: true }),
        (stored, frame, x, y, zoom) => {
          const { window } = placePicture(stored, frame, undefined, 'crop', [{ at: 0, x, y, zoom }], 0);
          expect(window.x).toBeLessThanOrEqual(1e-3);
          expect(window.y).toBeLessThanOrEqual(1e-3);
          expect(window.x + window.width).toBeGreaterThanOrEqual(frame.width - 1e-3 * frame.width);
          expect(window.y + window.height).toBeGreaterThanOrEqual(frame.height - 1e-3 * frame.height);
        },
      ),
    );
  });

  test('pad and blur show all of it, in its own shape, in the middle', () => {
    fc.assert(
      fc.property(size, size, fc.constantFrom('pad' as const, 'blur' as const), (stored, frame, fit) => {
        const { window } = placePicture(stored, frame, undefined, fit, [], 0);
        expect(window.width / window.height).toBeCloseTo(stored.width / stored.height, 3);
        expect(window.x * 2 + window.width).toBeCloseTo(frame.width, 3);
        expect(window.y * 2 + window.height).toBeCloseTo(frame.height, 3);
      }),
    );
  });

  test('a wide recording in a tall frame looks at its focus', () => {
    const placed = placePicture(
      { width: 1600, height: 900 },
      { width: 450, height: 900 },
      undefined,
      'crop',
      [{ at: 0, x: 0.75, y: 0.5, zoom: 1 }],
      0,
    );
    expect(placed.window).toEqual({ x: 225 - 1200, y: 0, width: 1600, height: 900 });
  });

  test('a crop of the right half puts the picture half its width to the left', () => {
    const crop = { x: 0.5, y: 0, width: 0.5, height: 1 };
    const placed = placePicture(
      { width: 200, height: 100 },
      { width: 100, height: 100 },
      { crop },
      'crop',
      [],
      0,
    );
    expect(placed.window).toEqual({ x: 0, y: 0, width: 100, height: 100 });
    expect(placed.whole).toEqual({ x: -100, y: 0, width: 200, height: 100 });
  });

  test('a quarter turn swaps the sides', () => {
    const placed = placePicture(
      { width: 200, height: 100 },
      { width: 100, height: 200 },
      { turn: 90 },
      'crop',
      [],
      0,
    );
    expect(placed.window).toEqual({ x: 0, y: 0, width: 100, height: 200 });
    expect(placed.stored).toEqual({ width: 200, height: 100 });
  });
});

test('focus moves evenly between its keyframes and rests at its ends', () => {
  const keys = [
    { at: 1, x: 0, y: 0 },
    { at: 3, x: 1, y: 0.5, zoom: 3 },
  ];
  expect(focusAt(keys, 0)).toEqual({ x: 0, y: 0, zoom: 1 });
  expect(focusAt(keys, 2)).toEqual({ x: 0.5, y: 0.25, zoom: 2 });
  expect(focusAt(keys, 9)).toEqual({ x: 1, y: 0.5, zoom: 3 });
});
