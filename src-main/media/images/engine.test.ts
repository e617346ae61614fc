import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImageEngine } from './engine.ts';
import { openPipeline, renderFrame } from './factory.ts';

const engine = createImageEngine();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-images-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An upright 96×64 picture whose four quarters differ, as PNG pixels. */
async function quarters(): Promise<Buffer> {
  const data = Buffer.alloc(96 * 64 * 3);
  for (let y = 0; y < 64; y += 1) {
    for (let x = 0; x < 96; x += 1) data.set([x < 48 ? 220 : 30, y < 32 ? 200 : 40, x * 2], (y * 96 + x) * 3);
  }
  return sharp(data, { raw: { width: 96, height: 64, channels: 3 } })
    .png()
    .toBuffer();
}

/**
 * Where the stored pixel (x, y) of a `width`×`height` upright picture comes from, by orientation
 * (EXIF 2.32, 4.6.4: what the 0th row and the 0th column of the stored picture show).
 */
const origins: Record<number, (x: number, y: number, width: number, height: number) => [number, number]> = {
  1: (x, y) => [x, y],
  2: (x, y, width) => [width - 1 - x, y],
  3: (x, y, width, height) => [width - 1 - x, height - 1 - y],
  4: (x, y, _, height) => [x, height - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, width) => [width - 1 - y, x],
  7: (x, y, width, height) => [width - 1 - y, height - 1 - x],
  8: (x, y, _, height) => [y, height - 1 - x],
};

/** The picture as a camera with that orientation stores it. */
async function asStored(upright: Buffer, orientation: number): Promise<Sharp> {
  const { data, info } = await sharp(upright).raw().toBuffer({ resolveWithObject: true });
  const isTurned = orientation > 4;
  const width = isTurned ? info.height : info.width;
  const height = isTurned ? info.width : info.height;
  const stored = Buffer.alloc(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [fromX, fromY] = origins[orientation]?.(x, y, info.width, info.height) ?? [x, y];
      const from = (fromY * info.width + fromX) * 3;
      stored.set(data.subarray(from, from + 3), (y * width + x) * 3);
    }
  }
  return sharp(stored, { raw: { width, height, channels: 3 } });
}

async function meanDifference(path: string, other: Buffer): Promise<number> {
  const [one, two] = await Promise.all([sharp(path).raw().toBuffer(), sharp(other).raw().toBuffer()]);
  expect(one.length).toBe(two.length);
  return one.reduce((sum, value, index) => sum + Math.abs(value - (two[index] ?? 0)), 0) / one.length;
}

describe('orientation', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('%i comes out upright everywhere', async (orientation) => {
    const upright = await quarters();
    const turned = await asStored(upright, orientation);
    const path = join(folder, 'in.jpg');
    await turned
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .withMetadata({ orientation })
      .toFile(path);
    expect(await engine.inspect(path)).toMatchObject({ width: 96, height: 64, orientation });
    const thumbnail = join(folder, 'thumbnail.webp');
    await engine.thumbnail({ in: path, out: thumbnail, maxSide: 480, type: 'webp' });
    expect(await meanDifference(thumbnail, upright)).toBeLessThan(4);
    const proxy = join(folder, 'proxy.png');
    await engine.proxy({ in: path, out: proxy, maxSide: 480 });
    expect(await meanDifference(proxy, upright)).toBeLessThan(2);
    const out = join(folder, 'fit.png');
    await engine.fit({ in: path, out, width: 96, height: 64, fit: 'cover', focus: 'center', type: 'png' });
    expect(await meanDifference(out, upright)).toBeLessThan(2);
  });
});

