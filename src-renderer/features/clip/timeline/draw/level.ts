import type { EnvelopePoint } from '#shared/clip/edit/segment.ts';
import { envelopeAt } from '../../player/levels.ts';

/** Decibels at the bottom and top of a volume line. */
const lowest = -40;
const highest = 12;

/** Where a gain stands on a volume line, 0 (silence) to 1. */
export function gainToPart(gain: number): number {
  return Math.min(1, Math.max(0, (gain - lowest) / (highest - lowest)));
}

/** Decibels of a place on the volume line, in halves; the very bottom is silence. */
export function partToGain(part: number): number {
  if (part <= 0.01) return -60;
  return Math.round((lowest + Math.min(1, part) * (highest - lowest)) * 2) / 2;
}

interface Shape {
  gain?: number | undefined;
  muted?: boolean | undefined;
  envelope?: readonly EnvelopePoint[] | undefined;
  fadeIn?: number | undefined;
  fadeOut?: number | undefined;
}

/** How loud a sound plays `at` seconds after its start, 1 for unchanged; `long` is its length. */
export function levelAt(shape: Shape, at: number, long: number): number {
  const gain = (shape.gain ?? 0) + envelopeAt(shape.envelope, at);
  let level = gain <= -60 ? 0 : 10 ** (gain / 20);
  if (shape.fadeIn && at < shape.fadeIn) level *= Math.max(0, at / shape.fadeIn);
  if (shape.fadeOut && at > long - shape.fadeOut) level *= Math.max(0, (long - at) / shape.fadeOut);
  return level;
}
