import { describe, expect, test } from 'vitest';
import { characterStep, paragraphAround, wordAround } from './caret-moves.ts';

const cut = (text: string, { from, to }: { from: number; to: number }): string => text.slice(from, to);

describe('words and paragraphs around a place', () => {
  test('a double click takes a word in either language, also right behind it', () => {
    const text = 'Autumn sale, 秋日新品';
    expect(cut(text, wordAround(text, 2))).toBe('Autumn');
    expect(cut(text, wordAround(text, 6))).toBe('Autumn');
    expect(cut(text, wordAround(text, 9))).toBe('sale');
    expect(cut(text, wordAround(text, 13))).toBe('秋日');
    expect(cut(text, wordAround(text, text.length))).toBe('新品');
    expect(wordAround('', 0)).toEqual({ from: 0, to: 0 });
  });

  test('a triple click takes a paragraph without its newline', () => {
    const text = 'one\ntwo words\n\nlast';
    expect(cut(text, paragraphAround(text, 0))).toBe('one');
    expect(cut(text, paragraphAround(text, 7))).toBe('two words');
    expect(paragraphAround(text, 14)).toEqual({ from: 14, to: 14 });
    expect(cut(text, paragraphAround(text, text.length))).toBe('last');
  });

  test('an emoji of several code points is one character', () => {
    const text = 'a👩‍👩‍👧e\u0301';
    expect(characterStep(text, 1, 1)).toBe(9);
    expect(characterStep(text, 9, -1)).toBe(1);
    expect(characterStep(text, 9, 1)).toBe(text.length);
    expect(characterStep(text, 0, -1)).toBe(0);
    expect(characterStep(text, text.length, 1)).toBe(text.length);
  });
});
