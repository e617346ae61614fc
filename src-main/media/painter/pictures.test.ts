import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImageNode } from '#shared/design/layers/image.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import type { Adjustments } from '#shared/design/images/adjustments.ts';
import { presets } from '#shared/design/images/presets.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { createImageEngine } from '#main/media/images/engine.ts';
import { decodePart, planDecode, readPictureFacts } from '#main/media/painter/decode.ts';
import { expectGolden } from '#main/media/painter/goldens/golden.ts';
import { createPainter } from '#main/media/painter/painter.ts';
import type { Painter } from '#main/ports/painter.ts';

const projectRoot = path.resolve(import.meta.dirname, '../../..');
const photos = path.resolve(projectRoot, '../shared/testdata/photos');

let painter: Painter;
let folder: string;
let scene: string;

/** A small landscape in smooth colours: sky, sun, hill. */
async function makeScene(file: string): Promise<void> {
  const [width, height] = [96, 72];
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const sun = (x - 66) ** 2 + (y - 20) ** 2 < 120;
      const hill = y > 44 + 8 * Math.sin(x / 14);
      const sky = [90 + y, 140 + y, 225 - y];
      data.set(sun ? [252, 226, 150] : hill ? [40 + y, 92, 48] : sky, (y * width + x) * 3);
    }
  }
  await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(file);
}

beforeAll(async () => {
  painter = createPainter({ projectRoot, renderer: 'portable', processes: 1 });
  folder = await mkdtemp(path.join(os.tmpdir(), 'galley-pictures-'));
  scene = path.join(folder, 'scene.png');
  await makeScene(scene);
});
afterAll(async () => {
  painter.close();
  await rm(folder, { recursive: true, force: true });
});

/** Goldens are painted at half size, to stay small. */
const small = 0.5;

/** Layers in a grid of boxes of 44 px, four in a row. */
function grid(layers: readonly Partial<ImageNode>[]): DesignBody {
  const nodes: Record<string, DesignNode> = {};
  for (const [index, layer] of layers.entries()) {
    const place = { x: 2 + (index % 4) * 48, y: 2 + Math.floor(index / 4) * 48, width: 44, height: 44 };
    const id = `n${index}`;
    const order = `a${String(index).padStart(2, '0')}`;
    nodes[id] = { ...imageDefaults, ...place, assetId: 'a', ...layer, id, pageId: 'p', order } as ImageNode;
  }
  const height = 2 + Math.ceil(layers.length / 4) * 48;
  const pages = { p: { id: 'p', name: '', order: 'a0', background: '#ffffff' } };
  return { width: 194, height, pages, nodes };
}

async function paintGrid(layers: readonly Partial<ImageNode>[], file = scene, scale = 1) {
  return painter.paint({ body: grid(layers), pageId: 'p', scale, assetFile: () => file });
}

describe('pictures as they are kept in goldens', () => {
  test('straightened, framed, with a focal point', async () => {
    const layers: Partial<ImageNode>[] = [
      { straighten: 12 },
      { straighten: -30, fit: 'contain' },
      { straighten: 20, fit: 'fill' },
      { crop: { x: 0.4, y: 0.1, width: 0.5, height: 0.6 }, straighten: 8 },
      { frame: { kind: 'ellipse' } },
      { frame: { kind: 'star', points: 5, inset: 0.5 } },
      { frame: { kind: 'polygon', sides: 6 }, radius: 6 },
      { frame: { kind: 'path', d: 'M0 100V50A50 50 0 0 1 100 50V100Z', width: 100, height: 100 } },
      { focus: { x: 0, y: 0.5 } },
      { focus: { x: 1, y: 0.5 } },
      { radii: [22, 0, 22, 0] },
      { flipX: true, straighten: 10 },
    ];
    await expectGolden('picture-frames', await paintGrid(layers, scene, small));
  });

  test('every slider', async () => {
    const looks: Adjustments[] = [
      {},
      { exposure: 40 },
      { contrast: 60 },
      { saturation: 80 },
      { temperature: 70 },
      { tint: 60 },
      { highlights: -80 },
      { shadows: 80 },
      { sharpen: 100 },
      { blur: 60 },
      { vignette: 90 },
      { grain: 80 },
      { duotone: { dark: '#1b2a6b', light: 'token:paper' } },
    ];
    const layers = looks.map((adjust) => ({ adjust }));
    await expectGolden('picture-looks', await paintGrid(layers, scene, small));
  });

  test('every preset', async () => {
    const layers = Object.keys(presets).map((preset) => ({ adjust: { preset } }));
    await expectGolden('picture-presets', await paintGrid(layers, scene, 0.4));
  });
});

