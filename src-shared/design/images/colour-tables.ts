import { resolveColour } from '#shared/design/colours.ts';
import type { Adjustments } from '#shared/design/images/adjustments.ts';
import type { Preset } from '#shared/design/images/presets.ts';
import { findPreset } from '#shared/design/images/presets.ts';
import type { Channels, Curve, CurvePoints } from '#shared/design/images/tone.ts';
import {
  clampUnit,
  curveThrough,
  finest,
  lumaWeights,
  multiply,
  saturationMatrix,
  tableOf,
  toneCurves,
} from '#shared/design/images/tone.ts';

/** One in the matrices' fixed point. */
const one = 4096;

/**
 * Every change of colour as tables and matrices of integers, so that a pixel costs a few look-ups and gives
 * the same bytes in every engine: level → first → matrix → (second → its matrix) → last → level. The second
 * step is there only when a preset and own values come together. Narrow types keep the tables in the
 * processor's nearest cache.
 */
export interface ColourTables {
  first: Channels<Uint16Array>;
  matrix: Int32Array;
  second: { tables: Channels<Uint16Array>; matrix: Int32Array } | null;
  last: Channels<Uint8Array>;
}

function fixed(matrix: readonly number[]): Int32Array {
  const rounded = Int32Array.from(matrix, (value) => Math.round(value * one));
  // Rows that keep grey must do so exactly: rounding may not tint.
  for (const row of [0, 3, 6]) {
    const wanted = Math.round(((matrix[row] ?? 0) + (matrix[row + 1] ?? 0) + (matrix[row + 2] ?? 0)) * one);
    const sum = (rounded[row] ?? 0) + (rounded[row + 1] ?? 0) + (rounded[row + 2] ?? 0);
    rounded[row + 1] = (rounded[row + 1] ?? 0) + wanted - sum;
  }
  return rounded;
}

const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** The values of a preset at a strength of 0 to 1. */
export function presetValues(preset: Preset, strength: number): Adjustments {
  return Object.fromEntries(Object.entries(preset.values).map(([key, value]) => [key, value * strength]));
}

function presetMatrixOf(preset: Preset, strength: number): number[] {
  const mix = (preset.mix ?? identity).map(
    (value, index) => value * strength + (identity[index] ?? 0) * (1 - strength),
  );
  // A mix of grey has no colour left to take away.
  return multiply(preset.mix ? identity : saturationMatrix((preset.values.saturation ?? 0) * strength), mix);
}

/** A hex colour (#rgb, #rrggbb, alpha ignored) as levels. */
function levelsOf(colour: string, tokens: Readonly<Record<string, string>>): Channels<number> {
  const hex = resolveColour(colour, tokens).slice(1);
  const full = hex.length <= 4 ? hex.replaceAll(/./g, '$&$&') : hex;
  const level = (at: number): number => Number.parseInt(full.slice(at, at + 2), 16);
  return [level(0), level(2), level(4)];
}

const colourKeys = [
  'exposure',
  'contrast',
  'saturation',
  'temperature',
  'tint',
  'highlights',
  'shadows',
] as const;

/** Whether looks change any colour. */
export function changesColour(adjust: Adjustments): boolean {
  const presetCounts = findPreset(adjust.preset) !== undefined && (adjust.presetStrength ?? 100) > 0;
  return presetCounts || !ownIsNeutral(adjust);
}

function ownIsNeutral(adjust: Adjustments): boolean {
  return !adjust.duotone && colourKeys.every((key) => (adjust[key] ?? 0) === 0);
}

/** The tables of some looks, or null when they leave every colour as it is. */
export function colourTables(
  adjust: Adjustments,
  tokens: Readonly<Record<string, string>>,
): ColourTables | null {
  const preset = findPreset(adjust.preset);
  const strength = preset ? (adjust.presetStrength ?? 100) / 100 : 0;
  if (!changesColour(adjust)) return null;

  const bent = (points: CurvePoints | undefined): Curve => {
    if (!points) return (value) => value;
    const curve = curveThrough(points);
    return (value) => clampUnit(value + (curve(value) - value) * strength);
  };
  const curves: Channels<Curve> = [
    bent(preset?.curves?.red),
    bent(preset?.curves?.green),
    bent(preset?.curves?.blue),
  ];
  const duotone = adjust.duotone
    ? { dark: levelsOf(adjust.duotone.dark, tokens), light: levelsOf(adjust.duotone.light, tokens) }
    : null;
  const ramp = (channel: 0 | 1 | 2): Curve => {
    if (!duotone) return (value) => value;
    const [dark, light] = [duotone.dark[channel], duotone.light[channel]];
    return (value) => (dark + (light - dark) * value) / 255;
  };
  const ramps: Channels<Curve> = [ramp(0), ramp(1), ramp(2)];
  const ownMatrix = fixed(
    duotone ? [...lumaWeights, ...lumaWeights, ...lumaWeights] : saturationMatrix(adjust.saturation ?? 0),
  );
  const ownTone = toneCurves(adjust);
  if (!preset || strength === 0) {
    return { first: firstTables(ownTone), matrix: ownMatrix, second: null, last: lastTables(ramps) };
  }
  const first = firstTables(toneCurves(presetValues(preset, strength)));
  const matrix = fixed(presetMatrixOf(preset, strength));
  if (ownIsNeutral(adjust)) return { first, matrix, second: null, last: lastTables(curves) };
  const second = (channel: 0 | 1 | 2): Uint16Array =>
    Uint16Array.from(tableOf((value) => ownTone[channel](curves[channel](value)), finest + 1, finest));
  return {
    first,
    matrix,
    second: { tables: [second(0), second(1), second(2)], matrix: ownMatrix },
    last: lastTables(ramps),
  };
}

function firstTables([red, green, blue]: Channels<Curve>): Channels<Uint16Array> {
  const table = (curve: Curve): Uint16Array => Uint16Array.from(tableOf(curve, 256, finest));
  return [table(red), table(green), table(blue)];
}

function lastTables([red, green, blue]: Channels<Curve>): Channels<Uint8Array> {
  const table = (curve: Curve): Uint8Array => Uint8Array.from(tableOf(curve, finest + 1, 255));
  return [table(red), table(green), table(blue)];
}
