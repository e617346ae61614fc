import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

describe('Markdown as plain text', () => {
  it.each([
    ['# Head\nwords', 'Head\nwords'],
    ['#春天 #话题# words', '#春天 #话题# words'],
    ['- a\n    - b\n1. c', '• a\n    • b\n1. c'],
    ['- [ ] open\n- [x] done', '☐ open\n☑ done'],
    ['> said\n> again', 'said\nagain'],
    ['> [!TIP] hint\n> more', 'hint\nmore'],
    ['> [!WARNING]\n> careful', 'careful'],
    ['a\n---\nb', 'a\n\nb'],
    ['a\n![alt](asset:abc#half "cap")\nb', 'a\nb'],
    ['a ![x](https://a.example/b.png) b', 'a  b'],
    ['```ts\nlet *a* = 1;\n# no head\n```\nb', 'let *a* = 1;\n# no head\nb'],
    ['````\n```\n````', '```'],
    ['| a | **b** |\n| --- | --- |\n| 1 \\| 2 | x<br>y |', 'a | b\n1 | 2 | x y'],
    ['|  |  |\n| --- | --- |\n| 1 | 2 |', '1 | 2'],
    ['**b** *i* ~~s~~ `c*d*` <u>u</u>', 'b i s c*d* u'],
    ['[words](https://a.example/x_y)', 'words https://a.example/x_y'],
    ['https://a.example/x\\_y\\_z', 'https://a.example/x_y_z'],
    ['\\*no\\* 5\\_6 a&#32;b', '*no* 5_6 a b'],
    ['2*3*4 a_b_c <3 a & b', '2*3*4 a_b_c <3 a & b'],
  ])('%j', (markdown, plain) => {
    expect(plainText(markdown)).toBe(plain);
  });

  it('leaves words without marks as they are', () => {
    const words = fc
      .array(
        fc.constantFrom(
          '春天',
          'spring',
          '，',
          '。',
          ' ',
          '#tag',
          '@name',
          '：',
          '1',
          '(a)',
          '5 < 6',
          'a & b',
          '👍🏽',
          '“好”',
          '…',
          '/',
          '"',
          '\n',
        ),
        {
          maxLength: 30,
        },
      )
      .map((parts) =>
        parts
          .join('')
          .replace(/\n{3,}/g, '\n\n')
          .trim(),
      );
    fc.assert(
      fc.property(words, (text) => {
        expect(plainText(text)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('answers at once for hostile repeats', () => {
    for (const part of ['[', '**a', '| a ', '`', '![', '<u>', '&#', '\\', '> ', '```\n', '|---'])
      expect(typeof plainText(part.repeat(10_000))).toBe('string');
  });
});
