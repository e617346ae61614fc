import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropOfRatio, dragCrop, type Grip, grips } from './crop-box.ts';

const grip = fc.constantFrom<Grip>('move', ...grips);
const way = fc.double({ min: -2, max: 2, noNaN: true });
const ratio = fc.option(fc.double({ min: 0.2, max: 5, noNaN: true }));
const crop = fc.record({
  x: fc.double({ min: 0, max: 0.6, noNaN: true }),
  y: fc.double({ min: 0, max: 0.6, noNaN: true }),
  width: fc.double({ min: 0.1, max: 0.4, noNaN: true }),
  height: fc.double({ min: 0.1, max: 0.4, noNaN: true }),
});

test('however it is dragged, a crop stays inside of the picture and keeps its ratio', () => {
  fc.assert(
    fc.property(crop, grip, way, way, ratio, (from, by, dx, dy, lock) => {
      const start = lock === null ? from : cropOfRatio(from, lock);
      const next = dragCrop(start, by, dx, dy, lock);
      expect(next.x).toBeGreaterThanOrEqual(-1e-9);
      expect(next.y).toBeGreaterThanOrEqual(-1e-9);
      expect(next.x + next.width).toBeLessThanOrEqual(1 + 1e-9);
      expect(next.y + next.height).toBeLessThanOrEqual(1 + 1e-9);
      expect(next.width).toBeGreaterThan(0);
      if (lock !== null) expect(next.width / next.height).toBeCloseTo(lock, 5);
    }),
  );
});

test('a corner moves, the other one stays', () => {
  const next = dragCrop({ x: 0.2, y: 0.2, width: 0.5, height: 0.5 }, 'se', 0.1, -0.2, null);
  expect(next.x).toBe(0.2);
  expect(next.y).toBe(0.2);
  expect(next.width).toBeCloseTo(0.6);
  expect(next.height).toBeCloseTo(0.3);
});
