import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { Segment, SegmentPicture } from '#shared/clip/edit/segment.ts';
import type { RenderTarget } from '#shared/clip/render/types.ts';
import type { Adjustments } from '#shared/design/images/adjustments.ts';
import { applyAdjustments } from '#shared/design/images/apply-adjustments.ts';
import { type ClipBench, clipBench } from './clip-fixtures.ts';
import { colourAt, framesOf, plainClip, type Rgb, renderRequest } from './render-fixtures.ts';

let bench: ClipBench;
/** Four quarters: red, lime, blue, yellow (row by row), 10 frames. */
let quarters = '';
/** 16 vertical stripes, grey from 8 to 248. */
let stripes = '';
let patches = '';
const patchColours: Rgb[] = [
  [20, 40, 60],
  [200, 120, 90],
  [90, 160, 220],
  [240, 240, 235],
  [128, 128, 128],
  [30, 110, 50],
  [180, 40, 120],
  [250, 200, 40],
];
const box = (x: number, y: number, w: number, h: number, colour: string) =>
  `drawbox=x=${x}:y=${y}:w=${w}:h=${h}:t=fill:color=${colour}`;
const hex = (rgb: Rgb) => `0x${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;

async function painted(name: string, size: string, boxes: string[]): Promise<string> {
  const path = bench.path(name);
  await bench.ffmpeg(
    ...['-f', 'lavfi', '-i', `color=black:s=${size}:r=10`, '-frames:v', '10'],
    ...['-vf', `format=gbrp,${boxes.join(',')},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p`],
    ...[
      '-c:v',
      'libx264',
      '-crf',
      '4',
      '-preset',
      'veryfast',
      '-colorspace',
      'bt709',
      '-color_range',
      'tv',
      path,
    ],
  );
  return path;
}

beforeAll(async () => {
  bench = await clipBench();
  quarters = await painted('quarters.mp4', '320x192', [
    box(0, 0, 160, 96, 'red'),
    box(160, 0, 160, 96, 'lime'),
    box(0, 96, 160, 96, 'blue'),
    box(160, 96, 160, 96, 'yellow'),
  ]);
  stripes = await painted(
    'stripes.mp4',
    '320x192',
    Array.from({ length: 16 }, (_, at) =>
      box(at * 20, 0, 20, 192, hex([at * 16 + 8, at * 16 + 8, at * 16 + 8])),
    ),
  );
  patches = await painted(
    'patches.mp4',
    '320x192',
    patchColours.map((colour, at) => box(at * 40, 0, 40, 192, hex(colour))),
  );
});
afterAll(() => bench.remove());

const clip = (source: string, picture: SegmentPicture, more: Partial<Segment> = {}): Segment =>
  ({ id: 'one', kind: 'clip', source, from: 0, to: 1, picture, ...more }) as Segment;

async function rendered(edit: ClipEdit, name: string, target: Partial<RenderTarget> = {}): Promise<string> {
  return (await bench.engine.renderEdit(renderRequest(bench, edit, name, target))).out;
}

const names: Record<string, Rgb> = {
  red: [255, 0, 0],
  lime: [0, 255, 0],
  blue: [0, 0, 255],
  yellow: [255, 255, 0],
  black: [0, 0, 0],
  white: [255, 255, 255],
};
const far = (one: Rgb, other: Rgb) => Math.max(...one.map((value, at) => Math.abs(value - (other[at] ?? 0))));
function nameOf(colour: Rgb): string {
  return Object.entries(names).find(([, known]) => far(known, colour) < 40)?.[0] ?? colour.join(',');
}
const corners = [
  { x: 0.1, y: 0.1 },
  { x: 0.9, y: 0.1 },
  { x: 0.1, y: 0.9 },
  { x: 0.9, y: 0.9 },
];
/** What the four corners show in a frame. */
async function cornersOf(path: string, frame = 4): Promise<string[]> {
  const frames = await framesOf(bench, path);
  return corners.map((at) => nameOf(frames.colour(frame, at)));
}

describe('the picture of a segment', () => {
  test.each<[string, SegmentPicture, string[]]>([
    ['plain', {}, ['red', 'lime', 'blue', 'yellow']],
    ['turned', { turn: 180 }, ['yellow', 'blue', 'lime', 'red']],
    ['flipped', { flipX: true }, ['lime', 'red', 'yellow', 'blue']],
    ['upended', { flipY: true }, ['blue', 'yellow', 'red', 'lime']],
    ['cropped', { crop: { x: 0.5, y: 0, width: 0.5, height: 0.5 } }, ['lime', 'lime', 'lime', 'lime']],
    ['straight', { straighten: 10 }, ['red', 'lime', 'blue', 'yellow']],
  ])('%s', async (name, picture, expected) => {
    expect(await cornersOf(await rendered({ segments: [clip(quarters, picture)] }, `${name}.mp4`))).toEqual(
      expected,
    );
  });

  test('a quarter turn clockwise fills an upright frame', async () => {
    const path = await rendered({ segments: [clip(quarters, { turn: 90 })] }, 'upright.mp4', {
      width: 192,
      height: 320,
    });
    expect(await cornersOf(path)).toEqual(['blue', 'red', 'yellow', 'lime']);
  });

  test('another shape is cut off, padded or blurred', async () => {
    const target = { width: 128, height: 240 };
    const cut = await rendered(
      { segments: [clip(quarters, { focus: [{ at: 0, x: 0, y: 0.5 }] })] },
      'cut.mp4',
      target,
    );
    expect(await cornersOf(cut)).toEqual(['red', 'red', 'blue', 'blue']);
    const pad = await rendered(
      { segments: [clip(quarters, { fit: 'pad', colour: '#f00' })] },
      'pad.mp4',
      target,
    );
    expect(await cornersOf(pad)).toEqual(['red', 'red', 'red', 'red']);
    const [exact] = await colourAt(bench, pad, { x: 0.5, y: 0.05 });
    expect(far(exact ?? [0, 0, 0], [255, 0, 0])).toBeLessThanOrEqual(3);
    const blur = await rendered({ segments: [clip(quarters, { fit: 'blur' })] }, 'blur.mp4', target);
    const seen = await framesOf(bench, blur);
    const [left, right] = [seen.colour(4, { x: 0.05, y: 0.1 }), seen.colour(4, { x: 0.95, y: 0.1 })];
    expect(left[0]).toBeGreaterThan(left[1] + 40);
    expect(right[1]).toBeGreaterThan(right[0] + 40);
    expect(nameOf(seen.colour(4, { x: 0.1, y: 0.45 }))).toBe('red');
  });

  test('a focus moves evenly, to a fraction of a pixel', async () => {
    const focus = [
      { at: 0, x: 0.3, y: 0.5 },
      { at: 1, x: 0.7, y: 0.5 },
    ];
    const path = await rendered({ segments: [clip(stripes, { focus })] }, 'pan.mp4', {
      width: 108,
      height: 192,
    });
    // The middle of the window is at 96, 108.8, 121.6 … of 320 pixels.
    const seen = await colourAt(bench, path, { x: 0.5, y: 0.5 });
    const expected = Array.from({ length: 10 }, (_, at) => Math.floor((96 + 12.8 * at) / 20) * 16 + 8);
    const near = seen.filter(([value], at) => Math.abs(value - (expected[at] ?? 0)) <= 17);
    expect(near).toHaveLength(10);
    expect((seen.at(-1)?.[0] ?? 0) - (seen[0]?.[0] ?? 0)).toBeGreaterThan(80);
  });

  test('a focus zooms in to its point', async () => {
    const focus = [
      { at: 0, x: 0.5, y: 0.5, zoom: 1 },
      { at: 0.8, x: 0.75, y: 0.25, zoom: 2 },
    ];
    const path = await rendered({ segments: [clip(quarters, { focus })] }, 'zoom.mp4');
    expect(await cornersOf(path, 0)).toEqual(['red', 'lime', 'blue', 'yellow']);
    expect(await cornersOf(path, 9)).toEqual(['lime', 'lime', 'lime', 'lime']);
  });

  test('fades from and to black', async () => {
    const path = await rendered({ segments: [clip(quarters, { fadeIn: 0.3, fadeOut: 0.3 })] }, 'fades.mp4');
    const seen = await colourAt(bench, path, { x: 0.1, y: 0.1 });
    expect(nameOf(seen[0] ?? [9, 9, 9])).toBe('black');
    expect(nameOf(seen[5] ?? [9, 9, 9])).toBe('red');
    expect(seen[9]?.[0] ?? 255).toBeLessThan(120);
  });

  test.each<[string, Adjustments]>([
    ['bright', { exposure: 20, contrast: 15 }],
    ['warm', { temperature: 40, saturation: 30 }],
    ['grey', { saturation: -100 }],
    ['tones', { highlights: -40, shadows: 40, tint: 10 }],
    ['two', { duotone: { dark: '#102040', light: '#ffe0a0' } }],
  ])('colours of “%s” are those of photos', async (name, adjustments) => {
    const path = await rendered({ segments: [clip(patches, { adjustments })] }, `look-${name}.mp4`);
    const [plain, changed] = [await framesOf(bench, patches), await framesOf(bench, path)];
    for (const [at, colour] of patchColours.entries()) {
      const place = { x: (at * 40 + 20) / 320, y: 0.5 };
      const before = plain.colour(2, place);
      expect(far(before, colour)).toBeLessThanOrEqual(3);
      const data = new Uint8ClampedArray([...before, 255]);
      applyAdjustments({ data, width: 1, height: 1 }, adjustments);
      const wanted: Rgb = [data[0] ?? 0, data[1] ?? 0, data[2] ?? 0];
      expect(far(changed.colour(2, place), wanted), colour.join()).toBeLessThanOrEqual(3);
    }
  });

  test('a look-up table of the workspace is used after the looks', async () => {
    const cube = bench.path(`it's a [table],.cube`);
    await writeFile(cube, 'LUT_3D_SIZE 2\n1 1 1\n0 1 1\n1 0 1\n0 0 1\n1 1 0\n0 1 0\n1 0 0\n0 0 0\n');
    const request = renderRequest(bench, { segments: [clip(quarters, { lut: 'negative' })] }, 'lut.mp4');
    const made = await bench.engine.renderEdit({ ...request, lutFiles: new Map([['negative', cube]]) });
    const [seen] = await colourAt(bench, made.out, { x: 0.9, y: 0.9 });
    expect(nameOf(seen ?? [9, 9, 9])).toBe('blue');
    expect(made.notes).toEqual([]);
  });
});

