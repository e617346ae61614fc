import type { Adjustments } from '#shared/design/images/adjustments.ts';

/** Values between passes are integers of sixteenths of a level: 0 to 4080. */
const fine = 16;
export const finest = 255 * fine;

/** Luma weights of Rec. 709, which sRGB shares. */
export const lumaWeights = [0.2126, 0.7152, 0.0722] as const;

/** A value of 0 to 1 to a value of 0 to 1. */
export type Curve = (value: number) => number;

/** Points of a tone curve in levels of 0 to 255, in rising order of the first. */
export type CurvePoints = readonly (readonly [number, number])[];

/** IEC 61966-2-1. */
function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function fromLinear(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

export function clampUnit(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** How much light each channel gets: stops of exposure, and white balance that leaves the brightness alone. */
function channelGains(adjust: Adjustments): [number, number, number] {
  const light = 2 ** ((adjust.exposure ?? 0) / 50);
  const warm = (adjust.temperature ?? 0) / 100;
  const magenta = (adjust.tint ?? 0) / 100;
  const gains = [
    2 ** (warm * 0.55 + magenta * 0.18),
    2 ** (magenta * -0.36),
    2 ** (warm * -0.75 + magenta * 0.22),
  ] as const;
  const kept = gains.reduce((sum, gain, index) => sum + gain * (lumaWeights[index] ?? 0), 0);
  return [(light * gains[0]) / kept, (light * gains[1]) / kept, (light * gains[2]) / kept];
}

/** Lifts or deepens the darker half; black stays black, and the curve never turns back. */
function shadowCurve(amount: number): Curve {
  const strength = amount * (amount > 0 ? 2 : 0.9);
  return (value) => value + strength * value * (1 - value) ** 3;
}

/** The same for the brighter half; white stays white. */
function highlightCurve(amount: number): Curve {
  const strength = amount * (amount > 0 ? 0.9 : 2);
  return (value) => value + strength * value ** 3 * (1 - value);
}

/** Up: an S about the middle that clips nothing. Down: towards middle grey. */
function contrastCurve(amount: number): Curve {
  if (amount <= 0) return (value) => 0.5 + (value - 0.5) * (1 + amount * 0.65);
  const steep: Curve = (value) =>
    value < 0.5 ? 0.5 * (2 * value) ** 2.2 : 1 - 0.5 * (2 * (1 - value)) ** 2.2;
  return (value) => value + amount * (steep(value) - value);
}

/** The tone of one channel: light, white balance, shadows, highlights, contrast. */
function toneCurve(adjust: Adjustments, gain: number): Curve {
  const shadows = shadowCurve((adjust.shadows ?? 0) / 100);
  const highlights = highlightCurve((adjust.highlights ?? 0) / 100);
  const contrast = contrastCurve((adjust.contrast ?? 0) / 100);
  // Neutral light must give back the very same level, which a round trip through powers does not.
  const lit: Curve = gain === 1 ? (value) => value : (value) => clampUnit(fromLinear(toLinear(value) * gain));
  return (value) => contrast(highlights(shadows(lit(value))));
}

/** A monotone cubic through the points (Fritsch–Carlson), which never overshoots them. */
export function curveThrough(points: CurvePoints): Curve {
  const xs = points.map((point) => point[0] / 255);
  const ys = points.map((point) => point[1] / 255);
  const last = points.length - 1;
  const slopes = xs.slice(1).map((x, index) => {
    const run = x - (xs[index] ?? 0);
    return run === 0 ? 0 : ((ys[index + 1] ?? 0) - (ys[index] ?? 0)) / run;
  });
  const tangents = xs.map((_, index) => {
    const before = slopes[index - 1] ?? slopes[0] ?? 0;
    const after = slopes[index] ?? slopes.at(-1) ?? 0;
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
  return (value) => {
    if (value <= (xs[0] ?? 0)) return ys[0] ?? value;
    if (value >= (xs[last] ?? 1)) return ys[last] ?? value;
    const next = xs.findIndex((x) => x > value);
    const from = next - 1;
    const run = (xs[next] ?? 1) - (xs[from] ?? 0);
    const at = (value - (xs[from] ?? 0)) / run;
    const square = at * at;
    const cube = square * at;
    return (
      (ys[from] ?? 0) * (2 * cube - 3 * square + 1) +
      (tangents[from] ?? 0) * run * (cube - 2 * square + at) +
      (ys[next] ?? 1) * (3 * square - 2 * cube) +
      (tangents[next] ?? 0) * run * (cube - square)
    );
  };
}

/** Red, green, blue. */
export type Channels<Value> = readonly [Value, Value, Value];

/** The tone of the three channels, each from 0–1 to 0–1. */
export function toneCurves(adjust: Adjustments): Channels<Curve> {
  const [red, green, blue] = channelGains(adjust);
  return [toneCurve(adjust, red), toneCurve(adjust, green), toneCurve(adjust, blue)];
}

/** A curve as a table of integers: `steps` inputs over 0 to 1, outputs of 0 to `top`. */
export function tableOf(curve: Curve, steps: number, top: number): Int32Array {
  const table = new Int32Array(steps);
  for (let index = 0; index < steps; index += 1) {
    table[index] = Math.round(clampUnit(curve(index / (steps - 1))) * top);
  }
  return table;
}

/** Multiplies the colour by -100 (grey) to 100 (twice), rows for red, green, blue; luma stays. */
export function saturationMatrix(saturation: number): number[] {
  const keep = 1 + saturation / 100;
  const rows = [0, 1, 2].flatMap((row) =>
    lumaWeights.map((weight, column) => weight * (1 - keep) + (row === column ? keep : 0)),
  );
  return rows;
}

/** The product of two 3×3 matrices in rows: first `right`, then `left`. */
export function multiply(left: readonly number[], right: readonly number[]): number[] {
  return Array.from({ length: 9 }, (_, index) => {
    const row = Math.floor(index / 3) * 3;
    const column = index % 3;
    return [0, 1, 2].reduce(
      (sum, step) => sum + (left[row + step] ?? 0) * (right[step * 3 + column] ?? 0),
      0,
    );
  });
}
