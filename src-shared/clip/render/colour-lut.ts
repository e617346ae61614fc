import { resolveColour } from '../../design/colours.ts';
import type { Adjustments } from '../../design/images/adjustments.ts';
import { colourTables } from '../../design/images/colour-tables.ts';
import { colourRow } from '../../design/images/row-passes.ts';

/** Steps along each side of the table; ffmpeg goes between them by tetrahedra. */
const side = 33;

/**
 * The looks of a photo as a 3D look-up table (`.cube`): what each pixel's own colour decides. Sharpening, blur,
 * vignette and grain need more than that and are left out. null when no colour changes.
 */
export function colourCube(adjust: Adjustments, tokens: Readonly<Record<string, string>>): string | null {
  const tables = colourTables(adjust, tokens);
  if (!tables) return null;
  const level = (at: number): number => Math.round((at * 255) / (side - 1));
  const lines = [`LUT_3D_SIZE ${side}`];
  const data = new Uint8Array(side * 4);
  const fine = new Uint16Array(side * 3);
  // Red runs fastest. Levels are whole, so the table's own places are a little off: taken at the exact places they lie
  // at most half a level beside, which is what the picture's own rounding does anyway.
  for (let blue = 0; blue < side; blue += 1) {
    for (let green = 0; green < side; green += 1) {
      for (let red = 0; red < side; red += 1) data.set([level(red), level(green), level(blue), 255], red * 4);
      colourRow({ data, start: 0, end: data.length }, tables, fine);
      for (let red = 0; red < side; red += 1) {
        const at = red * 4;
        lines.push(`${unit(data[at])} ${unit(data[at + 1])} ${unit(data[at + 2])}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

const unit = (value: number | undefined): string => ((value ?? 0) / 255).toFixed(6);

/** Whether some looks want what a recording leaves out. */
export function wantsNeighbours(adjust: Adjustments): boolean {
  return (['sharpen', 'blur', 'vignette', 'grain'] as const).some((key) => (adjust[key] ?? 0) > 0);
}

/** A colour of an edit as ffmpeg writes it, without alpha. */
export function filterColour(colour: string, tokens: Readonly<Record<string, string>>): string {
  const hex = resolveColour(colour, tokens).slice(1);
  const full = hex.length <= 4 ? hex.replaceAll(/./g, '$&$&') : hex;
  return `0x${full.slice(0, 6).toLowerCase()}`;
}
