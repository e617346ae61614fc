import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { distributeMoves, tidyMoves } from '#shared/design/tidy.ts';

const whole = fc.integer({ min: 0, max: 1500 });
const side = fc.integer({ min: 4, max: 300 });
const boxes = fc.array(fc.record({ x: whole, y: whole, width: side, height: side }), {
  minLength: 2,
  maxLength: 12,
});

function tidied(before: readonly Rectangle[]): Rectangle[] {
  const moves = tidyMoves(before);
  return before.map((box, index) => ({
    ...box,
    x: box.x + (moves[index]?.dx ?? 0),
    y: box.y + (moves[index]?.dy ?? 0),
  }));
}

describe('tidying up', () => {
  test('keeps the upper left corner and every size, and lets nothing overlap', () => {
    fc.assert(
      fc.property(boxes, (before) => {
        const after = tidied(before);
        const corner = (list: readonly Rectangle[]): number[] => [
          Math.min(...list.map((box) => box.x)),
          Math.min(...list.map((box) => box.y)),
        ];
        expect(corner(after)).toEqual(corner(before));
        for (const [index, one] of after.entries()) {
          expect([one.width, one.height]).toEqual([before[index]?.width, before[index]?.height]);
          for (const other of after.slice(index + 1)) {
            const apart =
              one.x + one.width <= other.x ||
              other.x + other.width <= one.x ||
              one.y + one.height <= other.y ||
              other.y + other.height <= one.y;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  test('a row gets equal gaps and one middle', () => {
    const after = tidied([
      { x: 0, y: 10, width: 100, height: 100 },
      { x: 250, y: 0, width: 50, height: 60 },
      { x: 120, y: 20, width: 80, height: 80 },
    ]);
    expect(after.map((box) => box.x)).toEqual([0, 250, 135]);
    expect(new Set(after.map((box) => box.y + box.height / 2)).size).toBe(1);
  });

  test('two ragged rows become a grid', () => {
    const after = tidied([
      { x: 3, y: 0, width: 100, height: 100 },
      { x: 130, y: 12, width: 100, height: 100 },
      { x: 0, y: 140, width: 100, height: 100 },
      { x: 118, y: 131, width: 100, height: 100 },
    ]);
    expect(after.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [123, 0],
      [0, 140],
      [123, 140],
    ]);
  });
});

describe('distributing', () => {
  test('makes all gaps equal and leaves the outer boxes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: whole, y: whole, width: side, height: side }), {
          minLength: 3,
          maxLength: 9,
        }),
        (before) => {
          const moves = distributeMoves(before, 'x');
          const sorted = before
            .map((box, index) => ({ box, index }))
            .toSorted((one, other) => one.box.x - other.box.x || one.index - other.index)
            .map(({ box, index }) => ({ ...box, x: box.x + (moves[index] ?? 0) }));
          const gaps = sorted.slice(1).map((box, place) => {
            const previous = sorted[place] ?? box;
            return box.x - previous.x - previous.width;
          });
          expect(sorted[0]?.x).toBe(Math.min(...before.map((box) => box.x)));
          for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0, 6);
        },
      ),
    );
  });
});
