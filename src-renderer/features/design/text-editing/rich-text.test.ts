import { expect, test } from 'vitest';
import { textDefaults, type TextNode } from '#shared/design/layers/text.ts';
import { copyRange, pasteInto, plainWords, readCopied } from './rich-text.ts';
import { valuesIn, withStyle } from './text-styles.ts';

const node: TextNode = { ...textDefaults, id: 'a', pageId: 'p', order: 'a', text: 'red green blue' };
const styled = withStyle(node, { from: 4, to: 9 }, { colour: '#00aa00', underline: true });

test('copied characters keep their looks where they are pasted, and nothing around them changes', () => {
  const copied = readCopied(JSON.stringify(copyRange(styled, 2, 7)));
  expect(copied?.text).toBe('d gre');
  if (!copied) return;
  const { node: pasted, caret } = pasteInto(node, 0, 4, copied);
  expect(pasted.text).toBe('d gregreen blue');
  expect(caret).toBe(5);
  expect([...valuesIn(pasted, { from: 2, to: 5 }, 'colour')]).toEqual(['#00aa00']);
  expect([...valuesIn(pasted, { from: 0, to: 2 }, 'underline')]).toEqual([false]);
  expect([...valuesIn(pasted, { from: 5, to: 15 }, 'underline')]).toEqual([false]);
});

test('what is not ours is refused, and words from elsewhere are cleaned', () => {
  expect(readCopied('{"text": 3}')).toBeNull();
  expect(readCopied('<b>bold</b>')).toBeNull();
  expect(plainWords('one\r\ntwo\u2028three\u0000\tfour')).toBe('one\ntwo\nthree\tfour');
});

test('a text never grows beyond what it may hold', () => {
  const long = { ...node, text: 'x'.repeat(99_999) };
  expect(pasteInto(long, 0, 0, { text: 'abc', runs: [] }).node.text).toHaveLength(100_000);
});
