import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Thread } from '../domain/post.ts';
import { counters } from '../platforms/counters/all.ts';
import { shortened } from './shorten.ts';
import { splitThread } from './split-thread.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '今天天气很好。',
    '我们去公园，看花！',
    'A short sentence. ',
    'Another one, with a clause; ',
    '👨‍👩‍👧‍👦',
    '🇨🇳',
    'e\u0301',
    'https://example.com/a/b?c=1 ',
    ' #春天# ',
    '@somebody ',
    '\n\n',
    '\n',
    ' ',
    '**bold words**',
    '字'.repeat(30),
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const words = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
const units = ['x-weighted', 'grapheme', 'mastodon', 'threads', 'utf8-byte', 'zi'] as const;
const thread: fc.Arbitrary<Thread> = fc.record({
  numbering: fc.constantFrom('slash', 'brackets', 'none'),
  place: fc.constantFrom('start', 'end'),
});
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const startsOf = (text: string) => new Set([...segmenter.segment(text)].map(({ index }) => index));

describe('a thread', () => {
  it('ends parts at sentences and numbers them', () => {
    const text = '第一句话说完了。第二句话也说完了。第三句。';
    const over = (part: string) => (part.length <= 14 ? null : 14);
    expect(splitThread([text], { numbering: 'slash', place: 'end' }, over).parts).toEqual([
      '第一句话说完了。 1/3',
      '第二句话也说完了。 2/3',
      '第三句。 3/3',
    ]);
  });

  it('leaves one part without a number and parts where it is told to', () => {
    expect(splitThread(['short'], { numbering: 'slash', place: 'start' }, () => null).parts).toEqual([
      'short',
    ]);
    expect(splitThread(['one', 'two'], { numbering: 'brackets', place: 'start' }, () => null).parts).toEqual([
      '(1/2) one',
      '(2/2) two',
    ]);
  });

  it('leaves links whole', () => {
    const text = `${'words '.repeat(8)}https://example.com/long/address/here and more`;
    const { parts } = splitThread([text], { numbering: 'none', place: 'end' }, (part) =>
      part.length <= 60 ? null : 60,
    );
    expect(parts.some((part) => part.includes('https://example.com/long/address/here'))).toBe(true);
  });

  it('holds all of the text, in parts that fit, cut between graphemes', () => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 3 }),
        thread,
        fc.constantFrom(...units),
        fc.integer({ min: 40, max: 120 }),
        (sections, how, unit, limit) => {
          const fits = (part: string) => counters[unit].count(part) <= limit;
          const { parts, pieces } = splitThread(
            sections,
            how,
            (part) => counters[unit].measure(part, limit).overflowAt,
          );
          for (const part of parts) expect(fits(part)).toBe(true);
          for (const [at, section] of sections.entries()) {
            const own = pieces.filter((each) => each.section === at);
            const starts = startsOf(section).add(section.length);
            let last = 0;
            for (const { start, end } of own) {
              expect(section.slice(last, start).trim()).toBe('');
              expect(starts.has(start)).toBe(true);
              expect(starts.has(end)).toBe(true);
              last = end;
            }
            expect(section.slice(last).trim()).toBe('');
          }
          for (const [at, { section, start, end }] of pieces.entries()) {
            expect(parts[at]).toContain(sections[section]?.slice(start, end));
          }
        },
      ),
    );
  });
});

describe('a shortened text', () => {
  it('ends at a sentence, else a clause, else a word', () => {
    const to = (limit: number) => (text: string) => text.length <= limit;
    expect(shortened('第一句完整的话在这里。第二句也是这样。', to(14))).toBe('第一句完整的话在这里。');
    expect(shortened('春天来了，花都开了，我们去看看好不好', to(12))).toBe('春天来了，花都开了…');
    expect(shortened('several words without any mark at all', to(16))).toBe('several words…');
    expect(shortened('several words without any mark at all', to(16), false)).toBe('several words');
    expect(shortened('fits', to(16))).toBe('fits');
  });

  it('never exceeds its limit, starts like the text and splits no grapheme', () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(...units),
        fc.integer({ min: 0, max: 90 }),
        fc.boolean(),
        (text, unit, limit, mark) => {
          const fits = (each: string) => counters[unit].count(each) <= limit;
          const short = shortened(text, fits, mark);
          expect(fits(short)).toBe(true);
          if (short === text) return;
          const plain = short.endsWith('…') && !text.startsWith(short) ? short.slice(0, -1) : short;
          expect(text.startsWith(plain)).toBe(true);
          expect(startsOf(text).has(plain.length) || plain.length === text.length || plain === '').toBe(true);
        },
      ),
    );
  });
});
