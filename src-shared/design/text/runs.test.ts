import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextRun } from '#shared/design/layers/text.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { StyledText } from '#shared/design/text/runs.ts';
import { editText, normaliseRuns, setRunStyle, styleAt, styledSegments } from '#shared/design/text/runs.ts';

const text = 'ab你好👍cd\nef';
const look = fc.record(
  {
    fontSize: fc.constantFrom(10, 20),
    underline: fc.boolean(),
    colour: fc.constantFrom('#111111', '#222222'),
  },
  { requiredKeys: [] },
);
const run: fc.Arbitrary<TextRun> = fc
  .tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 14 }), look)
  .map(([start, end, fields]) => ({ start, end, ...fields }));
const runs = fc.array(run, { maxLength: 6 });

function node(of: string, list: TextRun[] = []): StyledText {
  return { ...textDefaults, text: of, runs: list };
}

describe('runs of text', () => {
  test('normal runs are in order, apart or of different looks, inside the text, and stay as they are', () => {
    fc.assert(
      fc.property(runs, (list) => {
        const normal = normaliseRuns(text, list);
        expect(normaliseRuns(text, normal)).toEqual(normal);
        for (const [index, each] of normal.entries()) {
          expect(each.end).toBeGreaterThan(each.start);
          expect(each.end).toBeLessThanOrEqual(text.length);
          expect(each.start).toBeGreaterThanOrEqual(normal[index - 1]?.end ?? 0);
        }
      }),
    );
  });

  test('a look is set for exactly the characters asked', () => {
    fc.assert(
      fc.property(runs, fc.nat(10), fc.nat(10), (list, from, to) => {
        const before = node('abcdefghij', normaliseRuns('abcdefghij', list));
        const after = setRunStyle(before, from, to, { fontSize: 99 });
        const sizeOf = (of: StyledText, index: number) =>
          styledSegments(of).find((each) => each.start <= index && each.end > index)?.style.fontSize;
        for (let index = 0; index < 10; index += 1) {
          const chosen = index >= Math.min(from, to) && index < Math.max(from, to);
          expect(sizeOf(after, index)).toBe(chosen ? 99 : sizeOf(before, index));
        }
      }),
    );
  });

  test('undefined takes a look back', () => {
    const bold = setRunStyle(node('abc'), 0, 3, { fontWeight: 700, underline: true });
    expect(setRunStyle(bold, 1, 2, { fontWeight: undefined }).runs).toEqual([
      { start: 0, end: 1, fontWeight: 700, underline: true },
      { start: 1, end: 2, underline: true },
      { start: 2, end: 3, fontWeight: 700, underline: true },
    ]);
    expect('runs' in setRunStyle(bold, 0, 3, { fontWeight: undefined, underline: undefined })).toBe(false);
  });

  test('characters that stay keep their look through an edit; new ones look as announced', () => {
    fc.assert(
      fc.property(runs, fc.nat(10), fc.nat(10), fc.constantFrom('', 'X', 'XYZ'), (list, from, to, insert) => {
        const before = node('abcdefghij', normaliseRuns('abcdefghij', list));
        const [start, end] = [Math.min(from, to), Math.max(from, to)];
        const after = editText(before, from, to, insert);
        const styleOf = (of: StyledText, index: number) =>
          styledSegments(of).find((each) => each.start <= index && each.end > index)?.style;
        expect(after.text).toBe(`abcdefghij`.slice(0, start) + insert + `abcdefghij`.slice(end));
        for (let index = 0; index < start; index += 1) {
          expect(styleOf(after, index)).toEqual(styleOf(before, index));
        }
        for (let index = end; index < 10; index += 1) {
          expect(styleOf(after, index + insert.length - (end - start))).toEqual(styleOf(before, index));
        }
        const model = start < end ? styleOf(before, start) : styleAt(before, start);
        for (let index = 0; index < insert.length; index += 1) {
          expect(styleOf(after, start + index)).toEqual(model);
        }
      }),
    );
  });

  test('an emoji is never cut', () => {
    expect(editText(node('a👍b'), 2, 2, 'x').text).toBe('ax👍b');
    expect(normaliseRuns('a👍b', [{ start: 2, end: 4, fontSize: 9 }])).toEqual([
      { start: 1, end: 4, fontSize: 9 },
    ]);
  });
});
