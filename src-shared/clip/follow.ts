import type { FocusKey } from './edit/segment.ts';

/** Where the eye goes in one frame; 0 to 1 of the picture, seconds from the start. */
export interface SeenPoint {
  at: number;
  x: number;
  y: number;
}

/** A subject that stays this near to one place is held still: a camera that drifts is worse than one that stands. */
const stillness = 0.06;

/** Between two looks a subject does not cross this much of the picture: that is another shot. */
const jump = 0.35;

/** A point on the way is left out when the line without it is this near. */
const tolerance = 0.015;

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0.5;
};

/** Shots: runs of points without a jump. One frame that looks elsewhere is no shot. */
function shotsOf(points: readonly SeenPoint[]): SeenPoint[][] {
  const shots: SeenPoint[][] = [];
  for (const point of points) {
    const shot = shots.at(-1);
    const before = shot?.at(-1);
    const far = before && Math.hypot(point.x - before.x, point.y - before.y) > jump;
    if (!shot || far) shots.push([point]);
    else shot.push(point);
  }
  return shots;
}

/** The middle of five (median, so that one wrong look does not pull), then of three (mean, so that it moves evenly). */
function smoothed(points: readonly SeenPoint[]): SeenPoint[] {
  // As far to both sides, less at the ends: a lopsided window would hold the first and last points back.
  const around = <T>(list: readonly T[], index: number, most: number): T[] => {
    const reach = Math.min(most, index, list.length - 1 - index);
    return list.slice(index - reach, index + reach + 1);
  };
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const calm = points.map(({ at }, index) => {
    const near = around(points, index, 2);
    return { at, x: median(near.map(({ x }) => x)), y: median(near.map(({ y }) => y)) };
  });
  return calm.map(({ at }, index) => {
    const near = around(calm, index, 1);
    return { at, x: mean(near.map(({ x }) => x)), y: mean(near.map(({ y }) => y)) };
  });
}

/** Fewer points on the same path (Ramer, Douglas and Peucker, over time). */
function simplified(points: readonly SeenPoint[]): SeenPoint[] {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 3) return [...points];
  let worst = 0;
  let split = 0;
  points.forEach((point, index) => {
    const share = (point.at - first.at) / Math.max(1e-6, last.at - first.at);
    const off = Math.hypot(
      point.x - (first.x + (last.x - first.x) * share),
      point.y - (first.y + (last.y - first.y) * share),
    );
    if (off > worst) [worst, split] = [off, index];
  });
  if (worst <= tolerance) return [first, last];
  return [...simplified(points.slice(0, split + 1)), ...simplified(points.slice(split)).slice(1)];
}

function keysOfShot(points: readonly SeenPoint[]): SeenPoint[] {
  const calm = smoothed(points);
  const xs = calm.map(({ x }) => x);
  const ys = calm.map(({ y }) => y);
  const range = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const first = calm[0];
  if (range < stillness && first) {
    return [{ at: first.at, x: median(points.map(({ x }) => x)), y: median(points.map(({ y }) => y)) }];
  }
  return simplified(calm);
}

/**
 * Focus keyframes that keep what was seen in the frame: still where it stays, moving evenly where it goes, jumping
 * where the shot changes. @param points in order of time @param frame seconds of one frame, the length of a jump
 */
export function followPoints(points: readonly SeenPoint[], frame: number): FocusKey[] {
  // A single look elsewhere between two of one shot is a mistake of the eye, not a shot.
  const trusted = points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before || !after) return true;
    const apart = (a: SeenPoint, b: SeenPoint): number => Math.hypot(a.x - b.x, a.y - b.y);
    return apart(before, after) > jump || apart(point, before) <= jump || apart(point, after) <= jump;
  });
  const keys: FocusKey[] = [];
  for (const shot of shotsOf(trusted)) {
    const shown = keysOfShot(shot);
    const start = shown[0];
    const before = keys.at(-1);
    if (before && start) keys.push({ ...before, at: Math.max(before.at, start.at - frame) });
    keys.push(...shown);
  }
  const round = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
  return keys
    .filter((key, index) => key.at > (keys[index - 1]?.at ?? -1) || index === 0)
    .map(({ at, x, y }) => ({ at: Math.round(at * 1000) / 1000, x: round(x), y: round(y) }));
}
