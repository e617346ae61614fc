import type { SeenPoint } from './follow.ts';

/** Small grey pictures of a recording, evenly spaced. */
export interface GreyFrames {
  columns: number;
  rows: number;
  /** Frames per second, from the start. */
  rate: number;
  /** Brightness of each cell, row by row. */
  frames: readonly Uint8Array[];
}

/** Steps of brightness that noise and compression make by themselves. */
const noise = 6;

/** A subject is seen in what moves around a moment: so many seconds before and after. */
const reach = 0.75;

/** When more of the picture moves, it is the camera. */
const mostMoving = 0.6;

/** Shares of the looks that must see something move for the rest to be filled from them. */
const enough = 0.3;

/** What changed between each frame and the one before, above the noise. */
function changes({ frames }: GreyFrames): Uint8Array[] {
  return frames.slice(1).map((frame, index) => {
    const before = frames[index];
    return frame.map((value, cell) => Math.max(0, Math.abs(value - (before?.[cell] ?? value)) - noise));
  });
}

/** The middle of what moves; null where nothing does, or everything. */
function middleOf(
  sums: Float64Array,
  columns: number,
  rows: number,
  looks: number,
): { x: number; y: number } | null {
  const most = sums.reduce((high, value) => Math.max(high, value), 0);
  const moving = sums.reduce((count, value) => count + (value > most / 4 ? 1 : 0), 0);
  if (most < noise * Math.max(1, looks) * 0.5 || moving > columns * rows * mostMoving) return null;
  let [weight, x, y] = [0, 0, 0];
  sums.forEach((value, cell) => {
    // What hardly moves is left out: leaves in the wind would pull the frame off the person.
    const share = Math.max(0, value - most / 4);
    weight += share;
    x += share * ((cell % columns) + 0.5);
    y += share * (Math.floor(cell / columns) + 0.5);
  });
  return weight > 0 ? { x: x / weight / columns, y: y / weight / rows } : null;
}

/**
 * Where something moves, once for each of `times` (seconds); a subject that stands still for a while is held where it
 * was. Null when too little moves, or the camera does: then the picture itself must say.
 */
export function motionPoints(grey: GreyFrames, times: readonly number[]): SeenPoint[] | null {
  const { columns, rows, rate } = grey;
  const changed = changes(grey);
  const seen = times.flatMap((at): SeenPoint[] => {
    // As far to both sides, less at the ends, and the nearest most: otherwise the frame would lag behind.
    const far = Math.max(1 / rate, Math.min(reach, at, grey.frames.length / rate - at));
    const sums = new Float64Array(columns * rows);
    let looks = 0;
    changed.forEach((change, index) => {
      const weight = 1 - Math.abs((index + 0.5) / rate - at) / (far + 0.5 / rate);
      if (weight <= 0) return;
      looks += weight;
      for (const [cell, value] of change.entries()) sums[cell] = (sums[cell] ?? 0) + value * weight;
    });
    const middle = middleOf(sums, columns, rows, looks);
    return middle ? [{ at, ...middle }] : [];
  });
  if (seen.length === 0 || seen.length < times.length * enough) return null;
  return times.map((at) => {
    const nearest = seen.reduce((best, point) =>
      Math.abs(point.at - at) < Math.abs(best.at - at) ? point : best,
    );
    return { ...nearest, at };
  });
}
