import { backgroundColours, measureRows, stepsPerDelta } from '#shared/design/images/background-distance.ts';
import type { Pixels } from '#shared/design/images/blur.ts';
import { blurBytes, nearBytes } from '#shared/design/images/byte-planes.ts';

export interface CutoutOptions {
  /** '#rrggbb'; absent: what the edges have most of. */
  colour?: string | undefined;
  /** How different a colour may be and still belong to the background: 0 to 100. */
  tolerance: number;
  /** Also inside the subject, not only what touches an edge. */
  everywhere: boolean;
  /** Softening of the edge, px. */
  feather: number;
}

/** How far around the background its colour mixes into the subject's edge, px. */
const mixedReach = 2;

/** Marks everything of the background that can be reached from the picture's edges, along whole runs. */
function* floodFromEdges(
  distances: Uint8Array,
  background: Uint8Array,
  { width, height }: Pixels,
  limit: number,
): Generator<void> {
  const open = (index: number): boolean => (distances[index] ?? 255) <= limit && background[index] === 0;
  const seeds: number[] = [];
  for (let x = 0; x < width; x += 1) seeds.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y += 1) seeds.push(y * width, y * width + width - 1);
  let work = 0;
  for (let seed = seeds.pop(); seed !== undefined; seed = seeds.pop()) {
    if (!open(seed)) continue;
    const row = Math.floor(seed / width) * width;
    let left = seed;
    while (left > row && open(left - 1)) left -= 1;
    let right = seed;
    while (right < row + width - 1 && open(right + 1)) right += 1;
    for (const other of [row - width, row + width]) {
      if (other < 0 || other >= distances.length) continue;
      let before = false;
      for (let index = left - row + other; index <= right - row + other; index += 1) {
        const now = open(index);
        // One seed for each run is enough.
        if (now && !before) seeds.push(index);
        before = now;
      }
    }
    background.fill(1, left, right + 1);
    work += right - left;
    if (work > 400_000) {
      work = 0;
      yield;
    }
  }
}

/** What lies behind the pixel and how pure the subject is near it, from the neighbours. */
function surroundings(
  { data, width, height }: Pixels,
  distances: Uint8Array,
  background: Uint8Array,
  index: number,
): { behind: [number, number, number]; purest: number } {
  const x = index % width;
  const y = (index - x) / width;
  const behind: [number, number, number] = [0, 0, 0];
  let count = 0;
  let purest = 0;
  for (
    let down = Math.max(0, y - mixedReach - 1);
    down <= Math.min(height - 1, y + mixedReach + 1);
    down += 1
  ) {
    for (
      let across = Math.max(0, x - mixedReach - 1);
      across <= Math.min(width - 1, x + mixedReach + 1);
      across += 1
    ) {
      const other = down * width + across;
      if (background[other] === 1) {
        behind[0] += data[other * 4] ?? 0;
        behind[1] += data[other * 4 + 1] ?? 0;
        behind[2] += data[other * 4 + 2] ?? 0;
        count += 1;
      } else purest = Math.max(purest, distances[other] ?? 0);
    }
  }
  const share = Math.max(1, count);
  return { behind: [behind[0] / share, behind[1] / share, behind[2] / share], purest };
}

/**
 * Takes the background away: alpha becomes 0 there, soft along the edge, and the background's colour is
 * taken out of the pixels that it had mixed into. Works in place, in steps: each `next()` does some
 * milliseconds of work and yields how much is done, 0 to 1, so that the caller may breathe or stop.
 */
export function* cutOutSteps(pixels: Pixels, options: CutoutOptions): Generator<number> {
  const { data, width, height } = pixels;
  const count = width * height;
  const colours = backgroundColours(pixels, options.colour);
  const limit = Math.min(254, Math.round(options.tolerance * 0.9 * stepsPerDelta));
  const distances = new Uint8Array(count);
  const rows = Math.max(1, Math.floor(150_000 / width));
  for (let row = 0; row < height; row += rows) {
    measureRows(pixels, colours, distances, row, Math.min(height, row + rows));
    yield 0.4 * (row / height);
  }
  const background = new Uint8Array(count);
  if (options.everywhere) {
    for (let index = 0; index < count; index += 1) {
      background[index] = (distances[index] ?? 255) <= limit ? 1 : 0;
    }
  } else {
    for (const _ of floodFromEdges(distances, background, pixels, limit)) yield 0.5;
  }
  yield 0.55;
  const near = background.slice();
  nearBytes(near, width, height, mixedReach);
  yield 0.6;
  const alpha = new Uint8Array(count);
  for (let row = 0; row < height; row += rows) {
    const end = Math.min(height, row + rows) * width;
    for (let index = row * width; index < end; index += 1) {
      if (background[index] === 1) continue;
      alpha[index] = 255;
      if (near[index] === 0) continue;
      const { behind, purest } = surroundings(pixels, distances, background, index);
      const share = purest === 0 ? 1 : Math.min(1, (distances[index] ?? 0) / purest);
      alpha[index] = Math.round(share * 255);
      const at = index * 4;
      for (const channel of [0, 1, 2] as const) {
        const mixed = data[at + channel] ?? 0;
        data[at + channel] = Math.round((mixed - (1 - share) * behind[channel]) / Math.max(0.15, share));
      }
    }
    yield 0.6 + 0.3 * (row / height);
  }
  if (options.feather > 0) {
    blurBytes(alpha, width, height, Math.max(1, Math.round(options.feather)));
    yield 0.95;
  }
  for (let index = 0; index < count; index += 1) {
    const soft = alpha[index] ?? 0;
    // Softening spreads both ways; only what lies inside the subject stays, so that no rim is left.
    const inside = options.feather > 0 ? Math.max(0, soft * 2 - 255) : soft;
    const at = index * 4 + 3;
    data[at] = background[index] === 1 ? 0 : Math.min(data[at] ?? 0, inside);
  }
  yield 1;
}

/** The same at one go, for small pictures. */
export function cutOut(pixels: Pixels, options: CutoutOptions): void {
  for (const _ of cutOutSteps(pixels, options));
}
