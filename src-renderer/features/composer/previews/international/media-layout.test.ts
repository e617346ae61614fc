import { expect, it } from 'vitest';
import { fourGrid, type Layout, mosaic, shapeOf } from './media-layout.ts';

/** Squares of the grid that a cell covers. */
function covered(layout: Layout): string[] {
  return layout.cells.flatMap(({ column, row }) => {
    const range = (line: string): number[] => {
      const [from = 1, span = 1] = line.split(' / span ').map(Number);
      return Array.from({ length: span }, (_, at) => from + at);
    };
    return range(column).flatMap((x) => range(row).map((y) => `${x} ${y}`));
  });
}

function fills(layout: Layout): void {
  const squares = covered(layout);
  expect(new Set(squares).size).toBe(squares.length);
  expect(squares.length).toBe(layout.columns * layout.rows);
}

it('covers the whole grid once, whatever the count and the shape', () => {
  for (const count of [1, 2, 3, 4]) {
    expect(fourGrid(count, 16 / 9).cells).toHaveLength(count);
    fills(fourGrid(count, 16 / 9));
  }
  for (const shape of ['wide', 'tall', 'square'] as const) {
    for (const count of [1, 2, 3, 4, 5, 9]) {
      expect(mosaic(count, shape).cells).toHaveLength(Math.min(5, count));
      fills(mosaic(count, shape));
    }
  }
});

it('calls a picture wide, tall or square', () => {
  expect([16 / 9, 9 / 16, 1].map(shapeOf)).toEqual(['wide', 'tall', 'square']);
});
