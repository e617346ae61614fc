import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countWords } from './count-words.ts';

it('counts Chinese by characters and Latin by words', () => {
  expect(countWords('今天 tea 很好喝。Do you like it?')).toMatchObject({ zi: 5, words: 10, sentences: 2 });
  expect(countWords("don't stop 3.5 times")).toMatchObject({ zi: 0, words: 4, sentences: 1 });
});

it('counts what readers see', () => {
  expect(countWords('👨‍👩‍👧 é\n\nb')).toMatchObject({
    characters: 4,
    charactersWithoutBlanks: 3,
    paragraphs: 2,
  });
  expect(countWords('')).toMatchObject({ characters: 0, words: 0, sentences: 0, paragraphs: 0, minutes: 0 });
});

it('reads 400 characters or 238 words a minute', () => {
  expect(countWords('字'.repeat(800)).minutes).toBeCloseTo(2);
  expect(countWords('word '.repeat(119)).minutes).toBeCloseTo(0.5);
});

it('never counts less for more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      expect(countWords(`${one}\n${other}`).words).toBe(countWords(one).words + countWords(other).words);
    }),
  );
});
