/** Straight (not premultiplied) RGBA. */
export interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** Radii of three box passes whose sum comes nearest to a Gaussian of this standard deviation (px). */
export function boxRadii(sigma: number): [number, number, number] {
  const ideal = Math.sqrt((12 * sigma * sigma) / 3 + 1);
  const lower = Math.floor(ideal) - (Math.floor(ideal) % 2 === 0 ? 1 : 0);
  const narrow = Math.round((12 * sigma * sigma - 3 * lower * lower - 12 * lower - 9) / (-4 * lower - 4));
  const radius = (index: number): number => ((index < narrow ? lower : lower + 2) - 1) / 2;
  return [radius(0), radius(1), radius(2)];
}

/**
 * What turns the sum of a window into its rounded mean. Multiplying is quicker than dividing; the quarter
 * keeps sums that are whole multiples of the size from falling below them.
 */
function windowOf(radius: number): { inverse: number; half: number } {
  return { inverse: 1 / (radius * 2 + 1), half: radius + 0.25 };
}

/** A box along each row; beyond the edges the edge itself goes on. */
function boxAcross(from: Int32Array, to: Int32Array, width: number, height: number, radius: number): void {
  const { inverse, half } = windowOf(radius);
  for (let row = 0; row < height; row += 1) {
    const start = row * width;
    const first = from[start] ?? 0;
    const end = start + width - 1;
    const last = from[end] ?? 0;
    let sum = first * (radius + 1);
    for (let ahead = 0; ahead < radius; ahead += 1) {
      sum += ahead < width ? (from[start + ahead] ?? 0) : last;
    }
    for (let place = start; place <= end; place += 1) {
      const entering = place + radius;
      const leaving = place - radius - 1;
      sum +=
        (entering <= end ? (from[entering] ?? 0) : last) - (leaving >= start ? (from[leaving] ?? 0) : first);
      to[place] = ((sum + half) * inverse) | 0;
    }
  }
}

/** A box along each column, walked row by row with a running sum for each column: that is what caches like. */
function boxDown(from: Int32Array, to: Int32Array, width: number, height: number, radius: number): void {
  const { inverse, half } = windowOf(radius);
  const sums = new Int32Array(width);
  const rowAt = (row: number): number => Math.min(height - 1, Math.max(0, row)) * width;
  for (let row = -radius - 1; row < radius; row += 1) {
    const start = rowAt(row);
    for (let column = 0; column < width; column += 1) {
      sums[column] = (sums[column] ?? 0) + (from[start + column] ?? 0);
    }
  }
  for (let row = 0; row < height; row += 1) {
    const start = row * width;
    const entering = rowAt(row + radius);
    const leaving = rowAt(row - radius - 1);
    for (let column = 0; column < width; column += 1) {
      const sum = (sums[column] ?? 0) + (from[entering + column] ?? 0) - (from[leaving + column] ?? 0);
      sums[column] = sum;
      to[start + column] = ((sum + half) * inverse) | 0;
    }
  }
}

/** Softens a plane in place, across and down. */
function boxBlur(
  plane: Int32Array,
  { width, height }: { width: number; height: number },
  radii: readonly number[],
): void {
  const other = new Int32Array(plane.length);
  for (const radius of radii) {
    if (radius < 1) continue;
    boxAcross(plane, other, width, height, radius);
    boxDown(other, plane, width, height, radius);
  }
}

/** Softens the colours of a picture; alpha stays, and clear pixels lend no colour to their neighbours. */
export function blurColours(pixels: Pixels, sigma: number): void {
  const radii = boxRadii(sigma);
  if (radii.every((radius) => radius < 1)) return;
  const { data, width, height } = pixels;
  const count = width * height;
  const alpha = new Int32Array(count);
  let opaque = true;
  for (let index = 0; index < count; index += 1) {
    const value = data[index * 4 + 3] ?? 0;
    alpha[index] = value * 16;
    if (value !== 255) opaque = false;
  }
  if (!opaque) boxBlur(alpha, pixels, radii);
  const plane = new Int32Array(count);
  for (const channel of [0, 1, 2]) {
    for (let index = 0; index < count; index += 1) {
      const at = index * 4;
      // Sixteenths of a level, weighed by alpha.
      plane[index] = (Math.imul((data[at + channel] ?? 0) * 16, data[at + 3] ?? 0) / 255 + 0.5) | 0;
    }
    boxBlur(plane, pixels, radii);
    for (let index = 0; index < count; index += 1) {
      const weight = opaque ? 4080 : (alpha[index] ?? 0);
      if (weight > 0) data[index * 4 + channel] = (Math.imul(plane[index] ?? 0, 255) / weight + 0.5) | 0;
    }
  }
}

/** What sharpening adds to each pixel, in sixteenths of a level: its luma less that of its surroundings. */
export function unsharpMask(pixels: Pixels, radius: number, amount: number): Int32Array {
  const { data, width, height } = pixels;
  const count = width * height;
  const luma = new Int32Array(count);
  for (let index = 0, at = 0; index < count; index += 1, at += 4) {
    // Rec. 709 in 256ths, kept in sixteenths of a level.
    luma[index] =
      (Math.imul(54, data[at] ?? 0) + Math.imul(183, data[at + 1] ?? 0) + Math.imul(19, data[at + 2] ?? 0)) >>
      4;
  }
  const soft = luma.slice();
  boxBlur(soft, { width, height }, [radius]);
  const strength = Math.round(amount * 256);
  for (let index = 0; index < count; index += 1) {
    luma[index] = Math.imul((luma[index] ?? 0) - (soft[index] ?? 0), strength) >> 8;
  }
  return luma;
}
