import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { readShippedPack } from '../../../resources/platforms/read-pack.ts';
import { units } from '../rule-pack.ts';

import { counters } from './all.ts';
import { linesOf, piecesOfLine } from './pieces.ts';

const pack = readShippedPack();
const emojiFile = new URL('../../../../shared/testdata/text/unicode-data__emoji-test.txt', import.meta.url);
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Words with everything that counts oddly, without links, so that every counter adds up by grapheme. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('你好', '👨‍👩‍👧‍👦', '👍🏽', '🇨🇳', 'e\u0301', '…', '“', '1️⃣', ' ', '\r\n', '©', '한', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'),
);
const words = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(' ').replace(/[.@:＠]/g, ' '));
const links = fc.constantFrom(
  'https://example.com/abc?d=1',
  ' example.com ',
  '@alice@example.social',
  'http://t.cn/A6abc',
);
const anything = fc.array(fc.oneof(piece, links), { maxLength: 30 }).map((parts) => parts.join(''));

function expand(text: string): string {
  const [, times, unit] = /^(\d+) × (.+)$/.exec(text) ?? [];
  return unit === undefined ? text : unit.repeat(Number(times));
}

describe('vectors of the rule pack', () => {
  for (const unit of units) {
    for (const [text, expected] of pack.counters[unit]?.vectors ?? []) {
      it(`${unit}: ${text}`, () => {
        const count = counters[unit].count(expand(text));
        if (typeof expected === 'number') expect(count).toBe(expected);
        else expect([count, counters['utf8-byte'].count(expand(text))]).toEqual(expected);
      });
    }
  }
});

describe.each(units)('%s', (unit) => {
  const counter = counters[unit];

  it('points at the first grapheme that does not fit', () => {
    fc.assert(
      fc.property(words, fc.nat(40), (text, limit) => {
        const { count, overflowAt } = counter.measure(text, limit);
        expect(count).toBe(counter.count(text));
        const starts = [...segmenter.segment(text)].map(({ index }) => index);
        const ends = [...starts.slice(1), text.length];
        const first = ends.findIndex((end) => counter.count(text.slice(0, end)) > limit);
        expect(overflowAt).toBe(first < 0 ? null : starts[first]);
      }),
    );
  });

  it('never splits a grapheme, and what stands before the overflow fits', () => {
    fc.assert(
      fc.property(anything, fc.nat(60), (text, limit) => {
        const { count, overflowAt } = counter.measure(text, limit);
        expect(overflowAt === null).toBe(count <= limit);
        if (overflowAt === null) return;
        expect(segmenter.segment(text).containing(overflowAt)?.index).toBe(overflowAt);
      }),
    );
  });

  it('does not shrink when words are added', () => {
    fc.assert(
      fc.property(words, words, (text, more) => {
        expect(counter.count(`${text} ${more}`)).toBeGreaterThanOrEqual(counter.count(text));
      }),
    );
  });

  it('counts empty text as nothing', () => {
    expect(counter.measure('', 0)).toEqual({ count: 0, overflowAt: null });
  });
});

/** Long texts of every kind, so that they are counted in many pieces. */
const longText = fc
  .array(
    fc.oneof(
      piece,
      links,
      fc.constantFrom(
        '春天来了万物复苏，',
        'ends.',
        '例子.com',
        '/p',
        '@',
        ' ',
        '\n',
        '\r',
        '\u0301',
        '\u20e3',
      ),
    ),
    { minLength: 30, maxLength: 150 },
  )
  .map((parts) => parts.join(''));

