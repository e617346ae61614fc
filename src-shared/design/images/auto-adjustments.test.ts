import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyAdjustments } from '#shared/design/images/apply-adjustments.ts';
import { autoAdjustments, histogramOf } from '#shared/design/images/auto-adjustments.ts';

/** A picture with levels spread evenly from `low` to `high`, its channels scaled by `cast`. */
function picture(low: number, high: number, cast: readonly [number, number, number] = [1, 1, 1]) {
  const data = new Uint8ClampedArray(64 * 64 * 4);
  for (let index = 0; index < 64 * 64; index += 1) {
    const level = low + ((high - low) * index) / (64 * 64 - 1);
    data.set([level * cast[0], level * cast[1], level * cast[2], 255], index * 4);
  }
  return { data, width: 64, height: 64 };
}

function meanLuma({ data }: { data: Uint8ClampedArray }): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) {
    sum += 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
  }
  return sum / (data.length / 4);
}

describe('enhancing automatically', () => {
  test('a dark picture becomes brighter, a bright one darker, both nearer to the middle', () => {
    for (const [low, high] of [
      [0, 110],
      [150, 255],
    ] as const) {
      const made = picture(low, high);
      const before = meanLuma(made);
      applyAdjustments(made, autoAdjustments(histogramOf(made)));
      const after = meanLuma(made);
      expect(Math.abs(after - 125)).toBeLessThan(Math.abs(before - 125));
    }
  });

  test('a dull picture gets contrast, a cast is taken back in part', () => {
    expect(autoAdjustments(histogramOf(picture(90, 160))).contrast).toBeGreaterThan(10);
    const warm = autoAdjustments(histogramOf(picture(20, 235, [1, 0.9, 0.7])));
    expect(warm.temperature).toBeLessThan(-3);
    const green = autoAdjustments(histogramOf(picture(20, 220, [0.9, 1, 0.85])));
    expect(green.tint).toBeGreaterThan(3);
  });

  test('a good picture gets next to nothing, and grey stays grey', () => {
    const found = autoAdjustments(histogramOf(picture(2, 253)));
    for (const key of ['exposure', 'contrast', 'highlights', 'shadows'] as const) {
      expect(Math.abs(found[key] ?? 0), key).toBeLessThan(18);
    }
    expect([found.temperature, found.tint, found.saturation]).toEqual([undefined, undefined, undefined]);
  });

  test('every picture gets values that the sliders have; clear pixels count for nothing', () => {
    const bytes = fc.uint8ClampedArray({ minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(bytes, (data) => {
        for (const value of Object.values(autoAdjustments(histogramOf({ data })))) {
          expect(Number.isInteger(value)).toBe(true);
          expect(Math.abs(value as number)).toBeLessThanOrEqual(40);
        }
      }),
    );
    expect(autoAdjustments(histogramOf({ data: new Uint8ClampedArray(64) }))).toEqual({});
  });
});
