import { expect, it } from 'vitest';
import { tokensOf } from './tokens.ts';

it('colours links, tags and mentions', () => {
  expect(tokensOf('see https://a.io/x #one @bob', '#tag').map((token) => token.kind)).toEqual([
    'plain',
    'link',
    'plain',
    'tag',
    'plain',
    'mention',
  ]);
});

it('takes closed topics on platforms that write them so', () => {
  const tokens = tokensOf('早安#春天 来了#，走', '#tag#');
  expect(tokens[1]).toEqual({ text: '#春天 来了#', kind: 'tag' });
});

it('loses no character', () => {
  const text = '看 https://example.com/a。#话题# @小王 end\n\n#x';
  for (const syntax of ['#tag', '#tag#', 'none'] as const) {
    expect(
      tokensOf(text, syntax)
        .map((token) => token.text)
        .join(''),
    ).toBe(text);
  }
});
