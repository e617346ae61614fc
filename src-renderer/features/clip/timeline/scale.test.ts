import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameClock } from '../fields/time-text.ts';
import { fitDensity, fitRange, nearestWithin, rulerSteps, withinDensity, zoomAround } from './scale.ts';

const clock = frameClock(120, 30);
const width = 1000;

describe('zoom', () => {
  it('keeps the time under the pointer there, away from the ends', () => {
    const density = withinDensity(200, width, clock);
    const scale = { density, start: 50 };
    const zoomed = zoomAround(scale, 1.5, 400, width, clock);
    expect(zoomed.start + 400 / zoomed.density).toBeCloseTo(50 + 400 / density, 9);
  });

  it('never shows anything but the clip', () => {
    const zoom = fc.tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.integer({ min: 0, max: width }));
    fc.assert(
      fc.property(fc.array(zoom, { maxLength: 30 }), (zooms) => {
        let scale = { density: fitDensity(width, clock.duration), start: 0 };
        for (const [factor, x] of zooms) scale = zoomAround(scale, factor, x, width, clock);
        expect(scale.start).toBeGreaterThanOrEqual(0);
        expect(scale.start + width / scale.density).toBeLessThanOrEqual(clock.duration + 1e-6);
        expect(scale.density / clock.fps).toBeLessThanOrEqual(48);
      }),
    );
  });

  it('shows a range whole', () => {
    const scale = fitRange(40, 50, width, clock);
    expect(scale.start).toBeLessThan(40);
    expect(scale.start + width / scale.density).toBeGreaterThan(50);
  });
});

describe('ruler', () => {
  it('leaves its labels room and its marks six pixels', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 1400, noNaN: true }), (density) => {
        const { label, mark } = rulerSteps(density, 30, 100);
        if (label < 7200) expect(label * density).toBeGreaterThanOrEqual(100);
        expect(mark).toBeLessThanOrEqual(label);
        if (mark < label) expect(mark * density).toBeGreaterThanOrEqual(6);
      }),
    );
  });
});

describe('snapping', () => {
  it('takes the nearest point in reach', () => {
    expect(nearestWithin([0, 1, 2.5], 1.9, 1)).toBe(2.5);
    expect(nearestWithin([0, 1, 2.5], 1.7, 0.5)).toBeNull();
    expect(nearestWithin([], 1, 9)).toBeNull();
  });
});
