import path from 'node:path';
import { expect, test } from 'vitest';
import { fontFiles } from './font-files.ts';
import { reportGlyphs } from './glyph-report.ts';

const fonts = fontFiles(path.resolve(import.meta.dirname, '../../..'));

test('characters that no font of a text has are named once; what stands in is not missing', () => {
  const report = reportGlyphs(
    [
      { text: 'Sale 秋日 😀', family: 'Bebas Neue', weight: 400 },
      { text: 'ሰላም ሰ', family: 'Inter', weight: 700 },
    ],
    fonts,
  );
  expect(report.missing).toEqual(['ሰ', 'ላ', 'ም']);
  expect(report.substitute).toBeNull();
});

test('a family that has the missing characters is offered, one of the user as well', () => {
  const inter = fonts.find((font) => font.family === 'Inter');
  if (!inter) throw new Error('Inter is bundled.');
  const withoutThem = fonts.filter((font) => font.family === 'Bebas Neue');
  const own = { ...inter, id: 'user-1', family: 'user-1' };
  expect(reportGlyphs([{ text: 'Ж', family: 'Bebas Neue', weight: 400 }], [...withoutThem, own])).toEqual({
    missing: ['Ж'],
    substitute: 'user-1',
  });
});
