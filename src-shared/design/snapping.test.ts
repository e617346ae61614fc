import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equalGaps, measuresBetween, snapEdge, snapMove, snapSize } from '#shared/design/snapping.ts';

const page = { width: 1080, height: 1350 };
const number = fc.double({ min: -2000, max: 2000, noNaN: true });
const size = fc.double({ min: 1, max: 1500, noNaN: true });
const box = fc.record({ x: number, y: number, width: size, height: size });
const others = fc.array(box, { maxLength: 8 });
const lines = fc.array(fc.record({ axis: fc.constantFrom('x' as const, 'y' as const), at: number }), {
  maxLength: 3,
});
const whole = fc.integer({ min: -2000, max: 2000 });
const side = fc.integer({ min: 1, max: 1500 });
const wholeBox = fc.record({ x: whole, y: whole, width: side, height: side });
const wholeLines = fc.array(fc.record({ axis: fc.constantFrom('x' as const, 'y' as const), at: whole }), {
  maxLength: 3,
});
const grid = fc.option(fc.integer({ min: 4, max: 200 }));

describe('snapping a moved box', () => {
  test('never moves farther than the tolerance', () => {
    fc.assert(
      fc.property(box, others, lines, grid, (moved, boxes, guides, step) => {
        const snap = snapMove(moved, { page, others: boxes, lines: guides, grid: step }, 8);
        expect(Math.abs(snap.dx)).toBeLessThanOrEqual(8);
        expect(Math.abs(snap.dy)).toBeLessThanOrEqual(8);
      }),
    );
  });

  test('what snapped to an edge stays', () => {
    fc.assert(
      fc.property(box, fc.array(box, { maxLength: 1 }), lines, (moved, boxes, guides) => {
        const targets = { page, others: boxes, lines: guides };
        const snap = snapMove(moved, targets, 8);
        const again = snapMove({ ...moved, x: moved.x + snap.dx, y: moved.y + snap.dy }, targets, 8);
        expect(Math.hypot(again.dx, again.dy)).toBeLessThan(1e-6);
      }),
    );
  });

  test('does not depend on the order of the other layers', () => {
    fc.assert(
      // Whole px: lines a hundredth apart count as one, and either may give it its name.
      fc.property(wholeBox, fc.array(wholeBox, { maxLength: 8 }), wholeLines, (moved, boxes, guides) => {
        const one = snapMove(moved, { page, others: boxes, lines: guides }, 8);
        const other = snapMove(moved, { page, others: boxes.toReversed(), lines: guides.toReversed() }, 8);
        expect(other.dx).toBe(one.dx);
        expect(other.dy).toBe(one.dy);
        expect(other.guides).toEqual(one.guides);
      }),
    );
  });

  test('gaps that are called equal are equal', () => {
    fc.assert(
      fc.property(box, others, (moved, boxes) => {
        const snap = snapMove(moved, { page, others: boxes }, 8);
        const at = { ...moved, x: moved.x + snap.dx, y: moved.y + snap.dy };
        for (const axis of ['x', 'y'] as const) {
          const gaps = equalGaps(at, boxes, axis);
          expect(gaps.length).not.toBe(1);
          const beside = gaps.filter((gap) =>
            axis === 'x'
              ? gap.to === at.x || gap.from === at.x + at.width
              : gap.to === at.y || gap.from === at.y + at.height,
          );
          for (const gap of gaps) {
            const widths = beside.map((each) => Math.abs(each.to - each.from - (gap.to - gap.from)));
            expect(Math.min(...widths)).toBeLessThan(0.01);
          }
        }
      }),
    );
  });

  test('a third card in a row takes the gap of the first two', () => {
    const row = [
      { x: 100, y: 301, width: 200, height: 90 },
      { x: 337, y: 305, width: 200, height: 90 },
    ];
    const snap = snapMove({ x: 571, y: 260, width: 150, height: 147 }, { page, others: row }, 5);
    expect(571 + snap.dx).toBe(574);
    const shown = snap.measures.filter((each) => each.axis === 'x').map(({ from, to }) => [from, to]);
    expect(shown).toEqual([
      [300, 337],
      [537, 574],
    ]);
  });

  test('between two neighbours it finds the middle; a background is no neighbour', () => {
    const boxes = [
      { x: 0, y: 0, width: 1080, height: 1350 },
      { x: 0, y: 100, width: 103, height: 100 },
      { x: 700, y: 100, width: 100, height: 100 },
    ];
    const snap = snapMove({ x: 349, y: 81, width: 100, height: 150 }, { page, others: boxes }, 4);
    expect(349 + snap.dx).toBe(351.5);
  });

  test('sticks to the centre of the page, to guides, the safe area and at last the grid', () => {
    const moved = { x: 437, y: 300, width: 200, height: 100 };
    const centre = snapMove(moved, { page, others: [] }, 6);
    expect(centre.dx).toBe(3);
    expect(centre.guides).toContainEqual(expect.objectContaining({ axis: 'x', position: 540 }));
    expect(centre.dy).toBe(0);
    const lined = snapMove(moved, { page, others: [], lines: [{ axis: 'y', at: 402 }] }, 6);
    expect(lined.dy).toBe(2);
    const safeArea = { top: 295, right: 0, bottom: 0, left: 0 };
    expect(snapMove(moved, { page, others: [], safeArea }, 6).dy).toBe(-5);
    expect(snapMove({ ...moved, x: 203 }, { page, others: [], grid: 50 }, 6)).toMatchObject({
      dx: -3,
      dy: 0,
    });
  });

  test('far from everything, nothing happens', () => {
    expect(snapMove({ x: 101, y: 203, width: 50, height: 50 }, { page, others: [] }, 4)).toEqual({
      dx: 0,
      dy: 0,
      guides: [],
      measures: [],
    });
  });
});

