import type { Adjustments } from '#shared/design/images/adjustments.ts';
import type { CurvePoints } from '#shared/design/images/tone.ts';

/** A named look: values as of the sliders, a mix of the channels, then a curve for each of them. */
export interface Preset {
  values: Pick<
    Adjustments,
    | 'exposure'
    | 'contrast'
    | 'saturation'
    | 'temperature'
    | 'tint'
    | 'highlights'
    | 'shadows'
    | 'sharpen'
    | 'vignette'
    | 'grain'
  >;
  /** Rows for red, green, blue out of red, green, blue in. */
  mix?: readonly number[];
  curves?: { red: CurvePoints; green: CurvePoints; blue: CurvePoints };
}

function allChannels(points: CurvePoints): NonNullable<Preset['curves']> {
  return { red: points, green: points, blue: points };
}

const grey = (red: number, green: number, blue: number): number[] =>
  [0, 1, 2].flatMap(() => [red, green, blue]);

/** Galley's looks by id; their names are words of the window (`looks.preset-…`). */
export const presets = {
  /** A clean start: a little air in the shadows, a little colour. */
  natural: { values: { exposure: 3, contrast: 6, saturation: 6, shadows: 12, highlights: -8, sharpen: 8 } },
  clear: {
    values: { exposure: 9, contrast: 14, saturation: 4, temperature: -6, shadows: 18, sharpen: 16 },
    curves: {
      red: [
        [0, 0],
        [128, 127],
        [255, 255],
      ],
      green: [
        [0, 0],
        [128, 130],
        [255, 255],
      ],
      blue: [
        [0, 4],
        [128, 134],
        [255, 255],
      ],
    },
  },
  vivid: { values: { contrast: 20, saturation: 34, shadows: 8, highlights: -10, sharpen: 14 } },
  fresh: {
    values: { exposure: 12, contrast: -6, saturation: 6, temperature: -8, tint: -8, shadows: 26 },
    curves: {
      red: [
        [0, 10],
        [96, 100],
        [255, 250],
      ],
      green: [
        [0, 16],
        [96, 108],
        [255, 255],
      ],
      blue: [
        [0, 18],
        [96, 106],
        [255, 252],
      ],
    },
  },
  cream: {
    values: { exposure: 12, contrast: -16, saturation: -12, temperature: 12, shadows: 28, highlights: -12 },
    curves: {
      red: [
        [0, 26],
        [128, 142],
        [255, 255],
      ],
      green: [
        [0, 23],
        [128, 136],
        [255, 249],
      ],
      blue: [
        [0, 20],
        [128, 124],
        [255, 234],
      ],
    },
  },
  'warm-film': {
    values: {
      contrast: 6,
      saturation: -6,
      temperature: 16,
      highlights: -14,
      shadows: 10,
      grain: 22,
      vignette: 14,
    },
    curves: {
      red: [
        [0, 16],
        [70, 78],
        [190, 206],
        [255, 250],
      ],
      green: [
        [0, 14],
        [70, 72],
        [190, 194],
        [255, 244],
      ],
      blue: [
        [0, 24],
        [70, 74],
        [190, 176],
        [255, 224],
      ],
    },
  },
  'cool-film': {
    values: {
      contrast: 8,
      saturation: -14,
      temperature: -14,
      highlights: -10,
      shadows: 8,
      grain: 22,
      vignette: 10,
    },
    curves: {
      red: [
        [0, 8],
        [80, 72],
        [190, 188],
        [255, 244],
      ],
      green: [
        [0, 16],
        [80, 82],
        [190, 194],
        [255, 248],
      ],
      blue: [
        [0, 30],
        [80, 94],
        [190, 198],
        [255, 246],
      ],
    },
  },
  faded: {
    values: { contrast: -12, saturation: -26, highlights: -14, grain: 10 },
    curves: {
      red: [
        [0, 42],
        [128, 134],
        [255, 240],
      ],
      green: [
        [0, 40],
        [128, 132],
        [255, 238],
      ],
      blue: [
        [0, 46],
        [128, 136],
        [255, 236],
      ],
    },
  },
  'hong-kong': {
    values: {
      exposure: -4,
      contrast: 18,
      saturation: 10,
      temperature: 10,
      shadows: -10,
      grain: 26,
      vignette: 26,
    },
    curves: {
      red: [
        [0, 6],
        [64, 66],
        [180, 202],
        [255, 255],
      ],
      green: [
        [0, 16],
        [64, 72],
        [180, 182],
        [255, 240],
      ],
      blue: [
        [0, 22],
        [64, 66],
        [180, 160],
        [255, 214],
      ],
    },
  },
  'teal-orange': {
    values: { contrast: 16, saturation: 12, temperature: 6, shadows: 4, vignette: 12 },
    curves: {
      red: [
        [0, 0],
        [64, 48],
        [160, 176],
        [255, 255],
      ],
      green: [
        [0, 8],
        [64, 66],
        [160, 164],
        [255, 248],
      ],
      blue: [
        [0, 22],
        [64, 82],
        [160, 152],
        [255, 226],
      ],
    },
  },
  dusk: {
    values: {
      exposure: -4,
      contrast: 8,
      saturation: 6,
      temperature: 30,
      tint: 12,
      highlights: -12,
      vignette: 16,
    },
    curves: {
      red: [
        [0, 14],
        [128, 142],
        [255, 255],
      ],
      green: [
        [0, 8],
        [128, 124],
        [255, 240],
      ],
      blue: [
        [0, 34],
        [128, 128],
        [255, 216],
      ],
    },
  },
  mono: {
    values: { contrast: 10, saturation: -100, shadows: 6, sharpen: 10 },
    mix: grey(0.3, 0.59, 0.11),
  },
  noir: {
    values: {
      exposure: -4,
      contrast: 46,
      saturation: -100,
      shadows: -24,
      vignette: 34,
      grain: 28,
      sharpen: 14,
    },
    mix: grey(0.5, 0.42, 0.08),
    curves: allChannels([
      [0, 0],
      [60, 44],
      [190, 206],
      [255, 255],
    ]),
  },
  sepia: {
    values: { contrast: 4, saturation: -100, grain: 12, vignette: 18 },
    mix: grey(0.34, 0.56, 0.1),
    curves: {
      red: [
        [0, 22],
        [128, 152],
        [255, 250],
      ],
      green: [
        [0, 14],
        [128, 124],
        [255, 236],
      ],
      blue: [
        [0, 8],
        [128, 92],
        [255, 206],
      ],
    },
  },
} as const satisfies Record<string, Preset>;

export type PresetId = keyof typeof presets;

/** The preset of an id, or undefined for '' and for one that this version does not know. */
export function findPreset(id: string | undefined): Preset | undefined {
  return id !== undefined && Object.hasOwn(presets, id) ? presets[id as PresetId] : undefined;
}
