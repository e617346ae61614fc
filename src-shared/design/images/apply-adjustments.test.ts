import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Adjustments } from '#shared/design/images/adjustments.ts';
import { applyAdjustments, isNeutral } from '#shared/design/images/apply-adjustments.ts';
import { presets } from '#shared/design/images/presets.ts';

interface Sample {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

const sample: fc.Arbitrary<Sample> = fc
  .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain(({ width, height }) =>
    fc
      .uint8ClampedArray({ minLength: width * height * 4, maxLength: width * height * 4 })
      .map((data) => ({ data, width, height })),
  );

const signed = fc.integer({ min: -100, max: 100 });
const unsigned = fc.integer({ min: 0, max: 100 });
const colourLooks: fc.Arbitrary<Adjustments> = fc.record(
  {
    exposure: signed,
    contrast: signed,
    saturation: signed,
    temperature: signed,
    tint: signed,
    highlights: signed,
    shadows: signed,
    duotone: fc.constantFrom(null, { dark: '#102040', light: '#ffe0c0' }),
    preset: fc.constantFrom(...Object.keys(presets)),
    presetStrength: unsigned,
  },
  { requiredKeys: [] },
);
const surfaceLooks = fc.record({ vignette: unsigned, grain: unsigned });

function copyOf({ data, width, height }: Sample): Sample {
  return { data: data.slice(), width, height };
}

function adjusted(from: Sample, looks: Adjustments): Sample {
  const result = copyOf(from);
  applyAdjustments(result, looks);
  return result;
}

/** Every grey, or the three channels of a ramp. */
function ramp(): Sample {
  const data = new Uint8ClampedArray(256 * 4);
  for (let level = 0; level < 256; level += 1) data.set([level, level, level, 255], level * 4);
  return { data, width: 256, height: 1 };
}

describe('looks of a picture', () => {
  test('neutral values leave every byte', () => {
    const neutral: Adjustments = {
      exposure: 0,
      contrast: 0,
      saturation: 0,
      blur: 0,
      grain: 0,
      duotone: null,
    };
    expect(isNeutral(neutral)).toBe(true);
    expect(isNeutral({ preset: 'noir', presetStrength: 0 })).toBe(true);
    expect(isNeutral({ preset: 'a preset of a later version' })).toBe(true);
    fc.assert(
      fc.property(sample, (from) => {
        expect(adjusted(from, neutral).data).toEqual(from.data);
      }),
    );
  });

  test('alpha is never touched', () => {
    const all = fc.record({ blur: unsigned, sharpen: unsigned });
    fc.assert(
      fc.property(sample, colourLooks, surfaceLooks, all, (from, colours, surface, rest) => {
        const { data } = adjusted(from, { ...colours, ...surface, ...rest });
        for (let at = 3; at < data.length; at += 4) expect(data[at]).toBe(from.data[at]);
      }),
    );
  });

  test('more exposure never makes a level darker', () => {
    fc.assert(
      fc.property(signed, signed, (one, two) => {
        const less = adjusted(ramp(), { exposure: Math.min(one, two) }).data;
        const more = adjusted(ramp(), { exposure: Math.max(one, two) }).data;
        expect(less.every((level, index) => level <= (more[index] ?? 0))).toBe(true);
      }),
    );
  });

  test('tones never change places: what was brighter stays at least as bright', () => {
    const tones = fc.record({ exposure: signed, contrast: signed, highlights: signed, shadows: signed });
    fc.assert(
      fc.property(tones, (looks) => {
        const { data } = adjusted(ramp(), looks);
        for (let level = 1; level < 256; level += 1) {
          expect(data[level * 4] ?? 0).toBeGreaterThanOrEqual(data[level * 4 - 4] ?? 0);
        }
      }),
    );
  });

  test('one stop of exposure doubles the light', () => {
    const { data } = adjusted(ramp(), { exposure: 50 });
    const linear = (level: number): number =>
      level / 255 <= 0.04045 ? level / 255 / 12.92 : ((level / 255 + 0.055) / 1.055) ** 2.4;
    for (const level of [40, 80, 120, 160]) {
      expect(linear(data[level * 4] ?? 0) / linear(level)).toBeCloseTo(2, 1);
    }
  });

  test('saturation leaves grey grey, and none of it makes everything grey', () => {
    fc.assert(
      fc.property(signed, (saturation) => {
        expect(adjusted(ramp(), { saturation }).data).toEqual(ramp().data);
      }),
    );
    fc.assert(
      fc.property(sample, (from) => {
        const { data } = adjusted(from, { saturation: -100 });
        for (let at = 0; at < data.length; at += 4) {
          const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
          expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('a duotone runs from its dark to its light colour', () => {
    const { data } = adjusted(ramp(), { duotone: { dark: '#102040', light: 'token:paper' } });
    expect([...data.subarray(0, 3)]).toEqual([0x10, 0x20, 0x40]);
    expect([...data.subarray(255 * 4, 255 * 4 + 3)]).toEqual([0xf6, 0xf1, 0xe7]);
  });

  test('cut into tiles, in any order, the same bytes come out', () => {
    const cut = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean());
    fc.assert(
      fc.property(sample, colourLooks, surfaceLooks, cut, (from, colours, surface, [at, reversed]) => {
        const looks = { ...colours, ...surface };
        const expected = adjusted(from, looks);
        const { sharpen: _sharpen, ...withoutReach } = presetReach(looks);
        if (_sharpen) return;
        const split = Math.round(at * from.height);
        const tiles = [
          { top: 0, height: split },
          { top: split, height: from.height - split },
        ].filter((tile) => tile.height > 0);
        const joined = new Uint8ClampedArray(from.data.length);
        for (const { top, height } of reversed ? tiles.toReversed() : tiles) {
          const bytes = from.width * 4;
          const data = from.data.slice(top * bytes, (top + height) * bytes);
          const region = { x: 0, y: top / from.height, width: 1, height: height / from.height };
          applyAdjustments({ data, width: from.width, height }, withoutReach, { region });
          joined.set(data, top * bytes);
        }
        expect(joined).toEqual(expected.data);
      }),
    );
  });

  test('a blurred picture keeps its mean, and clear pixels lend no colour', () => {
    const data = new Uint8ClampedArray(64 * 64 * 4).fill(255);
    for (let index = 0; index < 64 * 64; index += 1) {
      const left = index % 64 < 32;
      data.set(left ? [200, 40, 40, 255] : [0, 255, 0, 0], index * 4);
    }
    const { data: soft } = adjusted({ data, width: 64, height: 64 }, { blur: 100 });
    expect([...soft.subarray(31 * 4, 31 * 4 + 4)]).toEqual([200, 40, 40, 255]);
  });

  test('sharpening steepens an edge and leaves flat parts', () => {
    const data = new Uint8ClampedArray(1200 * 4 * 4);
    for (let index = 0; index < 1200 * 4; index += 1) {
      const grey = index % 1200 < 600 ? 90 : 160;
      data.set([grey, grey, grey, 255], index * 4);
    }
    const { data: sharp } = adjusted({ data, width: 1200, height: 4 }, { sharpen: 60 });
    expect(sharp[599 * 4]).toBeLessThan(90);
    expect(sharp[600 * 4]).toBeGreaterThan(160);
    expect(sharp[300 * 4]).toBe(90);
  });

  test('a vignette darkens corners and leaves the middle; it follows the crop', () => {
    const white = { data: new Uint8ClampedArray(40 * 40 * 4).fill(255), width: 40, height: 40 };
    const around = adjusted(white, { vignette: 100 }).data;
    expect(around[0]).toBeLessThan(80);
    expect(around[(20 * 40 + 20) * 4]).toBe(255);
    const inside = copyOf(white);
    applyAdjustments(inside, { vignette: 100 }, { crop: { x: 0.5, y: 0.5, width: 0.5, height: 0.5 } });
    expect(inside.data[(30 * 40 + 30) * 4]).toBe(255);
    expect(inside.data[(20 * 40 + 20) * 4]).toBeLessThan(80);
  });

  test('every preset changes a photo and keeps grey a calm tone', () => {
    for (const preset of Object.keys(presets)) {
      const { data } = adjusted(ramp(), { preset });
      expect(isNeutral({ preset }), preset).toBe(false);
      // Nothing may fall to black or white in the middle, whatever the look.
      const [red = 0, green = 0, blue = 0] = data.subarray(128 * 4, 128 * 4 + 3);
      expect(Math.min(red, green, blue), preset).toBeGreaterThan(50);
      expect(Math.max(red, green, blue), preset).toBeLessThan(215);
    }
  });
});

/** Looks with what a preset sharpens told apart: that reaches over the edge of a tile. */
function presetReach(looks: Adjustments): Adjustments & { sharpen?: number } {
  const preset = looks.preset === undefined ? undefined : presets[looks.preset as keyof typeof presets];
  const given = preset && 'sharpen' in preset.values ? preset.values.sharpen : 0;
  return { ...looks, ...(given > 0 && looks.presetStrength !== 0 ? { sharpen: given } : {}) };
}