describe('counting in pieces', () => {
  it('leaves the text as it is and no grapheme across two pieces', () => {
    fc.assert(
      fc.property(longText, (text) => {
        const pieces = linesOf(text).flatMap(piecesOfLine);
        expect(pieces.join('')).toBe(text);
        const starts = new Set([...segmenter.segment(text)].map(({ index }) => index));
        let at = 0;
        for (const each of pieces) {
          expect(starts.has(at)).toBe(true);
          at += each.length;
        }
      }),
    );
  });

  it.each(units)('%s: is the same as counting the whole', (unit) => {
    fc.assert(
      fc.property(longText, (text) => {
        // One character more or less in front moves every border but the ones that the text itself makes.
        const alone = counters[unit].count(`${text}`);
        const pushed = counters[unit].count(`字${'\n'.repeat(60)}${text}`);
        const front = counters[unit].measure(`字${'\n'.repeat(60)}`, null).count;
        expect(Math.abs(pushed - front - alone)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('weighs links on X as its own library does, wherever they stand in a long text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            links,
            fc.constantFrom('春天来了万物复苏，', '记录', 'plain words ', '例子.com', '\n', ' '),
          ),
        ),
        (parts) => {
          const text = parts.join('');
          expect(counters['x-weighted'].count(text)).toBe(twitter.parseTweet(text).weightedLength);
        },
      ),
    );
  });

  it('grows with what is appended, in every unit', () => {
    fc.assert(
      fc.property(longText, fc.constantFrom(...units), (text, unit) => {
        const cut = Math.floor(text.length / 2);
        const { count, overflowAt } = counters[unit].measure(text, 100);
        expect(overflowAt === null).toBe(count <= 100);
        if (overflowAt !== null) {
          const starts = new Set([...segmenter.segment(text)].map(({ index }) => index));
          expect(starts.has(overflowAt)).toBe(true);
        }
        expect(counters[unit].count(`${text.slice(0, cut)} 字`)).toBeGreaterThanOrEqual(
          counters[unit].count(`${text.slice(0, cut)} `),
        );
      }),
    );
  });
});

describe('x-weighted against X’s own library', () => {
  it('agrees on text and links', () => {
    const plain = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary-ascii', maxLength: 8 }),
        links,
        fc.constantFrom('你好', '…', 'é', '€', '👋', '🇨🇳'),
      ),
    );
    fc.assert(
      fc.property(plain, (parts) => {
        const text = parts.join('');
        expect(counters['x-weighted'].count(text)).toBe(twitter.parseTweet(text).weightedLength);
      }),
    );
  });

  it('starts the overflow where a link that does not fit starts', () => {
    const text = `${'a'.repeat(265)} https://example.com/long/path and more`;
    expect(counters['x-weighted'].measure(text, 280)).toEqual({ count: 298, overflowAt: 266 });
    expect(twitter.parseTweet(text).validRangeEnd).toBe(265);
  });

  it('leads the overflow of decomposed text back to the text as typed', () => {
    expect(counters['x-weighted'].measure('e\u0301'.repeat(5), 3)).toEqual({ count: 5, overflowAt: 6 });
  });
});

describe('emoji', () => {
  const present = existsSync(emojiFile);
  it.runIf(present)('every emoji of Unicode is 2 on X and its bytes on Threads', () => {
    const lines = readFileSync(emojiFile, 'utf8').split('\n');
    const emoji = lines.flatMap((line) => {
      const [, codes] = /^([0-9A-F ]+); fully-qualified/.exec(line) ?? [];
      return codes === undefined
        ? []
        : [
            String.fromCodePoint(
              ...codes
                .trim()
                .split(' ')
                .map((hex) => Number.parseInt(hex, 16)),
            ),
          ];
    });
    expect(emoji.length).toBeGreaterThan(3000);
    for (const each of emoji) {
      expect([each, counters['x-weighted'].count(each)]).toEqual([each, 2]);
      expect([each, counters.threads.count(each)]).toEqual([each, new TextEncoder().encode(each).length]);
      expect([each, counters.grapheme.count(each)]).toEqual([each, 1]);
    }
  });

  it.runIf(!present)('the Unicode list is not on this machine: ../shared/testdata/text', () => undefined);
});

describe('odd corners', () => {
  it('takes ordinary Weibo links as ten, very long ones as more', () => {
    expect(counters['weibo-zi'].count(`https://example.com/${'a'.repeat(130)}`)).toBe(15);
    expect(counters['weibo-zi'].count('http://weibo.com/abc')).toBe(10);
  });

  it('leaves closing punctuation out of a Mastodon link', () => {
    expect(counters.mastodon.count('see https://example.com/a.')).toBe(28);
    expect(counters.mastodon.count('mail me@example.com')).toBe(19);
  });

  it('stays quick on hostile text', () => {
    const hostile = [
      '@a@'.repeat(5000),
      'http://a.'.repeat(3000),
      `http://a.b/${'.,'.repeat(8000)}`,
      '\u200D'.repeat(9000),
    ];
    for (const text of hostile)
      for (const unit of units) expect(counters[unit].count(text)).toBeGreaterThan(0);
  });
});