describe('what the factory lets in', () => {
  const svg = (content: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="10">${content}</svg>`;

  it('SVG loads no neighbour, neither by our path nor by its own', async () => {
    const create = { width: 20, height: 10, channels: 3, background: '#ff0000' } as const;
    await sharp({ create }).png().toFile(join(folder, 'neighbour.png'));
    const path = join(folder, 'in.svg');
    const neighbour = join(folder, 'neighbour.png');
    writeFileSync(
      path,
      svg(
        `<image width="20" height="10" xlink:href="neighbour.png"/><image width="20" height="10" href="file://${neighbour}"/>`,
      ),
    );
    await expect(openPipeline(path, { tolerance: 'lenient' }).metadata()).rejects.toThrow();
    const proxy = join(folder, 'proxy.png');
    await engine.proxy({ in: path, out: proxy, maxSide: 20 });
    const pixels = await sharp(proxy).raw().toBuffer();
    expect(pixels.every((value) => value === 0)).toBe(true);
  });

  it('renders SVG at the size asked for, not enlarged from its own', async () => {
    const path = join(folder, 'in.svg');
    writeFileSync(path, svg('<rect width="10" height="10"/>'));
    const written = await engine.proxy({ in: path, out: join(folder, 'proxy.png'), maxSide: 400 });
    expect(written).toMatchObject({ width: 400, height: 200 });
    const edge = await sharp(written.out)
      .extract({ left: 190, top: 100, width: 20, height: 1 })
      .raw()
      .toBuffer();
    // Drawn as a vector the edge is one pixel wide; enlarged from 20 pixels it would be twenty.
    expect([...edge].filter((value) => value > 20 && value < 235).length).toBeLessThanOrEqual(4);
  });

  it('gives straight alpha and three channels for grey', async () => {
    const half = Buffer.from(Array.from({ length: 64 }, () => [200, 100, 50, 128]).flat());
    const png = await sharp(half, { raw: { width: 8, height: 8, channels: 4 } })
      .png()
      .toBuffer();
    const frame = await renderFrame(openPipeline(png, { tolerance: 'strict' }).resize(4, 4));
    for (const [index, expected] of [200, 100, 50, 128].entries()) {
      expect(Math.abs((frame.data[index] ?? 0) - expected)).toBeLessThanOrEqual(1);
    }
    const grey = await sharp(png).removeAlpha().greyscale().jpeg().toBuffer();
    expect((await renderFrame(openPipeline(grey, { tolerance: 'strict' }))).channels).toBe(3);
  });
});

describe('importImage', () => {
  let assetsDir = '';
  let cacheDir = '';
  beforeEach(() => {
    assetsDir = join(folder, 'assets');
    cacheDir = join(folder, 'cache');
    mkdirSync(assetsDir);
    mkdirSync(cacheDir);
  });

  it('copies, looks and thumbnails; the same bytes again are the same asset', async () => {
    const path = join(folder, 'holiday.png.txt');
    await sharp(await quarters())
      .resize(960, 640)
      .webp()
      .toFile(path);
    const bytes = readFileSync(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const first = await engine.importImage({ in: path, assetsDir, cacheDir });
    expect(first).toMatchObject({ sha256, bytes: bytes.length, extension: 'webp', existed: false });
    expect(first.path).toBe(join(assetsDir, `${sha256}.webp`));
    expect(first.facts).toMatchObject({ type: 'image/webp', width: 960, height: 640, warnings: [] });
    expect(first.thumbnail).toMatchObject({
      width: 480,
      height: 320,
      out: join(cacheDir, `${sha256}-480.webp`),
    });
    expect(await engine.importImage({ in: path, assetsDir, cacheDir })).toMatchObject({
      sha256,
      existed: true,
    });
    expect(readdirSync(assetsDir)).toEqual([`${sha256}.webp`]);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('a refused picture is named as people know it and leaves nothing', async () => {
    const path = join(folder, 'broken.jpg');
    const whole = await sharp(await quarters())
      .jpeg()
      .toBuffer();
    writeFileSync(path, whole.subarray(0, 120));
    await expect(engine.importImage({ in: path, assetsDir, cacheDir })).rejects.toMatchObject({
      code: 'unreadable-file',
      sentence: { en: expect.stringContaining('“broken.jpg”') as string },
    });
    expect([...readdirSync(assetsDir), ...readdirSync(cacheDir)]).toEqual([]);
  });

  it('a half-downloaded photo is kept with a warning, and not published', async () => {
    const path = join(folder, 'half.jpg');
    const whole = await sharp(await quarters())
      .resize(960, 640)
      .jpeg({ quality: 95 })
      .toBuffer();
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    const { facts } = await engine.importImage({ in: path, assetsDir, cacheDir });
    expect(facts.warnings).toEqual(['damaged']);
    const out = join(folder, 'out.jpg');
    const publishing = engine.fit({
      in: path,
      out,
      width: 9,
      height: 9,
      fit: 'cover',
      focus: 'center',
      type: 'jpeg',
    });
    await expect(publishing).rejects.toMatchObject({ code: 'unreadable-file' });
  });
});
