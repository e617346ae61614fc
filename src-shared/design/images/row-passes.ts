import type { ColourTables } from '#shared/design/images/colour-tables.ts';
import type { Channels } from '#shared/design/images/tone.ts';
import { finest } from '#shared/design/images/tone.ts';

/*
 * The passes over one row of pixels, each a loop so small that it stays in the processor's registers.
 * Products are `Math.imul`: a plain one may be minus zero, which makes the engine carry floating point
 * through the whole loop. The `?? 0` only satisfy the type of typed arrays.
 */

/** Bytes of RGBA from `start` to before `end`. */
export interface Row {
  data: Uint8Array;
  start: number;
  end: number;
}

function level(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

function within(value: number): number {
  return value < 0 ? 0 : value > finest ? finest : value;
}

/** Adds a mask of sixteenths of a level; its first value belongs to the row's first pixel. */
export function sharpenRow({ data, start, end }: Row, mask: Int32Array, from: number): void {
  for (let at = start, index = from; at < end; at += 4, index += 1) {
    const more = ((mask[index] ?? 0) + 8) >> 4;
    data[at] = level((data[at] ?? 0) + more);
    data[at + 1] = level((data[at + 1] ?? 0) + more);
    data[at + 2] = level((data[at + 2] ?? 0) + more);
  }
}

/** Levels through the first tables and a matrix into `fine`, three values a pixel. */
function openRow(row: Row, tables: Channels<Uint16Array>, matrix: Int32Array, fine: Uint16Array): void {
  const { data, start, end } = row;
  const [reds, greens, blues] = tables;
  const m0 = matrix[0] ?? 0;
  const m1 = matrix[1] ?? 0;
  const m2 = matrix[2] ?? 0;
  const m3 = matrix[3] ?? 0;
  const m4 = matrix[4] ?? 0;
  const m5 = matrix[5] ?? 0;
  const m6 = matrix[6] ?? 0;
  const m7 = matrix[7] ?? 0;
  const m8 = matrix[8] ?? 0;
  for (let at = start, to = 0; at < end; at += 4, to += 3) {
    const red = reds[data[at] ?? 0] ?? 0;
    const green = greens[data[at + 1] ?? 0] ?? 0;
    const blue = blues[data[at + 2] ?? 0] ?? 0;
    fine[to] = within((Math.imul(m0, red) + Math.imul(m1, green) + Math.imul(m2, blue) + 2048) >> 12);
    fine[to + 1] = within((Math.imul(m3, red) + Math.imul(m4, green) + Math.imul(m5, blue) + 2048) >> 12);
    fine[to + 2] = within((Math.imul(m6, red) + Math.imul(m7, green) + Math.imul(m8, blue) + 2048) >> 12);
  }
}

function turnRow(fine: Uint16Array, tables: Channels<Uint16Array>, matrix: Int32Array): void {
  const [reds, greens, blues] = tables;
  const m0 = matrix[0] ?? 0;
  const m1 = matrix[1] ?? 0;
  const m2 = matrix[2] ?? 0;
  const m3 = matrix[3] ?? 0;
  const m4 = matrix[4] ?? 0;
  const m5 = matrix[5] ?? 0;
  const m6 = matrix[6] ?? 0;
  const m7 = matrix[7] ?? 0;
  const m8 = matrix[8] ?? 0;
  for (let at = 0; at < fine.length; at += 3) {
    const red = reds[fine[at] ?? 0] ?? 0;
    const green = greens[fine[at + 1] ?? 0] ?? 0;
    const blue = blues[fine[at + 2] ?? 0] ?? 0;
    fine[at] = within((Math.imul(m0, red) + Math.imul(m1, green) + Math.imul(m2, blue) + 2048) >> 12);
    fine[at + 1] = within((Math.imul(m3, red) + Math.imul(m4, green) + Math.imul(m5, blue) + 2048) >> 12);
    fine[at + 2] = within((Math.imul(m6, red) + Math.imul(m7, green) + Math.imul(m8, blue) + 2048) >> 12);
  }
}

function closeRow({ data, start, end }: Row, tables: Channels<Uint8Array>, fine: Uint16Array): void {
  const [reds, greens, blues] = tables;
  for (let at = start, from = 0; at < end; at += 4, from += 3) {
    data[at] = reds[fine[from] ?? 0] ?? 0;
    data[at + 1] = greens[fine[from + 1] ?? 0] ?? 0;
    data[at + 2] = blues[fine[from + 2] ?? 0] ?? 0;
  }
}

/** All changes of colour. `fine` holds three values for each pixel of the row and is only lent. */
export function colourRow(row: Row, tables: ColourTables, fine: Uint16Array): void {
  openRow(row, tables.first, tables.matrix, fine);
  if (tables.second) turnRow(fine, tables.second.tables, tables.second.matrix);
  closeRow(row, tables.last, fine);
}

/** Multiplies by factors of 4096ths, one a pixel. */
export function shadeRow({ data, start, end }: Row, factors: Int32Array): void {
  for (let at = start, index = 0; at < end; at += 4, index += 1) {
    const factor = factors[index] ?? 4096;
    data[at] = (Math.imul(data[at] ?? 0, factor) + 2048) >> 12;
    data[at + 1] = (Math.imul(data[at + 1] ?? 0, factor) + 2048) >> 12;
    data[at + 2] = (Math.imul(data[at + 2] ?? 0, factor) + 2048) >> 12;
  }
}

/** How much grain shows on each level: most in the middle tones, as on film. */
const grainOn = Uint8Array.from({ length: 256 }, (_, value) => 64 + (value < 128 ? value : 255 - value));

/** Adds noise of sixteenths of a level, one value a pixel. */
export function grainRow({ data, start, end }: Row, noise: Int32Array): void {
  for (let at = start, index = 0; at < end; at += 4, index += 1) {
    const more = noise[index] ?? 0;
    const red = data[at] ?? 0;
    const green = data[at + 1] ?? 0;
    const blue = data[at + 2] ?? 0;
    data[at] = level(red + ((Math.imul(more, grainOn[red] ?? 0) + 1024) >> 11));
    data[at + 1] = level(green + ((Math.imul(more, grainOn[green] ?? 0) + 1024) >> 11));
    data[at + 2] = level(blue + ((Math.imul(more, grainOn[blue] ?? 0) + 1024) >> 11));
  }
}
