import path from 'node:path';
import { expect, test } from 'vitest';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { fontFiles } from '#main/media/painter/font-files.ts';
import { missingGlyphs, substituteFor } from '#main/media/painter/glyph-coverage.ts';

const fonts = fontFiles(path.resolve(import.meta.dirname, '../../..'));

function textNode(text: string, fontFamily: string): DesignNode {
  return { ...textDefaults, id: 't', pageId: 'p', order: 'a0', text, fontFamily };
}

test('Chinese, Latin and punctuation are there in every family, by its own font or a fallback', () => {
  for (const family of new Set(fonts.map((font) => font.family))) {
    expect(missingGlyphs([textNode('永和九年，“Galley” é ß Ω ￥ — …\n\t《》', family)], fonts)).toEqual([]);
  }
});

test('emoji are bundled; scripts without a bundled font are named, once each', () => {
  expect(missingGlyphs([textNode('a😀😀 ก', 'Inter'), textNode('😀️', 'Bebas Neue')], fonts)).toEqual(['ก']);
});

test('runs are looked up in their own family, and a character is offered a family that has it', () => {
  const runs = [{ start: 0, end: 1, fontFamily: 'LXGW WenKai' }];
  expect(missingGlyphs([{ ...textNode('霞ก鹜', 'Anton'), runs } as DesignNode], fonts)).toEqual(['ก']);
  expect(substituteFor('汉', fonts)).toBe('Noto Sans SC');
  expect(substituteFor('👍', fonts)).toBe('Noto Color Emoji');
  expect(substituteFor('ก', fonts)).toBeNull();
});
