import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFractions, cropInPixels, planContain, planCover } from './geometry.ts';

const side = fc.integer({ min: 1, max: 20_000 });
const size = fc.record({ width: side, height: side });
const fraction = fc.double({ min: 0, max: 1, noNaN: true });

describe('planCover', () => {
  it('covers the target exactly, keeps the aspect and stays inside', () => {
    fc.assert(
      fc.property(size, size, fraction, fraction, (region, target, x, y) => {
        const { scaled, window } = planCover(region, target, { x: x * region.width, y: y * region.height });
        expect(scaled.width).toBeGreaterThanOrEqual(target.width);
        expect(scaled.height).toBeGreaterThanOrEqual(target.height);
        expect(scaled.width === target.width || scaled.height === target.height).toBe(true);
        expect(window).toMatchObject(target);
        expect(window.left).toBeGreaterThanOrEqual(0);
        expect(window.left + window.width).toBeLessThanOrEqual(scaled.width);
        expect(window.top + window.height).toBeLessThanOrEqual(scaled.height);
        const wanted = Math.max(target.width / region.width, target.height / region.height);
        expect(Math.abs(scaled.width - region.width * wanted)).toBeLessThanOrEqual(0.51);
        expect(Math.abs(scaled.height - region.height * wanted)).toBeLessThanOrEqual(0.51);
      }),
    );
  });

  it('centres on the focus where there is room, and at the edge where not', () => {
    const wide = { width: 2000, height: 1000 };
    const square = { width: 1000, height: 1000 };
    expect(planCover(wide, square, { x: 1000, y: 500 }).window.left).toBe(500);
    expect(planCover(wide, square, { x: 900, y: 500 }).window.left).toBe(400);
    expect(planCover(wide, square, { x: 1990, y: 500 }).window.left).toBe(1000);
  });
});

describe('planContain and crops', () => {
  it('fits inside and touches one side', () => {
    fc.assert(
      fc.property(size, size, (region, target) => {
        const inner = planContain(region, target);
        expect(inner.width).toBeLessThanOrEqual(target.width);
        expect(inner.height).toBeLessThanOrEqual(target.height);
        expect(inner.width === target.width || inner.height === target.height).toBe(true);
      }),
    );
  });

  it('a crop is always at least one pixel inside the picture, and fractions come back', () => {
    fc.assert(
      fc.property(size, fraction, fraction, fraction, fraction, (picture, x, y, width, height) => {
        const crop = cropInPixels({ x, y, width, height }, picture);
        expect(crop.width).toBeGreaterThanOrEqual(1);
        expect(crop.height).toBeGreaterThanOrEqual(1);
        expect(crop.left + crop.width).toBeLessThanOrEqual(picture.width);
        expect(crop.top + crop.height).toBeLessThanOrEqual(picture.height);
        expect(cropInPixels(asFractions(crop, picture), picture)).toEqual(crop);
      }),
    );
  });
});
