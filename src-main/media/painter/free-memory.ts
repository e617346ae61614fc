import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Canvas } from '@napi-rs/canvas';

/** From so many px on, pixels that are needed no more are freed at once: 8 megapixels are 32 MB. */
export const largePixels = 8_000_000;

let collect: (() => void) | undefined;

/** Node's own collector, which it offers under a flag only. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('gc');
  return typeof found === 'function' ? () => void found() : () => {};
}

/**
 * Frees what nobody refers to any more, after a step that left so many px behind. To the collector such pixels are
 * small objects: it would wait while they add up to hundreds of MB. Nothing happens after a small step.
 */
export function freePixels(pixels: number): void {
  if (pixels < largePixels) return;
  collect ??= collector();
  collect();
}

/** Lets go of a canvas's pixels now; it cannot be drawn any more. */
export function emptyCanvas(canvas: Canvas): void {
  canvas.width = 1;
  canvas.height = 1;
}
