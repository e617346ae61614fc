import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sceneSeconds, sceneTexts, textWidth } from './scene-texts.ts';

test('sentences become scenes, short ones together', () => {
  expect(
    sceneTexts(
      'Fog lifts slowly over the harbour this morning. Wow. The first boats leave at six, as always.',
      'en',
    ),
  ).toEqual([
    'Fog lifts slowly over the harbour this morning. Wow.',
    'The first boats leave at six, as always.',
  ]);
  expect(
    sceneTexts('清晨的海边，雾气慢慢散开了。船出港了。第一缕阳光落在老渔港的石阶上，闪闪发亮。'),
  ).toEqual(['清晨的海边，雾气慢慢散开了。船出港了。', '第一缕阳光落在老渔港的石阶上，闪闪发亮。']);
});

test('marks of writing, hashtags and addresses do not come into the picture', () => {
  const text =
    '# A quiet town\n\n- **Tea** at [the pier](https://example.com/pier)\n\n#travel #sea\nhttps://example.com';
  expect(sceneTexts(text, 'en')).toEqual(['A quiet town', 'Tea at the pier']);
});

test('nothing comes of nothing', () => {
  for (const text of ['', '  \n\n ', '#only #tags']) expect(sceneTexts(text)).toEqual([]);
});

test('scenes keep every letter in order and stay within their width', () => {
  const letters = (text: string): string => text.replace(/[^\p{Letter}\p{Number}]/gu, '');
  const word = fc.constantFrom(
    '海',
    '风景',
    'boat',
    'é',
    'x12',
    '，',
    '。',
    '. ',
    ', ',
    ' ',
    '！',
    'supercalifragilistic',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 120 }), (words) => {
      const text = words.join('');
      const scenes = sceneTexts(text);
      expect(letters(scenes.join(''))).toBe(letters(text));
      for (const scene of scenes) expect(textWidth(scene)).toBeLessThanOrEqual(90);
    }),
  );
});

test('a scene stays long enough to be read, and never longer than 8 seconds', () => {
  expect(sceneSeconds('Hi')).toBe(2.5);
  expect(sceneSeconds('The first boats leave at six, as always.')).toBeCloseTo(3.7, 1);
  expect(sceneSeconds('第一缕阳光落在老渔港的石阶上，闪闪发亮。')).toBeGreaterThan(3.5);
  expect(sceneSeconds('word '.repeat(200))).toBe(8);
});
