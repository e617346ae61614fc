import type { Adjustments } from '../../design/images/adjustments.ts';
import { colourTables } from '../../design/images/colour-tables.ts';
import { colourRow } from '../../design/images/row-passes.ts';
import type { Cube } from '../cube.ts';

/** Colours along each side of the table of looks. */
const lookSide = 33;
/** With a table of one's own after it, whose points lie elsewhere, the two together need a finer one. */
const composedSide = 65;

/** What changes the colours of a segment: first the looks, then the user's table. */
export interface ColourLook {
  adjustments: Adjustments | null;
  table: Cube | null;
}

/** RGBA bytes; red runs fastest, then green, then blue. */
export interface ColourTable {
  side: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The same table of looks that the render takes. */
export function colourBytes(
  adjustments: Adjustments,
  tokens: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const tables = colourTables(adjustments, tokens);
  const all = new Uint8Array(lookSide ** 3 * 4);
  const fine = new Uint16Array(lookSide * 3);
  const level = (step: number): number => Math.round((step * 255) / (lookSide - 1));
  const length = lookSide * 4;
  for (let row = 0; row < lookSide ** 2; row += 1) {
    const data = all.subarray(row * length, (row + 1) * length);
    for (let red = 0; red < lookSide; red += 1)
      data.set([level(red), level(row % lookSide), level(Math.floor(row / lookSide)), 255], red * 4);
    if (tables) colourRow({ data, start: 0, end: length }, tables, fine);
  }
  return all;
}

/** A table that colours from 0 to 1 are sent through in place. */
type Through = (colour: Float64Array) => void;

/**
 * Between the points of a table as ffmpeg's `lut3d=interp=tetrahedral` goes: the cell's six tetrahedra share its
 * diagonal, and the channels' order says which one a colour lies in.
 */
function tetrahedral(
  values: ArrayLike<number>,
  side: number,
  stride: number,
  scale: readonly number[],
): Through {
  const most = side - 1;
  const [red, green, blue] = [stride, stride * side, stride * side * side];
  const [wide = 1, high = 1, deep = 1] = scale;
  const place = (value: number, by: number): number => Math.min(1, Math.max(0, value * by)) * most;
  // A few hundred thousand colours at each move of a slider: nothing is allocated in here.
  return (colour) => {
    let [x, y, z] = [place(colour[0] ?? 0, wide), place(colour[1] ?? 0, high), place(colour[2] ?? 0, deep)];
    const left = Math.min(Math.floor(x), most - 1);
    const top = Math.min(Math.floor(y), most - 1);
    const front = Math.min(Math.floor(z), most - 1);
    x -= left;
    y -= top;
    z -= front;
    const from = left * red + top * green + front * blue;
    const to = from + red + green + blue;
    // The largest part is gone first, the smallest last; `one` and `two` are the corners on the way.
    let one = red;
    let two = red + green;
    let [first, middle, last] = [x, y, z];
    if (x >= y && y < z) {
      if (x >= z) [two, middle, last] = [red + blue, z, y];
      else [one, two, first, middle, last] = [blue, blue + red, z, x, y];
    } else if (x < y) {
      if (z >= y) [one, two, first, middle, last] = [blue, blue + green, z, y, x];
      else if (z >= x) [one, two, first, middle, last] = [green, green + blue, y, z, x];
      else [one, two, first, middle, last] = [green, green + red, y, x, z];
    }
    for (let channel = 0; channel < 3; channel += 1)
      colour[channel] =
        (1 - first) * (values[from + channel] ?? 0) +
        (first - middle) * (values[from + one + channel] ?? 0) +
        (middle - last) * (values[from + two + channel] ?? 0) +
        last * (values[to + channel] ?? 0);
  };
}

/** A user's table; its input range as ffmpeg takes it: the length counts, and only one that is longer than 0 to 1. */
function throughCube({ values, size, min, max }: Cube): Through {
  const scale = [0, 1, 2].map((channel) => Math.min(1, 1 / ((max[channel] ?? 1) - (min[channel] ?? 0))));
  return tetrahedral(values, size, 3, scale);
}

/** Looks and a user's table as one for previews, in the order of the render. */
export function composedTable(look: ColourLook, tokens: Readonly<Record<string, string>>): ColourTable {
  const looks = look.adjustments && colourBytes(look.adjustments, tokens);
  if (looks && !look.table) return { side: lookSide, bytes: looks };
  const side = composedSide;
  const first = looks && tetrahedral(looks, lookSide, 4, [1, 1, 1]);
  const second = look.table && throughCube(look.table);
  const bytes = new Uint8Array(side ** 3 * 4);
  const colour = new Float64Array(3);
  for (let at = 0; at < side ** 3; at += 1) {
    colour[0] = (at % side) / (side - 1);
    colour[1] = (Math.floor(at / side) % side) / (side - 1);
    colour[2] = Math.floor(at / side ** 2) / (side - 1);
    if (first) {
      first(colour);
      for (let channel = 0; channel < 3; channel += 1) colour[channel] = (colour[channel] ?? 0) / 255;
    }
    second?.(colour);
    for (let channel = 0; channel < 3; channel += 1)
      bytes[at * 4 + channel] = Math.min(255, Math.max(0, Math.round((colour[channel] ?? 0) * 255)));
    bytes[at * 4 + 3] = 255;
  }
  return { side, bytes };
}
