/** A cell of a grid of pictures, in CSS grid lines. */
export interface Cell {
  column: string;
  row: string;
}

export interface Layout {
  /** Width divided by height of the whole grid. */
  ratio: number;
  columns: number;
  rows: number;
  cells: Cell[];
}

/** The picture's shape decides how Facebook lays the others around it. */
export type Shape = 'wide' | 'tall' | 'square';

export function shapeOf(ratio: number): Shape {
  if (ratio > 1.15) return 'wide';
  return ratio < 0.87 ? 'tall' : 'square';
}

const cell = (column: string, row: string): Cell => ({ column, row });

/** `count` equal cells beside each other in `columns` units of width, at row `row`. */
function evenRow(columns: number, count: number, row: string): Cell[] {
  const span = columns / count;
  return Array.from({ length: count }, (_, at) => cell(`${at * span + 1} / span ${span}`, row));
}

/** Two: halves; three: one tall beside two; four: two by two. X, Bluesky and Mastodon do so, at most four. */
export function fourGrid(count: number, ratio: number): Layout {
  if (count <= 1) return { ratio, columns: 1, rows: 1, cells: [cell('1', '1')] };
  if (count === 2) return { ratio, columns: 2, rows: 1, cells: evenRow(2, 2, '1') };
  const right = [cell('2', '1'), cell('2', '2')];
  if (count === 3) return { ratio, columns: 2, rows: 2, cells: [cell('1', '1 / span 2'), ...right] };
  return { ratio, columns: 2, rows: 2, cells: [...evenRow(2, 2, '1'), ...evenRow(2, 2, '2')] };
}

/** One large picture and a row or column of the others; Facebook and LinkedIn do so, five cells at most. */
export function mosaic(count: number, shape: Shape): Layout {
  if (count <= 1) return { ratio: 1, columns: 1, rows: 1, cells: [cell('1', '1')] };
  if (count === 2) {
    if (shape === 'wide') return { ratio: 1, columns: 1, rows: 2, cells: [cell('1', '1'), cell('1', '2')] };
    return { ratio: shape === 'tall' ? 1 : 2, columns: 2, rows: 1, cells: evenRow(2, 2, '1') };
  }
  if (count === 3) {
    if (shape === 'tall') {
      const cells = [cell('1', '1 / span 2'), cell('2', '1'), cell('2', '2')];
      return { ratio: 1, columns: 2, rows: 2, cells };
    }
    return { ratio: 1, columns: 2, rows: 2, cells: [cell('1 / span 2', '1'), ...evenRow(2, 2, '2')] };
  }
  if (count === 4) {
    if (shape === 'square')
      return { ratio: 1, columns: 2, rows: 2, cells: [...evenRow(2, 2, '1'), ...evenRow(2, 2, '2')] };
    if (shape === 'tall') {
      const side = ['1', '2', '3'].map((row) => cell('3', row));
      return { ratio: 1, columns: 3, rows: 3, cells: [cell('1 / span 2', '1 / span 3'), ...side] };
    }
    return {
      ratio: 1,
      columns: 3,
      rows: 3,
      cells: [cell('1 / span 3', '1 / span 2'), ...evenRow(3, 3, '3')],
    };
  }
  const cells = [...evenRow(6, 2, '1 / span 3'), ...evenRow(6, 3, '4 / span 2')];
  return { ratio: 6 / 5, columns: 6, rows: 5, cells };
}
