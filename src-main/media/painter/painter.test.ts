import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { designFormat } from '#shared/design/document.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import fixture from '#shared/documents/fixtures/design-1.json' with { type: 'json' };
import { createPainter } from '#main/media/painter/painter.ts';
import type { Painter } from '#main/ports/painter.ts';

const projectRoot = path.resolve(import.meta.dirname, '../../..');
const photos = path.resolve(projectRoot, '../shared/testdata/photos');
const fixtureBody = readDocument(designFormat, fixture).body;

let painter: Painter;
let folder: string;

beforeAll(async () => {
  painter = createPainter({ projectRoot, renderer: 'portable', processes: 1 });
  folder = await mkdtemp(path.join(os.tmpdir(), 'galley-painter-'));
});
afterAll(async () => {
  painter.close();
  await rm(folder, { recursive: true, force: true });
});

function designOf(
  width: number,
  height: number,
  background: string,
  nodes: Record<string, object>,
): DesignBody {
  const all: Record<string, DesignNode> = {};
  for (const [id, node] of Object.entries(nodes)) {
    all[id] = { ...node, id, pageId: 'p', order: `a${Object.keys(all).length}` } as DesignNode;
  }
  return { width, height, pages: { p: { id: 'p', name: '', order: 'a0', background } }, nodes: all };
}

function pixel(painted: { width: number; rgba: Buffer }, x: number, y: number): number[] {
  const at = (y * painted.width + x) * 4;
  return [...painted.rgba.subarray(at, at + 4)];
}

const noFile = (): null => null;

/** Four colours: red, green over blue, white. */
async function quartered(name: string, orientation: number): Promise<string> {
  const file = path.join(folder, name);
  const data = Buffer.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]);
  const small = sharp(data, { raw: { width: 2, height: 2, channels: 3 } });
  await small
    .resize(400, 400, { kernel: 'nearest' })
    .withMetadata({ orientation })
    .jpeg({ quality: 100 })
    .toFile(file);
  return file;
}

/** A design that is hard to compress: many thin shapes in many colours. */
function busy(width: number, height: number): DesignBody {
  const nodes: Record<string, object> = {};
  for (let index = 0; index < 400; index += 1) {
    const common = { ...textDefaults, x: (index * 37) % width, y: (index * 91) % height, width: 300 };
    const colour = `#${((index * 2654435761) % 0xffffff).toString(16).padStart(6, '0')}`;
    nodes[`n${index}`] = {
      ...common,
      text: `排版 Type ${index}`,
      fontSize: 14 + (index % 30),
      colour,
      rotation: index,
    };
  }
  return designOf(width, height, '#f6f1e7', nodes);
}

