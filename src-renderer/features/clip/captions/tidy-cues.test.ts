import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingLength } from '#shared/clip/captions/checks.ts';
import type { Cue } from '#shared/clip/edit/captions.ts';
import { copyTimes } from './copy-times.ts';
import { breakLinesOfCues, mergeShortCues, splitLongCues } from './tidy-cues.ts';

const cue = (id: string, from: number, to: number, text: string): Cue => ({ id, from, to, text });
const bare = (cues: readonly Cue[]): string => cues.map(({ text }) => text.replaceAll(/\s/g, '')).join('');

const anyCues = fc
  .array(
    fc.record({
      text: fc.lorem({ maxCount: 30 }),
      length: fc.double({ min: 0.2, max: 9, noNaN: true }),
      gap: fc.double({ min: 0, max: 2, noNaN: true }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) => {
    let at = 0;
    return list.map(({ text, length, gap }, index) => {
      const from = at + gap;
      at = from + length;
      return cue(`c${index}`, from, at, text);
    });
  });

describe('splitting long captions', () => {
  it('keeps every letter and the whole time, and leaves none that could be split shorter', () => {
    fc.assert(
      fc.property(anyCues, fc.integer({ min: 20, max: 84 }), (cues, most) => {
        const split = splitLongCues(cues, most);
        expect(bare(split)).toBe(bare(cues));
        expect(split[0]?.from).toBe(cues[0]?.from);
        expect(split.at(-1)?.to).toBe(cues.at(-1)?.to);
        for (const one of split)
          expect(readingLength(one.text) <= most || one.to - one.from < 0.5 || !one.text.includes(' ')).toBe(
            true,
          );
      }),
    );
  });
});

describe('merging short captions', () => {
  it('joins a flash to what follows, and only what is near', () => {
    const cues = [cue('a', 0, 0.4, 'Oh.'), cue('b', 0.5, 2, 'Hello there.'), cue('c', 9, 9.3, 'Bye.')];
    const merged = mergeShortCues(cues, 1);
    expect(merged.map(({ text }) => text)).toEqual(['Oh. Hello there.', 'Bye.']);
    expect(merged[0]).toMatchObject({ id: 'a', from: 0, to: 2 });
  });

  it('loses nothing, whatever the captions', () => {
    fc.assert(
      fc.property(anyCues, (cues) => {
        expect(bare(mergeShortCues(cues, 1.2))).toBe(bare(cues));
      }),
    );
  });
});

describe('breaking lines', () => {
  it('is even, and the same when done twice', () => {
    const [broken] = breakLinesOfCues([cue('a', 0, 3, 'The quick brown fox jumps over the lazy dog')], 30);
    expect(broken?.text.split('\n')).toHaveLength(2);
    expect(breakLinesOfCues([broken ?? cue('', 0, 1, '')], 30)[0]?.text).toBe(broken?.text);
    expect(breakLinesOfCues([cue('a', 0, 3, '今天天气很好，\n我们去公园')], 40)[0]?.text).toBe(
      '今天天气很好，我们去公园',
    );
  });

  it('leaves two speakers apart', () => {
    const said = [cue('a', 0, 3, '- Yes?\n- No.')];
    expect(breakLinesOfCues(said, 42)).toBe(said);
  });
});

describe('times of another track', () => {
  it('are taken one by one; what is beyond follows on', () => {
    const cues = [cue('a', 0, 1, 'x'), cue('b', 2, 3, 'y'), cue('c', 4, 5, 'z')];
    const other = [cue('d', 10, 11, ''), cue('e', 12, 14, '')];
    expect(copyTimes(cues, other).map(({ from, to }) => [from, to])).toEqual([
      [10, 11],
      [12, 14],
      [15, 16],
    ]);
  });
});
