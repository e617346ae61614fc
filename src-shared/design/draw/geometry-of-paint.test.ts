import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import { gradientLine } from '#shared/design/draw/gradient.ts';
import {
  fittingRadii,
  insetCorners,
  polygonCorners,
  setDash,
  widestInside,
} from '#shared/design/draw/outline.ts';
import { pathBounds } from '#shared/design/draw/path-bounds.ts';
import { pathSteps, tracePath } from '#shared/design/draw/path-data.ts';
import { placeFill } from '#shared/design/draw/picture-fill.ts';
import { qrCapacity, qrModules } from '#shared/design/draw/qr-code.ts';

const side = fc.double({ min: 1, max: 2000, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('gradients', () => {
  test('0 degrees run from left to right, 90 from top to bottom, over the whole box', () => {
    const box = { x: 10, y: 20, width: 100, height: 40 };
    expect(gradientLine(0, box)).toEqual({ x0: 10, y0: 40, x1: 110, y1: 40 });
    const down = gradientLine(90, box);
    expect(down.y0).toBeCloseTo(20);
    expect(down.y1).toBeCloseTo(60);
  });

  test('every corner lies between the ends of the line, and two corners at them', () => {
    fc.assert(
      fc.property(fc.double({ min: -360, max: 360, noNaN: true }), side, side, (angle, width, height) => {
        const { x0, y0, x1, y1 } = gradientLine(angle, { x: 0, y: 0, width, height });
        const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
        const places = [0, width].flatMap((x) =>
          [0, height].map((y) => ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length),
        );
        expect(Math.min(...places)).toBeCloseTo(0, 5);
        expect(Math.max(...places)).toBeCloseTo(1, 5);
      }),
    );
  });
});

describe('outlines', () => {
  test('radii shrink together until they fit, and stay when they do', () => {
    expect(fittingRadii(100, 100, [10, 20, 30, 40])).toEqual([10, 20, 30, 40]);
    expect(fittingRadii(100, 50, [50, 50, 50, 50])).toEqual([25, 25, 25, 25]);
    const radius = fc.double({ min: 0, max: 5000, noNaN: true });
    fc.assert(
      fc.property(side, side, fc.tuple(radius, radius, radius, radius), (width, height, radii) => {
        const [a, b, c, d] = fittingRadii(width, height, radii);
        expect(Math.max(a + b, c + d)).toBeLessThanOrEqual(width * 1.000001);
        expect(Math.max(b + c, d + a)).toBeLessThanOrEqual(height * 1.000001);
      }),
    );
  });

  test('an inset polygon lies inside by exactly that much', () => {
    fc.assert(
      fc.property(side, side, fc.integer({ min: 3, max: 12 }), share, (width, height, sides, part) => {
        const corners = polygonCorners(width, height, sides, null);
        const centre = { x: width / 2, y: height / 2 };
        const by = widestInside(corners, centre) * part * 0.9;
        const inner = insetCorners(corners, centre, by);
        expect(widestInside(inner, centre)).toBeCloseTo(widestInside(corners, centre) - by, 4);
      }),
    );
  });

  test('dashes are multiples of the stroke, none and zeros are solid', () => {
    const seen: number[][] = [];
    const context = { setLineDash: (dash: number[]) => seen.push(dash) } as unknown as Canvas2D;
    setDash(context, [3, 2], 4);
    setDash(context, undefined, 4);
    setDash(context, [0, 0], 4);
    expect(seen).toEqual([[12, 8], [], []]);
  });
});

describe('path data', () => {
  test('arcs, shorthands and relative steps become absolute lines and curves', () => {
    const steps = pathSteps('m10 10h20v10l-5 5z');
    expect(steps).toEqual([['M', 10, 10], ['L', 30, 10], ['L', 30, 20], ['L', 25, 25], ['Z']]);
    expect(pathSteps('M0 0A5 5 0 0 1 10 0').every(([name]) => name === 'M' || name === 'C')).toBe(true);
  });

  test('nonsense draws what stands before it and never throws', () => {
    expect(pathSteps('nonsense')).toEqual([]);
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(pathSteps(text))));
  });

  test('bounds hold every point of a curve and touch the furthest', () => {
    const at = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(fc.tuple(at, at, at, at, at, at, at, at), (n) => {
        const [a, b, c, d, e, f, g, h] = n;
        const box = pathBounds(pathSteps(`M${a} ${b}C${c} ${d} ${e} ${f} ${g} ${h}`));
        if (!box) throw new Error('no box');
        for (let t = 0; t <= 1; t += 0.05) {
          const u = 1 - t;
          const x = u ** 3 * a + 3 * u * u * t * c + 3 * u * t * t * e + t ** 3 * g;
          expect(x).toBeGreaterThanOrEqual(box.x - 1e-6);
          expect(x).toBeLessThanOrEqual(box.x + box.width + 1e-6);
        }
      }),
    );
    expect(pathBounds(pathSteps('M0 0C0 100 100 100 100 0'))?.height).toBeCloseTo(75);
  });

  test('stretching scales every number of a step in its own direction', () => {
    const calls: number[][] = [];
    const record = (...numbers: number[]): void => void calls.push(numbers);
    const context = { beginPath: () => undefined, moveTo: record, lineTo: record } as unknown as Canvas2D;
    tracePath(context, 'M1 2L3 4', 10, 100);
    expect(calls).toEqual([
      [10, 200],
      [30, 400],
    ]);
  });
});

describe('picture fills', () => {
  test('cover fills the box without distortion and keeps the focus in view', () => {
    const aspect = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(side, side, aspect, share, share, (width, height, ratio, x, y) => {
        const box = { x: 0, y: 0, width, height };
        const { source, target } = placeFill('cover', { x, y }, box, ratio);
        expect(target).toEqual(box);
        expect((source.width * ratio) / source.height).toBeCloseTo(width / height, 3);
        expect(source.x).toBeGreaterThanOrEqual(-1e-9);
        expect(source.x + source.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(x).toBeGreaterThanOrEqual(source.x - 1e-9);
        expect(x).toBeLessThanOrEqual(source.x + source.width + 1e-9);
      }),
    );
  });
});

describe('QR codes', () => {
  test('each level holds exactly what the standard says', () => {
    for (const level of ['L', 'M', 'Q', 'H'] as const) {
      expect(qrModules('a'.repeat(qrCapacity[level]), level)?.length).toBe(177);
      expect(qrModules('a'.repeat(qrCapacity[level] + 1), level)).toBeNull();
    }
  });
});
