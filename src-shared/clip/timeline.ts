/** A rate as ffmpeg writes it: 30000/1001. */
export interface FrameRate {
  num: number;
  den: number;
}

export const framesPerSecond = (rate: FrameRate): number => rate.num / rate.den;

/** Rates that players and platforms expect, as exact fractions. */
const standardRates: readonly FrameRate[] = [
  { num: 24000, den: 1001 },
  { num: 24, den: 1 },
  { num: 25, den: 1 },
  { num: 30000, den: 1001 },
  { num: 30, den: 1 },
  { num: 50, den: 1 },
  { num: 60000, den: 1001 },
  { num: 60, den: 1 },
];

/** The standard rate nearest to a measured one; 0.5% apart counts as equal, so 29.88 becomes 30000/1001. */
export function nearestStandardRate(fps: number): FrameRate {
  let best: FrameRate = { num: 30, den: 1 };
  let distance = Number.POSITIVE_INFINITY;
  for (const rate of standardRates) {
    const apart = Math.abs(framesPerSecond(rate) - fps);
    if (apart < distance) [best, distance] = [rate, apart];
  }
  return best;
}

/** Seconds moved to the nearest frame boundary of a constant rate. */
export function roundToFrame(seconds: number, fps: number): number {
  return Math.round(seconds * fps) / fps;
}

/** How many whole frames lie between two times. */
export function framesBetween(from: number, to: number, fps: number): number {
  return Math.round((to - from) * fps);
}

/** Index of the last value that is at most `limit` (values ascending), or -1. */
export function lastAtMost(values: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The keyframe nearest to a time, or the time itself when none is within `reach` seconds. */
export function snapToKeyframe(seconds: number, keyframes: readonly number[], reach: number): number {
  const before = lastAtMost(keyframes, seconds);
  let best = seconds;
  let distance = reach;
  for (const candidate of [keyframes[before], keyframes[before + 1]]) {
    if (candidate === undefined) continue;
    const apart = Math.abs(candidate - seconds);
    if (apart <= distance) [best, distance] = [candidate, apart];
  }
  return best;
}
