import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Adjustments } from '#shared/design/images/adjustments.ts';
import type { Pixels } from '#shared/design/images/blur.ts';
import { blurColours, unsharpMask } from '#shared/design/images/blur.ts';
import { changesColour, colourTables, presetValues } from '#shared/design/images/colour-tables.ts';
import type { ColourTables } from '#shared/design/images/colour-tables.ts';
import { findPreset } from '#shared/design/images/presets.ts';
import { colourRow, grainRow, shadeRow, sharpenRow } from '#shared/design/images/row-passes.ts';
import type { PixelPlace } from '#shared/design/images/surface-effects.ts';
import { createGrain, createVignette } from '#shared/design/images/surface-effects.ts';

export interface AdjustmentOptions {
  /** The part of the whole picture that the pixels show, in fractions; absent: all of it. */
  region?: Rectangle;
  /** What the vignette goes around, in fractions of the whole picture; absent: all of it. */
  crop?: Rectangle;
  /** Brand colours by token name, for a duotone. */
  tokens?: Readonly<Record<string, string>>;
}

const whole: Rectangle = { x: 0, y: 0, width: 1, height: 1 };

/** Own value and the preset's share of it, 0 to 1. */
function amountOf(adjust: Adjustments, key: 'sharpen' | 'vignette' | 'grain'): number {
  const preset = findPreset(adjust.preset);
  const strength = (adjust.presetStrength ?? 100) / 100;
  const given = preset ? (presetValues(preset, strength)[key] ?? 0) : 0;
  return Math.min(100, (adjust[key] ?? 0) + given) / 100;
}

/** Whether looks change anything at all. */
export function isNeutral(adjust: Adjustments | undefined): boolean {
  if (!adjust) return true;
  const surface = (['sharpen', 'vignette', 'grain'] as const).some((key) => amountOf(adjust, key) > 0);
  return !surface && (adjust.blur ?? 0) === 0 && !changesColour(adjust);
}

/** Where the pixels lie in the whole, on a grid fine enough that tiles of one picture agree. */
function placeOf(pixels: Pixels, region: Rectangle): PixelPlace {
  const snap = (value: number): number => Math.round(value * 16) / 16;
  const width = snap(pixels.width / (region.width || 1));
  const height = snap(pixels.height / (region.height || 1));
  return { left: snap(region.x * width), top: snap(region.y * height), width, height };
}

interface Passes {
  tables: ColourTables | null;
  sharp: Int32Array | null;
  vignette: ((row: number) => Int32Array) | null;
  grain: ((row: number) => Int32Array) | null;
}

/** Sharpness, colours, vignette and grain, row by row: a row is still near when the next pass comes. */
function walk(pixels: Pixels, { tables, sharp, vignette, grain }: Passes): void {
  const { width, height } = pixels;
  // Everything written is in range already; a plain view spares the clamping of each byte.
  const data = new Uint8Array(pixels.data.buffer, pixels.data.byteOffset, pixels.data.length);
  const fine = new Uint16Array(width * 3);
  for (let index = 0; index < height; index += 1) {
    const row = { data, start: index * width * 4, end: (index + 1) * width * 4 };
    if (sharp) sharpenRow(row, sharp, index * width);
    if (tables) colourRow(row, tables, fine);
    if (vignette) shadeRow(row, vignette(index));
    if (grain) grainRow(row, grain(index));
  }
}

/** Thousandths of the longer side that sharpening looks around; under a pixel it fades, as the eye does. */
const sharpenReach = 1;

/**
 * Works the looks of a picture out on its pixels, in place: blur, sharpness, colours, vignette, grain. Alpha
 * is never touched. Pure and of integers, so the same pixels come out the same everywhere; without blur and
 * sharpness also in tiles, each given its `region`.
 */
export function applyAdjustments(pixels: Pixels, adjust: Adjustments, options: AdjustmentOptions = {}): void {
  if (pixels.width < 1 || pixels.height < 1) return;
  const place = placeOf(pixels, options.region ?? whole);
  const longer = Math.max(place.width, place.height);
  if (adjust.blur) blurColours(pixels, (adjust.blur * longer) / 2000);
  const sharpen = amountOf(adjust, 'sharpen');
  const vignette = amountOf(adjust, 'vignette');
  const grain = amountOf(adjust, 'grain');
  const reach = (sharpenReach * longer) / 1000;
  const crop = options.crop ?? whole;
  const area = {
    x: crop.x * place.width,
    y: crop.y * place.height,
    width: Math.max(1, crop.width * place.width),
    height: Math.max(1, crop.height * place.height),
  };
  const passes: Passes = {
    tables: colourTables(adjust, options.tokens ?? {}),
    sharp:
      sharpen > 0
        ? unsharpMask(pixels, Math.max(1, Math.round(reach)), sharpen * 1.6 * Math.min(1, reach))
        : null,
    vignette: vignette > 0 ? createVignette(place, pixels.width, area, vignette) : null,
    grain: grain > 0 ? createGrain(place, pixels.width, grain) : null,
  };
  if (Object.values(passes).some((pass) => pass !== null)) walk(pixels, passes);
}
