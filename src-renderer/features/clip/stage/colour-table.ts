import { applyAdjustments, isNeutral } from '#shared/design/images/apply-adjustments.ts';
import type { Adjustments } from '#shared/design/images/adjustments.ts';

/** Colours along each side of the table. */
export const lutSide = 33;

/** Only what a pixel's own colour decides. */
function colourOnly(adjustments: Adjustments): Adjustments {
  return { ...adjustments, sharpen: 0, blur: 0, vignette: 0, grain: 0 };
}

/** Whether looks change the colours of a recording. */
export function changesPicture(adjustments: Adjustments | undefined): adjustments is Adjustments {
  return adjustments !== undefined && !isNeutral(colourOnly(adjustments));
}

/** The table of looks: RGBA bytes, red runs fastest, then green, then blue. */
export function adjustPixels(adjustments: Adjustments): Uint8Array<ArrayBuffer> {
  const data = new Uint8ClampedArray(lutSide ** 3 * 4);
  const level = (step: number): number => Math.round((step * 255) / (lutSide - 1));
  let at = 0;
  for (let blue = 0; blue < lutSide; blue += 1)
    for (let green = 0; green < lutSide; green += 1)
      for (let red = 0; red < lutSide; red += 1) {
        data.set([level(red), level(green), level(blue), 255], at);
        at += 4;
      }
  applyAdjustments({ data, width: lutSide * lutSide, height: lutSide }, colourOnly(adjustments));
  return new Uint8Array(data.buffer);
}
