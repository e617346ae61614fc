import { changesColour, colourTables } from '#shared/design/images/colour-tables.ts';
import type { Adjustments } from '#shared/design/images/adjustments.ts';
import { colourRow } from '#shared/design/images/row-passes.ts';

/** Colours along each side of the table. */
export const lutSide = 33;

/** Whether looks change the colours of a recording; what needs neighbouring pixels is left out, as in the render. */
export function changesPicture(adjustments: Adjustments | undefined): adjustments is Adjustments {
  return adjustments !== undefined && changesColour(adjustments);
}

/** The same table that the render takes: RGBA bytes, red runs fastest, then green, then blue. */
export function colourBytes(
  adjustments: Adjustments,
  tokens: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const tables = colourTables(adjustments, tokens);
  const all = new Uint8Array(lutSide ** 3 * 4);
  const fine = new Uint16Array(lutSide * 3);
  const level = (step: number): number => Math.round((step * 255) / (lutSide - 1));
  const length = lutSide * 4;
  for (let row = 0; row < lutSide ** 2; row += 1) {
    const data = all.subarray(row * length, (row + 1) * length);
    for (let red = 0; red < lutSide; red += 1)
      data.set([level(red), level(row % lutSide), level(Math.floor(row / lutSide)), 255], red * 4);
    if (tables) colourRow({ data, start: 0, end: length }, tables, fine);
  }
  return all;
}