describe('painting pixels', () => {
  test('every layer type, at a scale, with exact flat colours', async () => {
    const painted = await painter.paint({ body: fixtureBody, pageId: 'p1', scale: 0.5, assetFile: noFile });
    expect([painted.width, painted.height, painted.rgba.length]).toEqual([400, 300, 400 * 300 * 4]);
    expect(pixel(painted, 5, 5)).toEqual([0xf6, 0xf1, 0xe7, 255]);
    // The rectangle is vermilion at half opacity over paper.
    expect(pixel(painted, 300, 70)).toEqual([0xe8, 0x9a, 0x8b, 255]);
    expect(pixel(painted, 60, 180)).toEqual([0xf6, 0xf1, 0xe7, 255]);
    expect(pixel(painted, 32, 180)).toEqual([0xd9, 0x43, 0x2f, 255]);
  });

  test('brand tokens and a transparent background', async () => {
    const painted = await painter.paint({
      body: fixtureBody,
      pageId: 'p1',
      scale: 0.5,
      background: null,
      tokens: { accent: '#0000ff' },
      assetFile: noFile,
    });
    expect(pixel(painted, 5, 5)).toEqual([0, 0, 0, 0]);
    expect(pixel(painted, 300, 70)).toEqual([0, 0, 255, 128]);
  });

  test.each([1, 3, 6, 8])('a photo stands upright with EXIF orientation %i', async (orientation) => {
    const file = await quartered(`turned-${orientation}.jpg`, orientation);
    const body = designOf(200, 200, '#000000', {
      i: { ...imageDefaults, width: 200, height: 200, assetId: 'a' },
    });
    const painted = await painter.paint({ body, pageId: 'p', scale: 1, assetFile: () => file });
    const upright = await sharp(file).autoOrient().resize(200, 200).ensureAlpha().raw().toBuffer();
    for (const [x, y] of [
      [40, 40],
      [160, 40],
      [40, 160],
      [160, 160],
    ] as const) {
      const expected = pixel({ width: 200, rgba: upright }, x, y);
      for (const [channel, value] of pixel(painted, x, y).entries()) {
        expect(Math.abs(value - (expected[channel] ?? 0))).toBeLessThanOrEqual(3);
      }
    }
  });

  test('a small crop of a photo shows exactly that part', async () => {
    const file = await quartered('crop.jpg', 1);
    const crop = { x: 0.5, y: 0.05, width: 0.4, height: 0.4 };
    const body = designOf(100, 100, '#000000', { i: { ...imageDefaults, assetId: 'a', crop } });
    const painted = await painter.paint({ body, pageId: 'p', scale: 1, assetFile: () => file });
    for (const [x, y] of [
      [5, 50],
      [50, 50],
      [95, 95],
    ] as const) {
      const [red = 0, green = 0, blue = 0] = pixel(painted, x, y);
      expect(green).toBeGreaterThan(240);
      expect(Math.max(red, blue)).toBeLessThan(12);
    }
  });

  test('a missing and a broken picture leave placeholders and are named', async () => {
    const broken = path.join(folder, 'broken.jpg');
    await writeFile(broken, 'no picture');
    const body = designOf(200, 100, '#ffffff', {
      a: { ...imageDefaults, assetId: 'gone' },
      b: { ...imageDefaults, x: 100, assetId: 'broken' },
    });
    const painted = await painter.paint({
      body,
      pageId: 'p',
      scale: 1,
      assetFile: (assetId) => (assetId === 'gone' ? null : broken),
    });
    expect(painted.missingAssets).toEqual(['gone', 'broken']);
    expect(pixel(painted, 2, 2)).toEqual([0xd8, 0xd4, 0xcb, 255]);
  });

  test('two paints of the same page are the same bytes', async () => {
    const once = await painter.paint({ body: busy(400, 400), pageId: 'p', scale: 1, assetFile: noFile });
    const again = await painter.paint({ body: busy(400, 400), pageId: 'p', scale: 1, assetFile: noFile });
    expect(once.rgba.equals(again.rgba)).toBe(true);
  });

  test.each([
    ['an unknown page', { pageId: 'nowhere', scale: 1 }],
    ['too many pixels', { pageId: 'p1', scale: 40 }],
    ['no scale', { pageId: 'p1', scale: 0 }],
  ])('%s is refused', async (_name, wrong) => {
    await expect(painter.paint({ body: fixtureBody, assetFile: noFile, ...wrong })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  test('cancelling stops the work, and the painter goes on', async () => {
    const controller = new AbortController();
    const request = { body: busy(2000, 2000), pageId: 'p', scale: 3, assetFile: noFile };
    const running = painter.paint({ ...request, signal: controller.signal });
    const waiting = painter.paint({ ...request, signal: controller.signal });
    controller.abort();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    const after = await painter.paint({ body: fixtureBody, pageId: 'p1', scale: 0.1, assetFile: noFile });
    expect(after.width).toBe(80);
  });
});

describe('painting files', () => {
  test.each(['png', 'jpeg', 'webp', 'avif'] as const)(
    '%s: right size and type, sRGB, no metadata',
    async (type) => {
      const out = path.join(folder, `page.${type}`);
      const painted = await painter.paintToFile({
        body: fixtureBody,
        pageId: 'p1',
        scale: 0.5,
        assetFile: noFile,
        type,
        out,
      });
      const metadata = await sharp(await readFile(out)).metadata();
      expect([metadata.width, metadata.height]).toEqual([400, 300]);
      expect(metadata.format).toBe(type === 'avif' ? 'heif' : type);
      expect(metadata.icc?.length).toBeGreaterThan(100);
      expect([metadata.exif, metadata.xmp]).toEqual([undefined, undefined]);
      expect(painted.bytes).toBe((await readFile(out)).length);
    },
  );

  test('JPEG of a transparent page is white', async () => {
    const out = path.join(folder, 'flat.jpg');
    const request = {
      body: fixtureBody,
      pageId: 'p1',
      scale: 0.5,
      background: null,
      assetFile: noFile,
    } as const;
    await painter.paintToFile({ ...request, type: 'jpeg', out });
    const rgba = await sharp(await readFile(out))
      .ensureAlpha()
      .raw()
      .toBuffer();
    expect(pixel({ width: 400, rgba }, 3, 3)).toEqual([255, 255, 255, 255]);
  });

  test.each(['jpeg', 'webp', 'png'] as const)(
    '%s keeps a byte budget by quality, then by size',
    async (type) => {
      const body = busy(600, 600);
      const out = path.join(folder, `budget.${type}`);
      const request = { body, pageId: 'p', scale: 1, assetFile: noFile, type, out };
      const free = await painter.paintToFile(request);
      const maxBytes = Math.round(free.bytes * 0.6);
      const tight = await painter.paintToFile({ ...request, maxBytes });
      expect(tight.bytes).toBeLessThanOrEqual(maxBytes);
      expect(tight.scale).toBeGreaterThanOrEqual(0.6);
      expect((await readFile(out)).length).toBe(tight.bytes);
    },
  );

  test('an impossible budget is refused and the old file stays, with nothing beside it', async () => {
    const place = await mkdtemp(path.join(folder, 'budget-'));
    const out = path.join(place, 'page.jpg');
    await writeFile(out, 'old');
    const request = {
      body: busy(600, 600),
      pageId: 'p',
      scale: 1,
      assetFile: noFile,
      type: 'jpeg' as const,
      out,
    };
    await expect(painter.paintToFile({ ...request, maxBytes: 900 })).rejects.toMatchObject({
      code: 'invalid-input',
      detail: expect.objectContaining({ field: 'maxBytes' }),
    });
    expect(await readFile(out, 'utf8')).toBe('old');
    expect(await readdir(place)).toEqual(['page.jpg']);
  });

  test('cancelling leaves nothing behind', async () => {
    const place = await mkdtemp(path.join(folder, 'cancel-'));
    const controller = new AbortController();
    const out = path.join(place, 'page.avif');
    const request = {
      body: busy(1500, 1500),
      pageId: 'p',
      scale: 2,
      assetFile: noFile,
      type: 'avif' as const,
      out,
    };
    const running = painter.paintToFile({ ...request, signal: controller.signal });
    controller.abort();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(place)).toEqual([]);
  });

  test('a folder that is not there is a clear failure', async () => {
    const out = path.join(folder, 'nowhere', 'page.png');
    const request = {
      body: fixtureBody,
      pageId: 'p1',
      scale: 0.2,
      assetFile: noFile,
      type: 'png' as const,
      out,
    };
    await expect(painter.paintToFile(request)).rejects.toMatchObject({ code: 'not-found' });
  });
});

const flower = path.join(photos, 'pillow__exif_gps.jpg');
test.skipIf(!existsSync(flower))(
  'a real photo with a place in it (needs ../shared/testdata): no GPS in the export',
  async () => {
    const out = path.join(folder, 'gps.jpg');
    const body = designOf(300, 300, '#ffffff', {
      i: { ...imageDefaults, width: 300, height: 300, assetId: 'a' },
    });
    const painted = await painter.paintToFile({
      body,
      pageId: 'p',
      scale: 1,
      assetFile: () => flower,
      type: 'jpeg',
      out,
    });
    expect(painted.missingAssets).toEqual([]);
    expect((await sharp(await readFile(out)).metadata()).exif).toBeUndefined();
  },
);
