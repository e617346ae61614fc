import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { GalleyError } from '#shared/contract/failure.ts';
import { createImageEngine } from './engine.ts';

const photos = resolve('../shared/testdata/photos');
const hasPhotos = existsSync(photos);
const engine = createImageEngine();
const folder = mkdtempSync(join(tmpdir(), 'galley-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));

const marks = [
  'Exif\0\0',
  'http://ns.adobe.com',
  'Photoshop 3.0',
  'GPSLatitude',
  'MPF\0',
  'ftypmp4',
  'ftypisom',
  'hdrgm',
];

/** Files no picture can be made of, as found in the collection. */
const refusedNames = [
  'pillow__12bit.cropped.tif',
  'pillow__broken.png',
  'pillow__crash-86214e58da443d2b80820cff9677a38a33dcbbca.tif',
  'pillow__decompression_bomb.ico',
  'pillow__hopper.psd',
  'pillow__libtiff_segfault.tif',
  'pillow__oom-225817ca0f8c663be7ab4b9e717b02c661e66834.tif',
  'pillow__rgb32bf.bmp',
  'pillow__seek_too_large.tif',
  'pillow__shortfile.bmp',
  'pillow__star.avifs',
  'sharp__65536-uint32-limit.png',
  'sharp__corrupt-header.jpg',
  'sharp__invalid-illuminant.icc',
  'test-assets__8bit-sRGB.jxl',
];
/** Shown in the library, but not published: pixels are missing. */
const damagedNames = ['pillow__truncated_jpeg.jpg', 'sharp__truncated.jpg', 'sharp__truncated.png'];

function fit(name: string, out: string, width = 320, height = 400) {
  const path = join(photos, name);
  return engine.fit({
    in: path,
    out,
    width,
    height,
    fit: 'cover',
    focus: 'center',
    type: 'jpeg',
    force: true,
  });
}

async function pixels(path: string): Promise<Buffer> {
  return sharp(path).resize(32, 32, { fit: 'fill' }).removeAlpha().raw().toBuffer();
}

async function meanDifference(one: string, two: string): Promise<number> {
  const [left, right] = await Promise.all([pixels(one), pixels(two)]);
  return left.reduce((sum, value, index) => sum + Math.abs(value - (right[index] ?? 0)), 0) / left.length;
}

// Needs ../shared/testdata/photos; without it exactly these cases are skipped.
describe.skipIf(!hasPhotos)('every picture of the collection (needs ../shared/testdata)', () => {
  it('is decoded or refused with a sentence; nothing of its metadata stays', {
    timeout: 300_000,
  }, async () => {
    const refused: string[] = [];
    const damaged: string[] = [];
    let decoded = 0;
    for (const name of readdirSync(photos)) {
      const out = join(folder, `${name}.jpg`);
      try {
        await engine.inspect(join(photos, name));
        const preview = {
          in: join(photos, name),
          out: join(folder, `${name}.webp`),
          maxSide: 480,
          type: 'webp',
        } as const;
        const thumbnail = await engine.thumbnail(preview);
        expect(Math.max(thumbnail.width, thumbnail.height)).toBeLessThanOrEqual(480);
      } catch (error) {
        if (!(error instanceof GalleyError)) throw error;
        expect([name, error.code]).toEqual([name, 'unreadable-file']);
        expect(error.sentence.en).toContain(name);
        expect(error.sentence.zh).toContain(name);
        refused.push(name);
        continue;
      }
      try {
        expect(await fit(name, out)).toMatchObject({ width: 320, height: 400 });
      } catch (error) {
        expect([name, error instanceof GalleyError && error.code]).toEqual([name, 'unreadable-file']);
        damaged.push(name);
        continue;
      }
      decoded += 1;
      const bytes = readFileSync(out);
      for (const mark of marks) expect([name, mark, bytes.includes(mark)]).toEqual([name, mark, false]);
      const metadata = await sharp(out).metadata();
      expect(metadata).toMatchObject({ space: 'srgb', channels: 3, hasProfile: true });
      expect([name, metadata.exif, metadata.xmp, metadata.iptc]).toEqual([
        name,
        undefined,
        undefined,
        undefined,
      ]);
    }
    expect(refused).toEqual(refusedNames);
    expect(damaged).toEqual(damagedNames);
    expect(decoded).toBeGreaterThan(80);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('turned pictures look like the upright ones', async () => {
    const families = {
      'pillow__hopper.tif': /^pillow__hopper_orientation_/,
      'sharp__Portrait_2.jpg': /^sharp__Portrait_/,
    };
    for (const [upright, family] of Object.entries(families)) {
      const expected = join(folder, 'upright.jpg');
      await fit(upright, expected, 300, 300);
      const turned = readdirSync(photos).filter((name) => family.test(name));
      expect(turned.length).toBeGreaterThan(3);
      for (const name of turned) {
        const out = join(folder, 'turned.jpg');
        await fit(name, out, 300, 300);
        expect([name, await meanDifference(out, expected)]).toEqual([name, expect.closeTo(0, -1)]);
      }
    }
  });

  it('reads all four HEIC files upright, with camera and time, and names the clip inside', async () => {
    const samsung = join(photos, 'test-assets__samsung-one-ui-6.heic');
    expect(await engine.inspect(samsung)).toMatchObject({
      type: 'image/heic',
      width: 3000,
      height: 4000,
      camera: 'samsung SM-S906U',
      takenAt: '2024-01-12T21:38:53-08:00',
    });
    const { stripped } = await fit('test-assets__samsung-one-ui-6.heic', join(folder, 'samsung.jpg'));
    expect(stripped).toContain('motion-photo-video');
    // The same picture as JPEG-like formats, to prove colour and orientation.
    await fit('pillow__hopper.heif', join(folder, 'heif.jpg'), 128, 128);
    await fit('pillow__hopper.tif', join(folder, 'tif.jpg'), 128, 128);
    expect(await meanDifference(join(folder, 'heif.jpg'), join(folder, 'tif.jpg'))).toBeLessThan(6);
    expect((await fit('media__sample_MP.heic', join(folder, 'mp.jpg'))).stripped).toContain(
      'motion-photo-video',
    );
  });

  it('finds positions, and only real ones', async () => {
    const withLocation: string[] = [];
    for (const name of readdirSync(photos)) {
      if (refusedNames.includes(name)) continue;
      if ((await engine.inspect(join(photos, name))).hasLocation) withLocation.push(name);
    }
    expect(withLocation).toEqual(['media__tokyo.jpg', 'pillow__exif_gps.jpg']);
  });
});