describe('what is no recording', () => {
  test('colours, stills with motion, and different recordings join', async () => {
    const still = bench.path('still.png');
    await bench.ffmpeg(
      '-f',
      'lavfi',
      '-i',
      'color=lime:s=400x300',
      '-frames:v',
      '1',
      '-vf',
      'format=rgb24',
      still,
    );
    const small = await plainClip(bench, 'small.mp4', {
      colour: 'blue',
      frames: 25,
      rate: '25',
      size: '176x144',
      sound: true,
    });
    const edit: ClipEdit = {
      segments: [
        { id: 'c', kind: 'colour', colour: '#ff0000', duration: 0.4 },
        { id: 's', kind: 'still', source: still, duration: 0.4, motion: 'zoom-in' },
        { id: 'v', kind: 'clip', source: small, from: 0.2, to: 0.6 },
        { id: 'q', kind: 'clip', source: quarters, from: 0, to: 0.4 },
      ],
    };
    const path = await rendered(edit, 'mixed.mp4');
    const seen = (await colourAt(bench, path, { x: 0.1, y: 0.1 })).map(nameOf);
    const ten = (colour: string) => Array.from({ length: 10 }, () => colour);
    expect(seen).toEqual([...ten('red'), ...ten('lime'), ...ten('blue'), ...ten('red')]);
  });
});
