import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type GreyFrames, motionPoints } from './motion-points.ts';

/** Frames of 16 × 9 with a bright block where `at` says (columns), or none. */
function frames(at: (frame: number) => number | null, count = 20): GreyFrames {
  const made = Array.from({ length: count }, (_, index) => {
    const picture = new Uint8Array(16 * 9).fill(90);
    const column = at(index);
    if (column !== null) for (const row of [3, 4]) picture[row * 16 + column] = 220;
    return picture;
  });
  return { columns: 16, rows: 9, rate: 5, frames: made };
}

it('finds what moves, and holds it where it stops', () => {
  const points = motionPoints(
    frames((frame) => Math.min(frame, 10)),
    [0.4, 1.2, 3.8],
  );
  expect(points?.[0]?.x).toBeLessThan(0.35);
  expect(points?.[1]?.x).toBeGreaterThan(0.3);
  expect(points?.[2]?.x).toBeGreaterThan(points?.[0]?.x ?? 1);
  expect(points?.every(({ y }) => y > 0.3 && y < 0.6)).toBe(true);
});

it('says nothing of a still picture, of noise and of a camera that moves', () => {
  expect(
    motionPoints(
      frames(() => 5),
      [0.5, 1, 2],
    ),
  ).toBeNull();
  const noisy = frames(() => null).frames.map((frame, index) =>
    frame.map((value, cell) => value + ((cell + index) % 5)),
  );
  expect(motionPoints({ columns: 16, rows: 9, rate: 5, frames: noisy }, [0.5, 1, 2])).toBeNull();
  const panned = Array.from({ length: 20 }, (_, index) =>
    new Uint8Array(16 * 9).map((_value, cell) => ((cell + index * 3) % 7) * 30),
  );
  expect(motionPoints({ columns: 16, rows: 9, rate: 5, frames: panned }, [0.5, 1, 2])).toBeNull();
});

it('answers one point for each time, inside the picture, whatever moves', () => {
  const pixels = fc.uint8Array({ minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(
      fc.array(pixels, { maxLength: 12 }),
      fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { maxLength: 6 }),
      (some, times) => {
        const points = motionPoints({ columns: 6, rows: 4, rate: 5, frames: some }, times);
        if (!points) return;
        expect(points.map(({ at }) => at)).toEqual(times);
        for (const { x, y } of points) expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true);
      },
    ),
  );
});
