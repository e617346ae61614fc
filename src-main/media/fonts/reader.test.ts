import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateSync } from 'node:zlib';
import { GlobalFonts } from '@napi-rs/canvas';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fontFamilies } from '#shared/design/fonts.ts';
import { fontFiles } from '#main/media/painter/font-files.ts';
import { createFontReader } from './reader.ts';

const root = resolve(import.meta.dirname, '../../..');
const testdata = resolve(root, '../shared/testdata/fonts');
const woff2 = join(testdata, 'excalidraw__Xiaolai-Regular-829615148e6357d826b9242eb7fbbd1e.woff2');
const collection = join(testdata, 'fonts-wqy-microhei__wqy-microhei.ttc');
const fonts = createFontReader();
const bundled = fontFiles(root);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-fonts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readBytes(bytes: Uint8Array) {
  const path = join(folder, 'font.ttf');
  writeFileSync(path, bytes);
  return fonts.read(path);
}

const inter = bundled.find(({ id }) => id === 'inter-700');
const interPath = inter?.path ?? '';

it.each(['inter-400', 'inter-700', 'noto-sans-sc-700', 'playfair-display-700', 'bebas-neue-400'])(
  'agrees with the list of bundled fonts about %s',
  async (id) => {
    const file = bundled.find((each) => each.id === id);
    const family = fontFamilies.find((each) => each.family === file?.family);
    const [face, ...more] = await fonts.read(file?.path ?? '');
    expect(more).toEqual([]);
    expect(face?.name.startsWith(file?.family ?? '-')).toBe(true);
    expect(face).toMatchObject({ weight: file?.weight, style: 'normal', script: family?.script });
    expect(face?.ascent).toBeCloseTo(family?.ascent ?? 0, 2);
    expect(face?.descent).toBeCloseTo(family?.descent ?? 0, 2);
    expect(face).toMatchObject({ extension: 'ttf', embedding: 'installable' });
    expect(face?.licence).toContain('Open Font License');
  },
);

/** The same font as WOFF 1 (W3C WOFF File Format 1.0), each table deflated. */
function asWoff(font: Buffer): Buffer {
  const count = font.readUInt16BE(4);
  const directory = Buffer.alloc(44 + count * 20);
  const parts: Buffer[] = [directory];
  let at = directory.length;
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16;
    const start = font.readUInt32BE(entry + 8);
    const length = font.readUInt32BE(entry + 12);
    const table = font.subarray(start, start + length);
    const deflated = deflateSync(table);
    const packed = deflated.length < length ? deflated : table;
    const place = 44 + index * 20;
    font.copy(directory, place, entry, entry + 4);
    directory.writeUInt32BE(at, place + 4);
    directory.writeUInt32BE(packed.length, place + 8);
    directory.writeUInt32BE(length, place + 12);
    directory.writeUInt32BE(font.readUInt32BE(entry + 4), place + 16);
    const padding = Buffer.alloc((4 - (packed.length % 4)) % 4);
    parts.push(packed, padding);
    at += packed.length + padding.length;
  }
  directory.write('wOFF', 'latin1');
  font.copy(directory, 4, 0, 4);
  directory.writeUInt32BE(at, 8);
  directory.writeUInt16BE(count, 12);
  directory.writeUInt32BE(font.length, 16);
  return Buffer.concat(parts);
}

it('reads WOFF, and refuses one that is cut off', async () => {
  const woff = asWoff(readFileSync(interPath));
  expect(await readBytes(woff)).toMatchObject([{ name: 'Inter Bold', weight: 700, extension: 'woff' }]);
  await expect(readBytes(woff.subarray(0, woff.length / 2))).rejects.toMatchObject({
    code: 'unreadable-file',
  });
});

describe.skipIf(!existsSync(testdata))('fonts of the test data (needs ../shared/testdata)', () => {
  it('reads a compressed font', async () => {
    const [face] = await fonts.read(woff2);
    expect(face).toMatchObject({ name: 'Xiaolai SC', weight: 400, extension: 'woff2', ascent: 0.88 });
  });

  it('makes each face of a collection a font of its own, with Chinese names', async () => {
    const faces = await fonts.read(collection);
    expect(faces.map(({ name, chineseName }) => [name, chineseName])).toEqual([
      ['WenQuanYi Micro Hei', '文泉驿微米黑'],
      ['WenQuanYi Micro Hei Mono', '文泉驿等宽微米黑'],
    ]);
    expect(faces.map(({ script }) => script)).toEqual(['han', 'han']);
    for (const [index, face] of faces.entries()) {
      const [again] = await readBytes(face.bytes);
      expect(again).toMatchObject({ name: face.name, extension: 'ttf' });
      expect(GlobalFonts.register(Buffer.from(face.bytes), `reader-test-${index}`)).not.toBeNull();
    }
  });
});

describe('what is no font', () => {
  const refused = { code: 'unreadable-file', sentence: { en: expect.any(String), zh: expect.any(String) } };

  it.each([0, 3, 11, 300, 20_000])('refuses one cut off after %i bytes', async (bytes) => {
    await expect(readBytes(readFileSync(interPath).subarray(0, bytes))).rejects.toMatchObject(refused);
  });

  it('refuses a compressed one that claims to unfold to gigabytes, and a cut off one', async () => {
    const bomb = Buffer.alloc(4096);
    bomb.write('wOF2', 'latin1');
    bomb.writeUInt32BE(0xffff_fff0, 16);
    await expect(readBytes(bomb)).rejects.toMatchObject(refused);
    const endless = Buffer.from('ttcf\0\u0001\0\0\u00ff\u00ff\u00ff\u00ff', 'latin1');
    await expect(readBytes(endless)).rejects.toMatchObject(refused);
  });

  it.skipIf(!existsSync(woff2))('refuses a compressed font that is cut off', async () => {
    const whole = readFileSync(woff2);
    await expect(readBytes(whole.subarray(0, whole.length / 2))).rejects.toMatchObject(refused);
  });

  it('refuses what is larger than any font before reading it', async () => {
    const path = join(folder, 'large.ttf');
    writeFileSync(path, '');
    truncateSync(path, 61 * 1024 * 1024);
    await expect(fonts.read(path)).rejects.toMatchObject(refused);
  });

  it('never fails otherwise, whatever bytes are damaged', async () => {
    const whole = readFileSync(interPath);
    const damage = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const failure = await readBytes(bytes).then(
          () => null,
          (error: unknown) => error,
        );
        if (failure) expect(failure).toMatchObject(refused);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('ends when it is cancelled', async () => {
    await expect(fonts.read(interPath, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });
});
