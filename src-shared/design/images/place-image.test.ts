import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlacedPicture } from '#shared/design/images/place-image.ts';
import { placeImage } from '#shared/design/images/place-image.ts';

const side = fc.integer({ min: 1, max: 5000 });
const fraction = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);
const crop = fc
  .record({ x: fraction, y: fraction, width: fraction, height: fraction })
  .map(({ x, y, width, height }) => ({
    x: x * 0.9,
    y: y * 0.9,
    width: Math.max(0.05, (1 - x * 0.9) * width),
    height: Math.max(0.05, (1 - y * 0.9) * height),
  }))
  .filter((part) => part.x + part.width <= 1 && part.y + part.height <= 1);
const placed: fc.Arbitrary<PlacedPicture> = fc.record(
  {
    width: side,
    height: side,
    fit: fc.constantFrom('cover', 'contain', 'fill'),
    crop,
    focus: fc.record({ x: fraction, y: fraction }),
    straighten: fc.integer({ min: -45, max: 45 }),
  },
  { requiredKeys: ['width', 'height', 'fit', 'crop'] },
);
const aspect = fc.integer({ min: 10, max: 1000 }).map((value) => value / 100);
const near = 1e-6;

describe('placing a picture in its frame', () => {
  test('only what the crop holds is used', () => {
    fc.assert(
      fc.property(placed, aspect, (picture, shape) => {
        const { source } = placeImage(picture, shape);
        const { crop: within } = picture;
        expect(source.x).toBeGreaterThanOrEqual(within.x - near);
        expect(source.y).toBeGreaterThanOrEqual(within.y - near);
        expect(source.x + source.width).toBeLessThanOrEqual(within.x + within.width + near);
        expect(source.y + source.height).toBeLessThanOrEqual(within.y + within.height + near);
        expect(source.width * source.height).toBeGreaterThan(0);
      }),
    );
  });

  test('cover and contain never stretch', () => {
    fc.assert(
      fc.property(placed, aspect, (picture, shape) => {
        fc.pre(picture.fit !== 'fill');
        const { source, target } = placeImage(picture, shape);
        expect((source.width * shape) / source.height / (target.width / target.height)).toBeCloseTo(1, 6);
      }),
    );
  });

  test('a turned picture fills what shows of it', () => {
    fc.assert(
      fc.property(placed, aspect, (picture, shape) => {
        const { target, turn, frame } = placeImage(picture, shape);
        const angle = (-turn * Math.PI) / 180;
        const middle = { x: target.x + target.width / 2, y: target.y + target.height / 2 };
        for (const [x, y] of [
          [frame.x, frame.y],
          [frame.x + frame.width, frame.y],
          [frame.x, frame.y + frame.height],
          [frame.x + frame.width, frame.y + frame.height],
        ] as const) {
          const across = (x - middle.x) * Math.cos(angle) - (y - middle.y) * Math.sin(angle);
          const down = (x - middle.x) * Math.sin(angle) + (y - middle.y) * Math.cos(angle);
          expect(Math.abs(across)).toBeLessThanOrEqual((target.width / 2) * (1 + near));
          expect(Math.abs(down)).toBeLessThanOrEqual((target.height / 2) * (1 + near));
        }
      }),
    );
  });

  test('the focus stays in view when cover cuts an upright picture', () => {
    fc.assert(
      fc.property(placed, aspect, fraction, fraction, (given, shape, x, y) => {
        const { crop: within } = given;
        const focus = { x: within.x + within.width * x, y: within.y + within.height * y };
        const picture: PlacedPicture = { ...given, fit: 'cover', straighten: 0, focus };
        const { source } = placeImage(picture, shape);
        expect(focus.x).toBeGreaterThanOrEqual(source.x - near);
        expect(focus.x).toBeLessThanOrEqual(source.x + source.width + near);
        expect(focus.y).toBeGreaterThanOrEqual(source.y - near);
        expect(focus.y).toBeLessThanOrEqual(source.y + source.height + near);
      }),
    );
  });

  test('upright cover uses all of the crop in one direction', () => {
    const picture: PlacedPicture = {
      width: 100,
      height: 100,
      fit: 'cover',
      crop: { x: 0, y: 0, width: 1, height: 1 },
      focus: { x: 0.9, y: 0.5 },
    };
    expect(placeImage(picture, 2)).toEqual({
      source: { x: 0.5, y: 0, width: 0.5, height: 1 },
      target: { x: 0, y: 0, width: 100, height: 100 },
      turn: 0,
      frame: { x: 0, y: 0, width: 100, height: 100 },
    });
  });
});
