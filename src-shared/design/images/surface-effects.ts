/** Where the pixels of a bitmap lie in the whole picture, in px of this bitmap's resolution. */
export interface PixelPlace {
  /** Of the bitmap's first pixel. */
  left: number;
  top: number;
  /** Of the whole picture. */
  width: number;
  height: number;
}

/** Grains along the longer side of a picture. */
const grainsAcross = 900;

/** An integer of 0 to 255 for a place, the same everywhere (Murmur's finishing steps). */
function hash(x: number, y: number): number {
  let value = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b);
  return (value ^ (value >>> 16)) & 255;
}

/** Film grain: what to add to a row of pixels, in sixteenths of a level. */
export function createGrain(place: PixelPlace, columns: number, amount: number): (row: number) => Int32Array {
  const perPixel = grainsAcross / Math.max(place.width, place.height, 1);
  // Where several grains share a pixel they would cancel out in part.
  const strength = Math.round(amount * 46 * 16 * Math.min(1, 1 / Math.sqrt(perPixel)));
  const cells = new Int32Array(columns);
  const shares = new Int32Array(columns);
  for (let column = 0; column < columns; column += 1) {
    const at = (place.left + column + 0.5) * perPixel;
    cells[column] = Math.floor(at);
    shares[column] = Math.round((at - Math.floor(at)) * 256);
  }
  const firstCell = cells[0] ?? 0;
  const line = new Int32Array((cells[columns - 1] ?? 0) - firstCell + 2);
  const added = new Int32Array(columns);
  return (row) => {
    const at = (place.top + row + 0.5) * perPixel;
    const cellRow = Math.floor(at);
    const share = Math.round((at - cellRow) * 256);
    for (let index = 0; index < line.length; index += 1) {
      const cell = firstCell + index;
      line[index] = Math.imul(hash(cell, cellRow), 256 - share) + Math.imul(hash(cell, cellRow + 1), share);
    }
    for (let column = 0; column < columns; column += 1) {
      const cell = (cells[column] ?? 0) - firstCell;
      const part = shares[column] ?? 0;
      const noise = (Math.imul(line[cell] ?? 0, 256 - part) + Math.imul(line[cell + 1] ?? 0, part)) >> 16;
      added[column] = Math.imul(noise - 127, strength) >> 8;
    }
    return added;
  };
}

/** Steps of the vignette's table; its index is the squared distance from the middle. */
const vignetteSteps = 2048;

/** Darkening towards the corners of `area` (px of the whole picture): factors of a row in 4096ths. */
export function createVignette(
  place: PixelPlace,
  columns: number,
  area: { x: number; y: number; width: number; height: number },
  amount: number,
): (row: number) => Int32Array {
  const table = new Int32Array(vignetteSteps + 1);
  for (let index = 0; index <= vignetteSteps; index += 1) {
    // 1 on the edges' middles, 2 in the corners.
    const distance = (index / vignetteSteps) * 2;
    const far = Math.min(1, Math.max(0, (distance - 0.25) / 1.6));
    table[index] = Math.round(4096 * (1 - amount * 0.85 * far * far * (3 - 2 * far)));
  }
  const squared = (at: number, from: number, length: number): number =>
    Math.round((((at - from) / (length / 2) - 1) ** 2 * vignetteSteps) / 2);
  const across = new Int32Array(columns);
  for (let column = 0; column < columns; column += 1) {
    across[column] = squared(place.left + column + 0.5, area.x, area.width);
  }
  const factors = new Int32Array(columns);
  return (row) => {
    const down = squared(place.top + row + 0.5, area.y, area.height);
    for (let column = 0; column < columns; column += 1) {
      factors[column] = table[Math.min(vignetteSteps, down + (across[column] ?? 0))] ?? 4096;
    }
    return factors;
  };
}
