import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionsFromText, piecesOf, textWeight } from './transcript.ts';

describe('a transcript', () => {
  it('breaks after sentences first, then after clauses, then between words', () => {
    expect(piecesOf('One is here. Two is there, and three is not.', 24)).toEqual([
      'One is here.',
      'Two is there,',
      'and three is not.',
    ]);
    expect(piecesOf('今天天气很好。我们去公园散步，然后回家吃饭。', 32)).toEqual([
      '今天天气很好。',
      '我们去公园散步，然后回家吃饭。',
    ]);
    expect(piecesOf('“Well,” he said (quietly) “no”.', 12).join(' ')).toBe('“Well,” he said (quietly) “no”.');
  });

  it('keeps every letter, in order, whatever it is broken into', () => {
    const bare = (text: string): string => text.replaceAll(/\s/g, '');
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 4, max: 60 }), (text, most) => {
        expect(bare(piecesOf(text, most).join(''))).toBe(bare(text));
      }),
    );
  });

  it('shares the whole time by length without gaps or overlaps', () => {
    const lines = fc.array(fc.lorem({ maxCount: 30 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(lines, fc.double({ min: 0.1, max: 4000, noNaN: true }), (list, length) => {
        const cues = captionsFromText(list.join('\n'), 2, 2 + length);
        expect(cues[0]?.from).toBe(2);
        expect(cues.at(-1)?.to).toBeCloseTo(2 + length, 6);
        cues.forEach((cue, at) => {
          expect(cue.to).toBeGreaterThan(cue.from);
          if (at > 0) expect(cue.from).toBeCloseTo(cues[at - 1]?.to ?? -1, 9);
        });
      }),
    );
  });

  it('weighs a Han character as two letters', () => {
    expect(textWeight('你好 ab')).toBe(6);
    expect(captionsFromText('\n \n', 0, 9)).toEqual([]);
  });
});
