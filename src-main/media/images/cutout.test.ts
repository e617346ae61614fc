import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutOutImage } from './cutout.ts';

const photos = resolve(import.meta.dirname, '../../../../shared/testdata/photos');
const options = { tolerance: 18, everywhere: false, feather: 1 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-cutout-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function alphaAt(file: string, x: number, y: number): Promise<number> {
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return data[(y * info.width + x) * 4 + 3] ?? -1;
}

/** A red square before a wall that grows darker from left to right. */
async function product(file: string, orientation: number): Promise<void> {
  const [width, height] = [300, 200];
  const data = Buffer.alloc(width * height * 3);
  for (let index = 0; index < width * height; index += 1) {
    const [x, y] = [index % width, Math.floor(index / width)];
    const subject = x >= 100 && x < 180 && y >= 60 && y < 140;
    const wall = 240 - x / 12;
    data.set(subject ? [200, 30, 40] : [wall, wall, wall + 4], index * 3);
  }
  const pipeline = sharp(data, { raw: { width, height, channels: 3 } });
  await pipeline.withMetadata({ orientation }).jpeg({ quality: 95 }).toFile(file);
}

test('a product before a wall, upright by its EXIF orientation, told as it goes', async () => {
  const file = join(folder, 'product.jpg');
  await product(file, 6);
  const out = join(folder, 'product.png');
  const told: number[] = [];
  const written = await cutOutImage({ in: file, out, ...options, onProgress: (share) => told.push(share) });
  expect([written.width, written.height]).toEqual([200, 300]);
  expect(await alphaAt(out, 3, 3)).toBe(0);
  expect(await alphaAt(out, 196, 296)).toBe(0);
  // (140, 100) of the stored pixels.
  expect(await alphaAt(out, 99, 140)).toBe(255);
  expect(told.at(-1)).toBe(1);
  expect(told.toSorted((one, other) => one - other)).toEqual(told);
});

test('cancelling leaves nothing', async () => {
  const file = join(folder, 'cancelled.jpg');
  await product(file, 1);
  const controller = new AbortController();
  const out = join(folder, 'cancelled.png');
  const running = cutOutImage(
    { in: file, out, ...options, onProgress: () => controller.abort() },
    controller.signal,
  );
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  expect((await readdir(folder)).filter((name) => name.includes('cancelled'))).toEqual(['cancelled.jpg']);
});

const flower = join(photos, 'test-assets__polemonium_reptans.jpg');
test.skipIf(!existsSync(flower))('a real flower (needs ../shared/testdata)', async () => {
  const out = join(folder, 'flower.png');
  await cutOutImage({ in: flower, out, ...options, tolerance: 25 });
  expect(await alphaAt(out, 4, 4)).toBe(0);
  expect(await alphaAt(out, 262, 120)).toBeGreaterThan(250);
});
