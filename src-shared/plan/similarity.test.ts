import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupAlike } from './similarity-groups.ts';
import {
  comparable,
  differenceHash,
  distance,
  fingerprintOf,
  fingerprintText,
  gramsOf,
  likeness,
  textMarks,
} from './similarity.ts';

const words = fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 40, maxLength: 80 });
const han = fc.array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: 80, maxLength: 200 });
const day = 86_400_000;
const simhash = (plain: string) => textMarks(gramsOf(plain)).fingerprint;

describe('fingerprints of texts', () => {
  it('are equal for equal texts, and distance is symmetric', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (one, other) => {
        const [a, b] = [simhash(comparable(one)), simhash(comparable(other))];
        expect(distance(a, simhash(comparable(one)))).toBe(0);
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b)).toBeLessThanOrEqual(64);
        expect(fingerprintOf(fingerprintText(a))).toEqual(a);
      }),
    );
  });

  it('do not see case, spaces, punctuation, addresses or full-width letters', () => {
    expect(comparable('Spring  Roast, NOW! https://x.example/1')).toBe(comparable('spring roast now'));
    expect(comparable('春季新豆！ＡＢＣ')).toBe(comparable('春季新豆 abc'));
  });

  it('likeness is symmetric, 1 for equal and 0 for nothing in common', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const [a, b] = [gramsOf(one), gramsOf(other)];
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, a)).toBe(1);
      }),
    );
    expect(likeness(gramsOf('abcdef'), gramsOf('uvwxyz'))).toBe(0);
  });
});

function groupTexts(texts: readonly string[]): number[][] {
  const items = texts.map((text, index) => {
    const grams = gramsOf(comparable(text));
    return { ...textMarks(grams), at: index * day, grams };
  });
  return groupAlike(items, {
    mostBits: 20,
    within: 400 * day,
    alike: (one, other) => likeness(one.grams, other.grams) >= 0.7,
  });
}

describe('groups of what is alike', () => {
  it('has a text that got one other word, in Latin letters', () => {
    fc.assert(
      fc.property(words, (list) => {
        const changed = list.with(Math.floor(list.length / 2), 'zebra');
        expect(groupTexts([list.join(' '), changed.join(' ')])).toEqual([[0, 1]]);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('has a text that got one other character, in Chinese', () => {
    fc.assert(
      fc.property(han, (codes) => {
        const text = String.fromCodePoint(...codes);
        expect(groupTexts([text, `${text.slice(0, 40)}新${text.slice(41)}`])).toEqual([[0, 1]]);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('always has equal texts, never strangers, and stays apart beyond its days', () => {
    const one = '今天的豆子来自埃塞俄比亚，水洗处理，花香明显，酸质明亮，欢迎到店品尝。';
    const other = 'We open at nine on Sunday and the first ten cups are on the house.';
    expect(groupTexts([one, other, one, other])).toEqual([
      [0, 2],
      [1, 3],
    ]);
    const items = [0, 40 * day].map((at) => ({ fingerprint: simhash(one), at }));
    expect(groupAlike(items, { mostBits: 3, within: 30 * day, alike: () => true })).toEqual([]);
  });

  it('ends soon when thousands are the same', () => {
    const fingerprint = simhash(comparable('The same words for every single post of the year'));
    const items = Array.from({ length: 10_000 }, (_, index) => ({ fingerprint, at: index }));
    let asked = 0;
    groupAlike(items, { mostBits: 6, within: day, alike: () => (asked += 1) < 0 });
    expect(asked).toBeLessThanOrEqual(10_000 * 24);
  });
});

describe('fingerprints of pictures', () => {
  it('stay the same in other brightness, and turn around when mirrored', () => {
    const ramp = Uint8Array.from({ length: 72 }, (_, index) => 200 - (index % 9) * 20);
    const darker = ramp.map((grey) => Math.round(grey / 2));
    expect(differenceHash(darker)).toEqual(differenceHash(ramp));
    const mirrored = Uint8Array.from(
      { length: 72 },
      (_, index) => ramp[Math.floor(index / 9) * 9 + 8 - (index % 9)] ?? 0,
    );
    expect(distance(differenceHash(mirrored), differenceHash(ramp))).toBe(64);
  });
});
