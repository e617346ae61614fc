import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FitRequest } from '#main/ports/image-engine.ts';
import { createImageEngine } from './engine.ts';

const engine = createImageEngine();
const folder = mkdtempSync(join(tmpdir(), 'galley-fit-'));
const results = mkdtempSync(join(tmpdir(), 'galley-fit-out-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(results, { recursive: true });
});
beforeEach(() => {
  for (const name of readdirSync(results)) rmSync(join(results, name));
});

const photo = join(folder, 'photo.jpg');
const drawing = join(folder, 'transparent.png');

/** Left third red, middle green, right blue, with noise enough that bytes cost something. */
beforeAll(async () => {
  const width = 1500;
  const height = 900;
  const data = Buffer.alloc(width * height * 3);
  let seed = 1;
  for (let index = 0; index < width * height; index += 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    const third = Math.floor(((index % width) * 3) / width);
    for (let channel = 0; channel < 3; channel += 1) {
      data[index * 3 + channel] = (channel === third ? 200 : 20) + ((seed >> (channel * 6)) % 50);
    }
  }
  await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .withExif({
      IFD0: { Make: 'SecretCamera' },
      IFD3: { GPSLatitude: '31/1 13/1 0/1', GPSLongitude: '121/1 28/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret-xmp/></x:xmpmeta>')
    .toFile(photo);
  const create = {
    width: 400,
    height: 200,
    channels: 4,
    background: { r: 0, g: 0, b: 0, alpha: 0 },
  } as const;
  await sharp({ create }).png().toFile(drawing);
});

function request(more: Partial<FitRequest>): FitRequest {
  const out = join(results, `out.${more.type ?? 'jpeg'}`);
  return { in: photo, out, width: 400, height: 500, fit: 'cover', focus: 'center', type: 'jpeg', ...more };
}

async function pixelAt(path: string, x: number, y: number): Promise<number[]> {
  const point = { left: x, top: y, width: 1, height: 1 };
  return [...(await sharp(path).extract(point).raw().toBuffer())];
}

/** Which of the thirds a pixel comes from, by its strongest channel. */
async function thirdAt(path: string, x: number, y: number): Promise<number> {
  const [red = 0, green = 0, blue = 0] = await pixelAt(path, x, y);
  return [red, green, blue].indexOf(Math.max(red, green, blue));
}

describe('fit', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    '%s: exact size, sRGB, nothing else inside',
    async (type) => {
      const result = await engine.fit(request({ type }));
      expect(result).toMatchObject({ width: 400, height: 500, type: `image/${type}` });
      expect(result.stripped).toEqual(expect.arrayContaining(['exif', 'gps', 'xmp']));
      const bytes = readFileSync(result.out);
      expect(bytes.length).toBe(result.bytes);
      for (const residue of [
        'SecretCamera',
        'secret-xmp',
        'Exif\0\0',
        'GPS',
        'ns.adobe.com',
        'Photoshop 3.0',
      ]) {
        expect([residue, bytes.includes(residue)]).toEqual([residue, false]);
      }
      const metadata = await sharp(result.out).metadata();
      expect(metadata).toMatchObject({ width: 400, height: 500, space: 'srgb', hasProfile: true });
      expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(readdirSync(results)).toEqual([`out.${type}`]);
    },
  );

  it('cover keeps the focus, and tells what it shows', async () => {
    const left = await engine.fit(request({ focus: { x: 0, y: 0.5 }, width: 300, height: 900 }));
    expect(left.crop).toEqual({ x: 0, y: 0, width: 0.2, height: 1 });
    expect(await thirdAt(left.out, 150, 450)).toBe(0);
    const right = await engine.fit(
      request({ focus: { x: 1, y: 0.5 }, width: 300, height: 900, force: true }),
    );
    expect(await thirdAt(right.out, 150, 450)).toBe(2);
  });

  it('uses only the crop, also when enlarging', async () => {
    const crop = { x: 0.7, y: 0.1, width: 0.2, height: 0.2 };
    for (const fit of ['cover', 'contain', 'blur'] as const) {
      const result = await engine.fit(request({ crop, fit, width: 1000, height: 600, force: true }));
      expect(result).toMatchObject({ width: 1000, height: 600 });
      expect(await thirdAt(result.out, 500, 300)).toBe(2);
      expect(result.crop.x).toBeGreaterThanOrEqual(0.699);
      expect(result.crop.x + result.crop.width).toBeLessThanOrEqual(0.901);
    }
  });

  it('auto stays inside and reports its window', async () => {
    const { crop } = await engine.fit(request({ focus: 'auto', width: 400, height: 900 }));
    expect(crop.x).toBeGreaterThanOrEqual(0);
    expect(crop.x + crop.width).toBeLessThanOrEqual(1.000001);
    expect(crop.width).toBeCloseTo((900 * 400) / 900 / 1500, 2);
  });

  it('contain adds bars of the background, blur adds none', async () => {
    const contain = await engine.fit(request({ fit: 'contain', type: 'png', background: '#102030' }));
    expect((await pixelAt(contain.out, 5, 5)).slice(0, 3)).toEqual([0x10, 0x20, 0x30]);
    expect(await thirdAt(contain.out, 200, 250)).toBe(1);
    expect(contain.crop).toEqual({ x: 0, y: 0, width: 1, height: 1 });
    const blur = await engine.fit(request({ fit: 'blur', type: 'webp' }));
    const corner = await pixelAt(blur.out, 200, 5);
    expect(Math.min(...corner)).toBeLessThan(230);
  });

  it('JPEG of transparency is white, PNG stays transparent', async () => {
    const jpeg = await engine.fit(request({ in: drawing }));
    expect(await pixelAt(jpeg.out, 10, 10)).toEqual([255, 255, 255]);
    const png = await engine.fit(request({ in: drawing, type: 'png' }));
    expect((await pixelAt(png.out, 10, 10))[3]).toBe(0);
  });

  it.each(['jpeg', 'webp', 'avif', 'png'] as const)('%s: stays under the byte limit', async (type) => {
    const free = await engine.fit(request({ type }));
    const maxBytes = Math.round(free.bytes * 0.6);
    const result = await engine.fit(request({ type, maxBytes, force: true }));
    expect(result.bytes).toBeLessThanOrEqual(maxBytes);
    expect(result.bytes).toBeGreaterThan(maxBytes * 0.4);
    expect(result.width).toBeGreaterThanOrEqual(240);
    expect(await sharp(result.out).metadata()).toMatchObject({ width: result.width, height: result.height });
  });

  it('refuses what cannot be done, and leaves nothing', async () => {
    const impossible: Partial<FitRequest>[] = [
      { maxBytes: 300 },
      { width: 0 },
      { height: 1.5 },
      { width: 40_000 },
      { quality: 0 },
      { maxBytes: -1 },
      { focus: { x: 2, y: 0 } },
      { crop: { x: 0.5, y: 0, width: 0.6, height: 1 } },
      { background: 'no-such-colour', fit: 'contain' },
    ];
    for (const wish of impossible) {
      await expect(engine.fit(request(wish)), JSON.stringify(wish)).rejects.toMatchObject({
        code: 'invalid-input',
      });
    }
    expect(readdirSync(results)).toEqual([]);
  });

  it('keeps an existing file without force, and cancels cleanly', async () => {
    writeFileSync(join(results, 'out.jpeg'), 'mine');
    await expect(engine.fit(request({}))).rejects.toMatchObject({ code: 'invalid-input' });
    expect(readFileSync(join(results, 'out.jpeg'), 'utf8')).toBe('mine');
    const stop = new AbortController();
    const cancelling = engine.fit(request({ type: 'png', maxBytes: 10_000 }), stop.signal);
    stop.abort();
    await expect(cancelling).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(results)).toEqual(['out.jpeg']);
  });
});
