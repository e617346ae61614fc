import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPainter } from '#main/media/painter/painter.ts';
import type { PaintedPixels, Painter } from '#main/ports/painter.ts';
import { expectGolden } from './golden.ts';
import { galleryCases } from './test-gallery.ts';

const projectRoot = path.resolve(import.meta.dirname, '../../../..');
const cases = galleryCases('photo');

let painter: Painter;
let folder: string;

beforeAll(async () => {
  painter = createPainter({ projectRoot, renderer: 'portable', processes: 1 });
  folder = await mkdtemp(path.join(os.tmpdir(), 'galley-goldens-'));
  await sharp(sunrise(160, 120), { raw: { width: 160, height: 120, channels: 3 } })
    .png()
    .toFile(path.join(folder, 'photo.png'));
});
afterAll(async () => {
  painter.close();
  await rm(folder, { recursive: true, force: true });
});

/** A picture with a top, a bottom and a middle that can be told apart. */
function sunrise(width: number, height: number): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const x = at % width;
    const y = Math.floor(at / width);
    const sun = Math.hypot(x - width / 2, y - height / 2) < height / 4;
    const colour = sun ? [246, 241, 231] : y > height * 0.7 ? [31, 122, 92] : [90, 140 - y / 2, 200 - y];
    pixels.set(colour, at * 3);
  }
  return pixels;
}

/** Soft tones make large files; half the size shows them as well. */
const soft = new Set(['background', 'blur', 'mask-soft', 'picture-page', 'radial', 'shadow-of-text']);

function paint(name: string): Promise<PaintedPixels> {
  const body = cases[name];
  if (!body) throw new Error(name);
  return painter.paint({
    body,
    pageId: 'p',
    scale: soft.has(name) ? 0.5 : 1,
    assetFile: () => path.join(folder, 'photo.png'),
  });
}

test.each(Object.keys(cases))('%s looks as its golden', async (name) => {
  const painted = await paint(name);
  expect(painted.missingAssets).toEqual([]);
  await expectGolden(name, painted);
});
