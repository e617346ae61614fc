import { expect, test } from 'vitest';
import { familiesIn, filterFamilies, isFontFile, withRecent } from './families.ts';

const face = (
  family: string,
  zh: string,
  weight: number,
  script: 'han' | 'latin' | 'emoji',
  own = false,
) => ({
  id: `${family}-${weight}`,
  family,
  name: { en: own ? 'Harbour Hand' : family, zh },
  weight,
  style: 'normal' as const,
  script,
  url: '',
  own,
  ascent: 0.9,
  descent: 0.1,
  note: null,
});

const families = familiesIn([
  face('Noto Sans SC', '思源黑体', 700, 'han'),
  face('Noto Sans SC', '思源黑体', 400, 'han'),
  face('Inter', 'Inter', 400, 'latin'),
  face('Noto Color Emoji', '表情符号', 400, 'emoji'),
  face('user-1f', '港湾手写', 400, 'latin', true),
]);

test('families carry their weights in order; emoji are not for choosing', () => {
  expect(families.map(({ family, weights }) => [family, weights])).toEqual([
    ['Noto Sans SC', [400, 700]],
    ['Inter', [400]],
    ['user-1f', [400]],
  ]);
});

test('a search finds names of both languages, never the alias of an own font', () => {
  const found = (search: string) => filterFamilies(families, 'all', search).map(({ family }) => family);
  expect(found('思源')).toEqual(['Noto Sans SC']);
  expect(found('sans noto')).toEqual(['Noto Sans SC']);
  expect(found('harbour')).toEqual(['user-1f']);
  expect(found('user')).toEqual([]);
  expect(filterFamilies(families, 'own', '').map(({ family }) => family)).toEqual(['user-1f']);
  expect(filterFamilies(families, 'han', 'inter')).toEqual([]);
});

test('the five used last are kept, each once, newest first', () => {
  expect(['a', 'b', 'c', 'd', 'e', 'f', 'b'].reduce<string[]>(withRecent, [])).toEqual([
    'b',
    'f',
    'e',
    'd',
    'c',
  ]);
});

test('font files are known by their endings', () => {
  expect(['a.ttf', 'B.OTF', 'c.woff2', 'd.ttc'].every((name) => isFontFile({ name }))).toBe(true);
  expect(['a.png', 'ttf', 'a.ttf.zip'].some((name) => isFontFile({ name }))).toBe(false);
});
