import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textDifference } from './text-difference.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', '秋', '😀', '\n'), { maxLength: 12 })
  .map((all) => all.join(''));

test('describes any replacement at the caret, whatever letters are around it', () => {
  fc.assert(
    fc.property(text, text, text, text, (head, gone, typed, tail) => {
      const after = head + typed + tail;
      const found = textDifference(head + gone + tail, after, head.length + typed.length);
      const before = head + gone + tail;
      expect(before.slice(0, found.from) + found.insert + before.slice(found.to)).toBe(after);
      expect(found.to).toBeLessThanOrEqual(before.length - tail.length);
    }),
  );
});

test('a letter among equal ones is the one before the caret', () => {
  expect(textDifference('aaa', 'aaaa', 2)).toEqual({ from: 1, to: 1, insert: 'a' });
  expect(textDifference('aaaa', 'aaa', 1)).toEqual({ from: 1, to: 2, insert: '' });
});

test('a caret that fits no change still leaves the right text', () => {
  fc.assert(
    fc.property(text, text, fc.nat(20), (before, after, caret) => {
      const { from, to, insert } = textDifference(before, after, caret);
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
    }),
  );
});
