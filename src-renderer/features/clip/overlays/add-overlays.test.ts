import fc from 'fast-check';
import { expect, test } from 'vitest';
import { designOverlay, imageOverlay, spanOf } from './add-overlays.ts';

const side = fc.integer({ min: 20, max: 6000 });
const size = fc.record({ id: fc.constant('x'), width: side, height: side });

test('roles stand where they belong and never beyond the end', () => {
  expect(spanOf('title', 5, 20)).toEqual({ from: 0, to: 3 });
  expect(spanOf('lower-third', 5, 20)).toEqual({ from: 5, to: 9 });
  expect(spanOf('end-card', 5, 20)).toEqual({ from: 17, to: 20 });
  expect(spanOf('watermark', 5, 20)).toEqual({ from: 0, to: 20 });
  expect(spanOf('sticker', 19, 20)).toEqual({ from: 17, to: 20 });
  expect(spanOf('lower-third', 1, 2)).toEqual({ from: 0, to: 2 });
});

test('pictures and pages come in whole, in any shape and frame', () => {
  fc.assert(
    fc.property(size, size, (picture, frame) => {
      for (const overlay of [
        designOverlay(picture, frame, { from: 0, to: 1 }),
        imageOverlay(picture, frame, 'sticker', { from: 0, to: 1 }),
        imageOverlay(picture, frame, 'watermark', { from: 0, to: 1 }),
      ]) {
        const height = (overlay.width * frame.width * picture.height) / picture.width / frame.height;
        expect(overlay.x).toBeGreaterThanOrEqual(-1e-9);
        expect(overlay.y).toBeGreaterThanOrEqual(-1e-9);
        expect(overlay.x + overlay.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(overlay.y + height).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});
