import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PenPath } from '#shared/design/pen.ts';
import {
  boundsOfPaths,
  layerOfPaths,
  mapPaths,
  nearestOnPaths,
  pathData,
  placing,
  pointOnCurve,
  readPaths,
  segmentOf,
  toggledSmooth,
  withArmMoved,
  withoutPoint,
  withPointAt,
  withPointMoved,
} from '#shared/design/pen.ts';

const whole = fc.integer({ min: -500, max: 500 });
const point = fc.record({ x: whole, y: whole });
/** Arms away from their point, so that the data can tell a corner from a curve. */
const penPoint = fc
  .tuple(point, fc.option(fc.integer({ min: 5, max: 80 })), fc.option(fc.integer({ min: 5, max: 80 })))
  .map(([{ x, y }, before, after]) => ({
    x,
    y,
    ...(before === null ? {} : { in: { x: x - before, y } }),
    ...(after === null ? {} : { out: { x: x + after, y: y + 3 } }),
  }));
const path: fc.Arbitrary<PenPath> = fc
  .record({
    points: fc.uniqueArray(penPoint, { minLength: 3, maxLength: 8, selector: ({ x, y }) => `${x} ${y}` }),
    closed: fc.boolean(),
  })
  .map(({ points, closed }) => {
    if (closed) return { points, closed };
    // The outer arms of an open path draw nothing and are not kept.
    const [first, ...rest] = points;
    const last = rest.pop();
    if (!first || !last) return { points, closed };
    const { in: _in, ...start } = { in: null, ...first };
    const { out: _out, ...end } = { out: null, ...last };
    return { points: [start, ...rest, end], closed };
  });

describe('path data', () => {
  test('comes back as the points it was made of', () => {
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 3 }), (paths) => {
        expect(readPaths(pathData(paths))).toEqual(paths);
      }),
    );
  });

  test('reads what drawing programs write: relative steps, quadratic curves, arcs', () => {
    const [run] = readPaths('m10 10h20v10q0 10 -10 10a5 5 0 0 1 -5 -5z');
    expect(run?.closed).toBe(true);
    expect(run?.points.slice(0, 3).map(({ x, y }) => [x, y])).toEqual([
      [10, 10],
      [30, 10],
      [30, 20],
    ]);
    expect(readPaths('')).toEqual([]);
    expect(readPaths('nonsense')).toEqual([]);
  });
});

describe('a path layer', () => {
  test('has the box of its ink, and its runs lie where they were drawn', () => {
    fc.assert(
      fc.property(path, (drawn) => {
        const layer = layerOfPaths([drawn]);
        const bounds = boundsOfPaths([drawn]);
        if (!layer || !bounds) throw new Error('The path has points.');
        expect(layer.width).toBeCloseTo(Math.max(1, bounds.width), 6);
        const { toPage } = placing({ ...layer, rotation: 0 });
        const back = mapPaths(readPaths(layer.d), toPage);
        for (const [index, { x, y }] of (back[0]?.points ?? []).entries()) {
          expect(Math.abs(x - (drawn.points[index]?.x ?? Number.NaN))).toBeLessThan(0.01);
          expect(Math.abs(y - (drawn.points[index]?.y ?? Number.NaN))).toBeLessThan(0.01);
        }
      }),
    );
  });

  test('places go to the page and back, turned, stretched and mirrored', () => {
    const layer = {
      ...{ x: 40, y: 60, width: 300, height: 90, rotation: 33 },
      ...{ viewWidth: 100, viewHeight: 100, flipX: true },
    };
    const { toPage, toUnits } = placing(layer);
    fc.assert(
      fc.property(point, (at) => {
        const back = toUnits(toPage(at));
        expect(back.x).toBeCloseTo(at.x, 6);
        expect(back.y).toBeCloseTo(at.y, 6);
      }),
    );
  });
});

describe('changing points', () => {
  test('a point on a segment changes nothing of the shape', () => {
    fc.assert(
      fc.property(path, fc.nat(6), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (drawn, pick, at) => {
        const segment = pick % (drawn.points.length - 1);
        const before = segmentOf(drawn, segment);
        const split = withPointAt(drawn, segment, at);
        expect(split.points).toHaveLength(drawn.points.length + 1);
        const left = segmentOf(split, segment);
        const right = segmentOf(split, segment + 1);
        if (!before || !left || !right) throw new Error('There are segments.');
        // A straight segment has no arms, and its halves run along it at another pace.
        if (before[1] === before[0] && before[2] === before[3]) return;
        for (const place of [0.25, 0.5, 0.75]) {
          const [one, other] = [
            pointOnCurve(before, place * at),
            pointOnCurve(before, at + place * (1 - at)),
          ];
          expect(pointOnCurve(left, place).x).toBeCloseTo(one.x, 6);
          expect(pointOnCurve(left, place).y).toBeCloseTo(one.y, 6);
          expect(pointOnCurve(right, place).x).toBeCloseTo(other.x, 6);
          expect(pointOnCurve(right, place).y).toBeCloseTo(other.y, 6);
        }
      }),
    );
  });

  test('the nearest place of a path is found within half a px', () => {
    const arc: PenPath[] = [
      {
        closed: false,
        points: [
          { x: 0, y: 0, out: { x: 0, y: 90 } },
          { x: 90, y: 90 },
        ],
      },
    ];
    const curve = segmentOf(arc[0] ?? { points: [], closed: false }, 0);
    if (!curve) throw new Error('There is a curve.');
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (at) => {
        expect(nearestOnPaths(arc, pointOnCurve(curve, at))?.distance).toBeLessThan(0.5);
      }),
    );
  });

  test('arms go with their point; the facing arm stays in line', () => {
    const drawn: PenPath = {
      closed: false,
      points: [
        { x: 0, y: 0 },
        { x: 50, y: 50, in: { x: 40, y: 50 }, out: { x: 70, y: 50 } },
        { x: 100, y: 0 },
      ],
    };
    expect(withPointMoved(drawn, 1, { x: 60, y: 40 }).points[1]).toEqual({
      ...{ x: 60, y: 40 },
      in: { x: 50, y: 40 },
      out: { x: 80, y: 40 },
    });
    expect(withArmMoved(drawn, 1, 'out', { x: 50, y: 90 }, false).points[1]?.in).toEqual({ x: 50, y: 40 });
    expect(withArmMoved(drawn, 1, 'out', { x: 50, y: 90 }, true).points[1]?.in).toEqual({ x: 40, y: 50 });
  });

  test('corner and smooth change places; a path needs two points', () => {
    const drawn: PenPath = {
      closed: true,
      points: [
        { x: 0, y: 0 },
        { x: 30, y: 60 },
        { x: 60, y: 0 },
      ],
    };
    const smooth = toggledSmooth(drawn, 1);
    expect(smooth.points[1]).toEqual({ x: 30, y: 60, in: { x: 20, y: 60 }, out: { x: 40, y: 60 } });
    expect(toggledSmooth(smooth, 1)).toEqual(drawn);
    const two = withoutPoint(drawn, 0);
    expect(two).toEqual({ closed: false, points: drawn.points.slice(1) });
    expect(two && withoutPoint(two, 0)).toBeNull();
  });
});
