import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cropOfShape, movedCrop, resizedCrop, shapeName, wholePicture } from './crop-frame.ts';

const ratio = fc.double({ min: 0.3, max: 3, noNaN: true });
const push = fc.double({ min: -2, max: 2, noNaN: true });

it('stays inside the picture and keeps its shape whatever is dragged', () => {
  fc.assert(
    fc.property(
      ratio,
      ratio,
      push,
      push,
      fc.boolean(),
      fc.boolean(),
      (picture, shape, dx, dy, right, bottom) => {
        const start = cropOfShape(picture, shape, wholePicture);
        const moved = movedCrop(start, dx, dy);
        const resized = resizedCrop(moved, { right, bottom }, dx, dy, shape / picture);
        for (const { x, y, width, height } of [start, moved, resized]) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-9);
          expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-9);
          expect(Math.min(width, height)).toBeGreaterThan(0);
          expect((width / height) * picture).toBeCloseTo(shape, 6);
        }
      },
    ),
  );
});

it('fills one side of the picture', () => {
  expect(cropOfShape(16 / 9, 1, wholePicture)).toEqual({ x: 0.21875, y: 0, width: 0.5625, height: 1 });
});

it('names shapes as people do', () => {
  expect([shapeName(1080, 1350), shapeName(1080, 1920), shapeName(1080, 566)]).toEqual([
    '4:5',
    '9:16',
    '1.91:1',
  ]);
});
