import { expect, test } from 'vitest';
import { stretchesOf } from './use-missing-glyphs.ts';

test('characters without a glyph are found as stretches, beyond the basic plane too', () => {
  expect(stretchesOf('a\u{20000}\u{20001}b\u{20000}', new Set(['\u{20000}', '\u{20001}']))).toEqual([
    { from: 1, to: 5 },
    { from: 6, to: 8 },
  ]);
  expect(stretchesOf('plain', new Set(['x']))).toEqual([]);
});