describe('decoding', () => {
  const fraction = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);
  const part = fc.tuple(fraction, fraction, fraction, fraction).map(([x, y, width, height]) => ({
    x: x * 0.95,
    y: y * 0.95,
    width: (1 - x * 0.95) * Math.max(0.01, width),
    height: (1 - y * 0.95) * Math.max(0.01, height),
  }));
  const facts = fc.record({
    width: fc.integer({ min: 1, max: 12_000 }),
    height: fc.integer({ min: 1, max: 12_000 }),
    vector: fc.boolean(),
    orientation: fc.integer({ min: 1, max: 8 }),
  });

  test('what is decoded holds what is shown, and a raster is never enlarged', () => {
    const wanted = fc.double({ min: 0.001, max: 8, noNaN: true });
    fc.assert(
      fc.property(facts, part, wanted, (picture, source, scale) => {
        const plan = planDecode(picture, source, scale);
        const near = 1e-9;
        expect(plan.region.x).toBeLessThanOrEqual(source.x + near);
        expect(plan.region.y).toBeLessThanOrEqual(source.y + near);
        expect(plan.region.x + plan.region.width).toBeGreaterThanOrEqual(source.x + source.width - near);
        expect(plan.region.y + plan.region.height).toBeGreaterThanOrEqual(source.y + source.height - near);
        if (!picture.vector) {
          expect(plan.width).toBeLessThanOrEqual(picture.width);
          expect(plan.height).toBeLessThanOrEqual(picture.height);
        }
        expect(plan.width * plan.height).toBeLessThanOrEqual(150_000_000);
      }),
    );
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('a part of a picture of EXIF orientation %i', async (orientation) => {
    const file = await sharp(scene).withMetadata({ orientation }).jpeg({ quality: 100 }).toBuffer();
    const picture = await readPictureFacts(file);
    const plan = planDecode(picture, { x: 0.5, y: 0.1, width: 0.3, height: 0.4 }, 1);
    expect(plan.order).toBe('cut-first');
    const decoded = await decodePart(file, picture, plan);
    const { left, top, width, height } = plan.part;
    const upright = await sharp(file).autoOrient().png().toBuffer();
    const expected = await sharp(upright)
      .extract({ left, top, width, height })
      .ensureAlpha()
      .raw()
      .toBuffer();
    expect([decoded.width, decoded.height]).toEqual([width, height]);
    const worst = decoded.data.reduce(
      (most, value, index) => Math.max(most, Math.abs(value - (expected[index] ?? 0))),
      0,
    );
    expect(worst).toBe(0);
  });

  test('shrinking first and cutting first show the same part', async () => {
    const large = await sharp(scene).resize(960, 720).jpeg({ quality: 95 }).toBuffer();
    const file = path.join(folder, 'large.jpg');
    await writeFile(file, large);
    const crop = { x: 0.5, y: 0.1, width: 0.4, height: 0.4 };
    // 44 px out of 384: far below one half, so the first is shrunk while it is read.
    const [shrunk, cut] = [
      await paintGrid([{ crop }], file),
      await painter.paint({ body: grid([{ crop }]), pageId: 'p', scale: 6, assetFile: () => file }),
    ];
    const pixels = { raw: { width: cut.width, height: cut.height, channels: 4 as const } };
    const reduced = await sharp(cut.rgba, pixels).resize(shrunk.width, shrunk.height).raw().toBuffer();
    for (const [x, y] of [
      [10, 10],
      [24, 24],
      [40, 12],
      [12, 40],
    ] as const) {
      const at = (y * shrunk.width + x) * 4;
      for (const channel of [0, 1, 2]) {
        expect(Math.abs((reduced[at + channel] ?? 0) - (shrunk.rgba[at + channel] ?? 0))).toBeLessThan(14);
      }
    }
  });
});

/** Files of each kind in ../shared/testdata; a clone without them skips these, saying so. */
const kinds = {
  HEIC: 'media__sample_still_photo.heic',
  TIFF: 'pillow__hopper.tif',
  'TIFF with 16 bits': 'pillow__tiff_16bit_RGBa.tiff',
  GIF: 'pillow__iss634.gif',
  AVIF: 'pillow__hopper.avif',
  SVG: 'sharp__struct-image-04-t.svg',
  WebP: 'pillow__flower2.webp',
  'CMYK JPEG': 'pillow__pil_sample_cmyk.jpg',
};
describe('placed files of every kind (need ../shared/testdata)', () => {
  for (const [kind, name] of Object.entries(kinds)) {
    const file = path.join(photos, name);
    test.skipIf(!existsSync(file))(kind, async () => {
      // HEIC is converted once on its way to the painter, as the studio does.
      const converted = path.join(folder, 'converted.png');
      if (kind === 'HEIC') await createImageEngine().proxy({ in: file, out: converted, maxSide: 8192 });
      const layers = [{ straighten: 5, adjust: { preset: 'warm-film' } }];
      const painted = await paintGrid(layers, kind === 'HEIC' ? converted : file);
      expect(painted.missingAssets).toEqual([]);
      const inside = Array.from({ length: 40 }, (_, index) => {
        const at = ((6 + (index % 8) * 5) * painted.width + 6 + index) * 4;
        return painted.rgba.subarray(at, at + 3).join();
      });
      // Neither the placeholder nor one flat colour.
      expect(inside).not.toContain('216,212,203');
      expect(new Set(inside).size).toBeGreaterThan(3);
    });
  }
});
