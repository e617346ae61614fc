import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import { createPainter } from '#main/media/painter/painter.ts';
import { readShippedPack } from '../../../resources/platforms/read-pack.ts';
import type { PackageTools } from './package-types.ts';
import { renderStill } from './render-media.ts';

const painter = createPainter({ projectRoot: resolve(import.meta.dirname, '../../..'), processes: 1 });
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-still-'));
});
afterAll(async () => {
  painter.close();
  await rm(folder, { recursive: true, force: true });
});

test('a design in a package wears the brand of its workspace', async () => {
  const pack = readShippedPack();
  const profile = formatProfile(pack, 'x/post');
  const { image } = profile;
  if (!image) throw new Error('X posts show pictures.');
  const body = emptyDesign(800, 450, 'page');
  body.pages['page'] = { id: 'page', name: '', order: 'a0', background: 'token:accent' };
  const size = { width: 320, height: 180 };
  const file = await renderStill(
    // Only the painter is asked for a design.
    { painter, pack } as PackageTools,
    profile,
    image,
    {
      name: 'Accent',
      facts: { kind: 'image', type: 'image/png', bytes: 0, ...size, duration: 0, alt: '', name: 'Accent' },
      alt: '',
      crop: null,
      trim: null,
      coverAt: null,
      source: {
        kind: 'design',
        body,
        pageId: 'page',
        assetFile: () => null,
        look: { tokens: { accent: '#0a7d3c' } },
      },
    },
    size,
    { dir: folder, stem: 'accent', force: false },
    new AbortController().signal,
    size,
  );
  const { data } = await sharp(file.path).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([...data.subarray(0, 3)]).toEqual([0x0a, 0x7d, 0x3c]);
});
