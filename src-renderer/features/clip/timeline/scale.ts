import { lastAtMost } from '#shared/clip/timeline.ts';
import type { FrameClock } from '../fields/time-text.ts';

/** Most pixels a frame is given, and the least a whole clip is. */
const widestFrame = 48;

export interface Scale {
  /** Pixels per second. */
  density: number;
  /** Seconds at the left edge. */
  start: number;
}

export function fitDensity(width: number, seconds: number): number {
  return Math.max(1, width) / Math.max(0.001, seconds);
}

/** A density no coarser than the whole clip and no finer than a wide frame. */
export function withinDensity(density: number, width: number, clock: FrameClock): number {
  const coarsest = fitDensity(width, clock.duration);
  return Math.min(Math.max(density, coarsest), Math.max(coarsest, clock.fps * widestFrame));
}

/** Zooms so that the time under `x` stays under it. */
export function zoomAround(scale: Scale, factor: number, x: number, width: number, clock: FrameClock): Scale {
  const density = withinDensity(scale.density * factor, width, clock);
  const held = scale.start + x / scale.density;
  return { density, start: withinStart(held - x / density, density, width, clock) };
}

export function withinStart(start: number, density: number, width: number, clock: FrameClock): number {
  return Math.max(0, Math.min(start, clock.duration - width / density));
}

/** Shows a range with a little room on both sides. */
export function fitRange(from: number, to: number, width: number, clock: FrameClock): Scale {
  const room = (to - from) * 0.06;
  const density = withinDensity(fitDensity(width, to - from + room * 2), width, clock);
  return { density, start: withinStart(from - room, density, width, clock) };
}

const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

/** Distance of labelled ruler marks and of the small ones between, in seconds, for labels of `room` pixels. */
export function rulerSteps(density: number, fps: number, room: number): { label: number; mark: number } {
  const frames = [1, 2, 5, 10, 15].map((count) => count / fps).filter((step) => step < 0.99);
  const all = [...frames, ...steps];
  const at = all.findIndex((step) => step * density >= room);
  const label = all[at] ?? 7200;
  const mark = all.findLast((step) => step < label && step * density >= 6) ?? label;
  return { label, mark };
}

/** The nearest of sorted `points` within `reach` seconds, or null. */
export function nearestWithin(points: readonly number[], seconds: number, reach: number): number | null {
  const at = lastAtMost(points, seconds);
  let best: number | null = null;
  for (const candidate of [points[at], points[at + 1]]) {
    if (candidate === undefined || Math.abs(candidate - seconds) > reach) continue;
    if (best === null || Math.abs(candidate - seconds) < Math.abs(best - seconds)) best = candidate;
  }
  return best;
}
