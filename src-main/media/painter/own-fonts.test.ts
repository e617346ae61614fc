import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { createPainter } from '#main/media/painter/painter.ts';
import { fontFiles } from '#main/media/painter/font-files.ts';
import type { OwnFontFile, PaintRequest } from '#main/ports/painter.ts';

const projectRoot = path.resolve(import.meta.dirname, '../../..');
const painter = createPainter({ projectRoot, renderer: 'portable', processes: 1 });
afterAll(() => painter.close());

function body(fontFamily: string, text = 'Quick 199'): DesignBody {
  const node = { ...textDefaults, id: 'n', pageId: 'p', order: 'a0', text, fontFamily, width: 200 };
  const page = { id: 'p', name: '', order: 'a0', background: '#ffffff' };
  return { width: 200, height: 100, pages: { p: page }, nodes: { n: node } };
}

function paint(design: DesignBody, more: Partial<PaintRequest> = {}) {
  return painter.paint({ body: design, pageId: 'p', scale: 1, assetFile: () => null, ...more });
}

const face = fontFiles(projectRoot).find((each) => each.family === 'Lora');
// The same letters as Lora's, under an alias and with Lora's measures.
const own: OwnFontFile = {
  family: 'user-4f2a',
  weight: 400,
  path: face?.path ?? '',
  ascent: 1.006,
  descent: 0.274,
};

test('a font that the user brought is drawn and laid out by its alias', async () => {
  const expected = await paint(body('Lora'));
  const painted = await paint(body('user-4f2a'), { fonts: [own] });
  expect(painted.rgba.equals(expected.rgba)).toBe(true);
  expect(painted.missingGlyphs).toEqual([]);
});

test('font tokens stand for the families of the brand, and for the defaults without one', async () => {
  const choice = { family: 'Lora', weight: 400 };
  const expected = await paint(body('Lora'));
  const branded = await paint(body('token:body'), { fontTokens: { heading: choice, body: choice } });
  expect(branded.rgba.equals(expected.rgba)).toBe(true);
  const plain = await paint(body('token:body'));
  expect(plain.rgba.equals((await paint(body('Noto Sans SC'))).rgba)).toBe(true);
});

test('a font file that cannot be read is refused with its name', async () => {
  const broken = { ...own, family: 'user-broken', path: path.join(import.meta.dirname, 'own-fonts.test.ts') };
  await expect(paint(body('user-broken'), { fonts: [broken] })).rejects.toMatchObject({
    code: 'unreadable-file',
  });
});

test('a design with emoji and one with WenKai find their families registered when they come', async () => {
  expect((await paint(body('Inter', 'a🎉'))).missingGlyphs).toEqual([]);
  const wenkai = await paint(body('LXGW WenKai', '文楷'));
  expect(wenkai.rgba.equals((await paint(body('Noto Sans SC', '文楷'))).rgba)).toBe(false);
});