describe('snapping an edge and a size', () => {
  const neighbour = { x: 300, y: 0, width: 120, height: 80 };

  test('the edge takes the line of a neighbour, the side its length', () => {
    expect(snapEdge('x', 297, { page, others: [neighbour] }, 5)).toBe(300);
    expect(snapEdge('x', 250, { page, others: [neighbour] }, 5)).toBeNull();
    expect(snapSize('x', 117, [neighbour], 5)).toBe(120);
    expect(snapSize('y', 117, [neighbour], 5)).toBeNull();
  });
});

describe('measuring', () => {
  test('from a layer to another beside it, and to the frame around it', () => {
    const one = { x: 10, y: 20, width: 100, height: 50 };
    expect(measuresBetween(one, { x: 150, y: 30, width: 40, height: 20 })).toContainEqual({
      axis: 'x',
      from: 110,
      to: 150,
      across: 40,
    });
    const inside = measuresBetween(one, { x: 0, y: 0, width: 200, height: 100 });
    expect(inside.map(({ axis, from, to }) => [axis, to - from])).toEqual([
      ['x', 10],
      ['x', 90],
      ['y', 20],
      ['y', 30],
    ]);
  });
});

describe('stops in order', () => {
  test('give the move that looking at every edge and middle gives', () => {
    fc.assert(
      fc.property(
        wholeBox,
        fc.array(wholeBox, { maxLength: 30 }),
        fc.constantFrom('x', 'y'),
        (moved, boxes, axis) => {
          const along = axis === 'x';
          const at = along ? moved.x : moved.y;
          const stops = [{ x: 0, y: 0, ...page }, ...boxes].flatMap((each) => {
            const [start, length] = along ? [each.x, each.width] : [each.y, each.height];
            return [start, start + length / 2, start + length];
          });
          const near = stops.map((stop) => Math.abs(stop - at)).filter((away) => away <= 8);
          const snapped = snapEdge(axis, at, { page, others: boxes }, 8);
          if (snapped === null) expect(near).toEqual([]);
          else expect(Math.abs(snapped - at)).toBe(Math.min(...near));
        },
      ),
    );
  });
});
