import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { designFormat } from '#shared/design/document.ts';
import fixture from '#shared/design/fixtures/design-v1.json' with { type: 'json' };
import { readDocument } from '#shared/documents/envelope.ts';
import { createPainter } from '#main/media/painter/painter.ts';
import type { Painter } from '#main/ports/painter.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let painter: Painter;

beforeAll(() => {
  painter = createPainter({ projectRoot: root, renderer: 'portable', processes: 1 });
});
afterAll(() => painter.close());

/** Where and how much the page differs from what the last painter of version 1 (commit 6fd8619) made of it. */
async function differenceFrom(pageId: 'front' | 'back') {
  const { body } = readDocument(designFormat, fixture);
  const { width, rgba } = await painter.paint({ body, pageId, scale: 1, assetFile: () => null });
  const file = path.join(root, 'src-shared/design/fixtures', `design-v1-${pageId}.png`);
  const before = await sharp(readFileSync(file)).ensureAlpha().raw().toBuffer();
  const places: { x: number; y: number; levels: number }[] = [];
  for (let at = 0; at < rgba.length; at += 4) {
    let levels = 0;
    for (let channel = 0; channel < 4; channel += 1)
      levels = Math.max(levels, Math.abs((rgba[at + channel] ?? 0) - (before[at + channel] ?? 0)));
    if (levels > 2) places.push({ x: (at / 4) % width, y: Math.floor(at / 4 / width), levels });
  }
  return places;
}

test('Chinese lines and shapes of version 1 look as they did', async () => {
  expect(await differenceFrom('back')).toEqual([]);
});

test('only a half transparent layer with a stroke looks different: it is one sheet now', async () => {
  const places = await differenceFrom('front');
  // Fill and stroke showed through each other before; its box, turned by four degrees.
  const outside = places.filter(({ x, y }) => x < 24 || x > 456 || y < 234 || y > 396);
  expect(outside).toEqual([]);
  expect(Math.max(0, ...places.map(({ levels }) => levels))).toBeLessThanOrEqual(32);
});
