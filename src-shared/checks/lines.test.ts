import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShippedLists } from '../../resources/word-lists/read-lists.ts';
import { linesOf } from '../platforms/counters/pieces.ts';
import { createWordFinder } from './find-words.ts';
import { fold } from './fold.ts';
import { compileLists, type NamedList, patternOf } from './lists.ts';
import { staysInLine } from './stays-in-line.ts';

const lists = readShippedLists();
const patterns = lists.flatMap(({ list }) =>
  list.entries.filter(({ pattern }) => pattern).map(({ word }) => word),
);
const words = lists.flatMap(({ list }) =>
  list.entries.filter(({ pattern }) => !pattern).flatMap(({ word, except = [] }) => [word, ...except]),
);

/** Texts of lines that hold what the lists look for, cut where it hurts. */
const part = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['60%', '3', '倍', 'no.', 'top', '1', '#', '{{name}}', '!!', '[link]', '【标题】', 'xxx', '____'],
      ...['13812345678', 'ann@galley.app', '6222 0212 3456', '7890 123', '2.5x faster', '预期收益', 'off'],
      ...['https://a.example', '(http://galley.app).', 'www.b.com,', 'http://', '#春天', '春。', 'One. Two'],
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom('\n', '\n\n', ' ', '\r\n', '。', '第一', '\u2028', 'A') },
  { weight: 1, arbitrary: fc.string({ maxLength: 4, unit: 'binary' }) },
);
const texts = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''));

/** The same lists with one word that lies across lines, so that every text is read as a whole. */
const acrossLines: NamedList = {
  ...(lists[0] ?? { id: '', name: { en: '', zh: '' } }),
  id: 'across',
  list: {
    ...{
      kind: 'sensitive',
      language: null,
      on: true,
      severity: 'note',
      platforms: [],
      source: '',
      why: { en: '', zh: '' },
    },
    entries: [{ word: 'never\n\u0007written' }],
  },
};

describe('reading line by line', () => {
  it('finds with every pattern what it finds in the whole text', () => {
    const inLine = patterns.filter(staysInLine);
    expect(inLine.length).toBeGreaterThan(patterns.length / 2);
    fc.assert(
      fc.property(texts, fc.constantFrom(...inLine), (text, source) => {
        const find = (line: string): string[] =>
          [...line.matchAll(patternOf(source) ?? /(?!)/g)].map(([found]) => found);
        expect(linesOf(text).flatMap(find)).toEqual(find(text));
      }),
    );
  });

  it.each([
    ...[
      'a\\s?b',
      '[^a]b',
      '^a',
      'a$',
      '\\W',
      '\\D',
      '\\P{L}',
      '\\p{Z}',
      'a\\nb',
      '[\\t-z]',
      '(?s:a.b)',
      '\\u000a',
    ],
    ...['(?<a>b)', '(a)\\1', 'a\nb', '[^\\\\n]', '\\B', '\\cJ', '\\x0a'],
  ])('takes no pattern that may leave its line: %s', (source) => {
    expect(staysInLine(source)).toBe(false);
  });

  it('finds with all lists what the whole text holds', () => {
    const byLine = compileLists(lists);
    const whole = compileLists([...lists, acrossLines]);
    fc.assert(
      fc.property(texts, (text) => {
        expect(byLine.hits(text)).toEqual(whole.hits(text));
      }),
    );
  });

  it('finds words where they stand in the whole text', () => {
    const finder = createWordFinder(words.map((word, group) => ({ word, except: [], group })));
    fc.assert(
      fc.property(texts, (text) => {
        let start = 0;
        const byLine = linesOf(text).flatMap((line) => {
          const from = start;
          start += line.length;
          return finder.find(fold(line)).map((hit) => ({ ...hit, from: hit.from + from, to: hit.to + from }));
        });
        expect(start).toBe(text.length);
        expect(byLine).toEqual(finder.find(fold(text)));
      }),
    );
  });
});
