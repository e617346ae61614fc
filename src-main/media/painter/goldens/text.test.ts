import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPainter } from '#main/media/painter/painter.ts';
import type { Painter } from '#main/ports/painter.ts';
import { expectGolden } from './golden.ts';
import { textCases } from './test-text-gallery.ts';

const projectRoot = path.resolve(import.meta.dirname, '../../../..');
const cases = textCases('photo');

let painter: Painter;
let folder: string;

beforeAll(async () => {
  painter = createPainter({ projectRoot, renderer: 'portable', processes: 1 });
  folder = await mkdtemp(path.join(os.tmpdir(), 'galley-text-goldens-'));
  const stripes = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="90" height="60" fill="#1f7a5c"/>' +
      '<path d="M0 20h90v20H0z" fill="#e8b55c"/><path d="M0 40h90v20H0z" fill="#c8321f"/></svg>',
  );
  await sharp(stripes).png().toFile(path.join(folder, 'photo.png'));
});
afterAll(async () => {
  painter.close();
  await rm(folder, { recursive: true, force: true });
});

/** Cases whose whole size would make large files. */
const large = new Set(['text-emoji', 'text-ellipsis', 'text-gradient', 'vertical-mixed', 'vertical-poem']);

test.each(Object.keys(cases))('%s looks as its golden', async (name) => {
  const body = cases[name];
  if (!body) throw new Error(name);
  const painted = await painter.paint({
    body,
    pageId: 'p',
    scale: large.has(name) ? 0.6 : 1,
    assetFile: () => path.join(folder, 'photo.png'),
  });
  expect(painted.missingAssets).toEqual([]);
  expect(painted.missingGlyphs).toEqual([]);
  await expectGolden(name, painted);
});
