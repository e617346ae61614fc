import type { Rectangle } from '#shared/design/draw/canvas.ts';

export interface Move {
  dx: number;
  dy: number;
}

interface Placed {
  index: number;
  box: Rectangle;
}

function total(boxes: readonly Placed[], size: 'width' | 'height'): number {
  return boxes.reduce((sum, { box }) => sum + box[size], 0);
}

/** Boxes that share a row: each begins before the middle of the row's first one ends it. */
function rowsOf(boxes: readonly Placed[]): Placed[][] {
  const rows: Placed[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  const downwards = boxes.toSorted(
    (one, other) =>
      one.box.y + one.box.height / 2 - (other.box.y + other.box.height / 2) || one.index - other.index,
  );
  for (const placed of downwards) {
    const middle = placed.box.y + placed.box.height / 2;
    const row = rows.at(-1);
    if (row && middle <= bottom) row.push(placed);
    else {
      rows.push([placed]);
      bottom = placed.box.y + placed.box.height;
    }
  }
  return rows.map((row) => row.toSorted((one, other) => one.box.x - other.box.x || one.index - other.index));
}

/** The gap that the boxes have on average, at least none; `fallback` where it cannot be told. */
function meanGap(lines: readonly (readonly Placed[])[], axis: 'x' | 'y', fallback: number): number {
  const size = axis === 'x' ? 'width' : 'height';
  const gaps = lines.flatMap((line) =>
    line.slice(1).map(({ box }, place) => {
      const previous = line[place]?.box ?? box;
      return box[axis] - previous[axis] - previous[size];
    }),
  );
  if (gaps.length === 0) return fallback;
  return Math.max(0, Math.round(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length));
}

/**
 * How boxes must move to stand tidily: one row or column with equal gaps and middles in line, or a grid whose
 * rows begin together and whose columns are as wide as their widest box. The upper left corner of all stays.
 * Nothing changes size; tidying twice changes nothing more. In the order of the boxes given.
 */
export function tidyMoves(boxes: readonly Rectangle[]): Move[] {
  const still = boxes.map(() => ({ dx: 0, dy: 0 }));
  if (boxes.length < 2) return still;
  const placed = boxes.map((box, index) => ({ box, index }));
  const rows = rowsOf(placed);
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const targets = new Map<number, { x: number; y: number }>();
  const gapX = meanGap(rows, 'x', 0);

  if (rows.length === 1) {
    const [row = []] = rows;
    const height = Math.max(...boxes.map((box) => box.height));
    let x = left;
    for (const { box, index } of row) {
      targets.set(index, { x, y: top + (height - box.height) / 2 });
      x += box.width + gapX;
    }
  } else if (rows.every((row) => row.length === 1)) {
    const column = rows.flat();
    const gap = meanGap([column], 'y', 0);
    const width = Math.max(...boxes.map((box) => box.width));
    let y = top;
    for (const { box, index } of column) {
      targets.set(index, { x: left + (width - box.width) / 2, y });
      y += box.height + gap;
    }
  } else {
    const columns = Math.max(...rows.map((row) => row.length));
    const widths = Array.from({ length: columns }, (_, place) =>
      Math.max(0, ...rows.map((row) => row[place]?.box.width ?? 0)),
    );
    const heights = rows.map((row) => Math.max(...row.map(({ box }) => box.height)));
    const span = Math.max(...boxes.map((box) => box.y + box.height)) - top;
    const free = span - heights.reduce((sum, height) => sum + height, 0);
    const gapY = Math.max(0, Math.round(free / (rows.length - 1)));
    let y = top;
    for (const [place, row] of rows.entries()) {
      let x = left;
      for (const [column, { index }] of row.entries()) {
        targets.set(index, { x, y });
        x += (widths[column] ?? 0) + gapX;
      }
      y += (heights[place] ?? 0) + gapY;
    }
  }
  return boxes.map((box, index) => {
    const target = targets.get(index) ?? box;
    return { dx: target.x - box.x, dy: target.y - box.y };
  });
}

/** How boxes must move along one axis so that the gaps between them are equal; the outer ones stay. */
export function distributeMoves(boxes: readonly Rectangle[], axis: 'x' | 'y'): number[] {
  const size = axis === 'x' ? 'width' : 'height';
  const ordered = boxes
    .map((box, index) => ({ box, index }))
    .toSorted((one, other) => one.box[axis] - other.box[axis] || one.index - other.index);
  const moves = boxes.map(() => 0);
  const first = ordered[0];
  const last = ordered.at(-1);
  if (!first || !last || boxes.length < 3) return moves;
  const room = last.box[axis] + last.box[size] - first.box[axis];
  const gap = (room - total(ordered, size)) / (ordered.length - 1);
  let at = first.box[axis];
  for (const { box, index } of ordered) {
    moves[index] = at - box[axis];
    at += box[size] + gap;
  }
  return moves;
}
