import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { textDefaults } from '#shared/design/layers/text.ts';
import { caretAt, indexAt, selectionRectangles } from '#shared/design/text/carets.ts';
import { graphemesOf } from '#shared/design/text/graphemes.ts';
import type { TextToLayOut } from '#shared/design/text/layout.ts';
import { layoutText } from '#shared/design/text/layout.ts';
import { installTextMeasurer } from '#main/media/painter/text-measurer.ts';

beforeAll(() => installTextMeasurer(path.resolve(import.meta.dirname, '../../..'), 'portable'));

function node(text: string, more: Partial<TextToLayOut> = {}): TextToLayOut {
  return { ...textDefaults, text, width: 300, height: 200, fontSize: 40, ...more };
}

const words = fc
  .array(
    fc.constantFrom('今天', '，', 'Galley ', '👍🏽', 'e\u0301', '\n', '199', ' ', 'don’t ', '👨‍👩‍👧‍👦'),
    { maxLength: 16 },
  )
  .map((list) => list.join(''));
const looks = fc.constantFrom<Partial<TextToLayOut>>(
  {},
  { align: 'center' },
  { letterSpacing: 5, align: 'right' },
  { runs: [{ start: 2, end: 6, fontSize: 70, fontFamily: 'Anton' }] },
  { list: 'bullet' },
  { writing: 'vertical' },
);

test('a caret stands at every character, and its place is found again from it', () => {
  fc.assert(
    fc.property(words, looks, (text, more) => {
      const layout = layoutText(node(text, more));
      const ends = graphemesOf(text.replaceAll('\n', '\u0001')).map((each) => each.end);
      for (const index of [0, ...ends]) {
        const caret = caretAt(layout, index);
        const line = layout.lines[caret.line];
        if (!line) throw new Error('no line');
        expect(Number.isFinite(caret.x + caret.top)).toBe(true);
        const vertical = layout.writing === 'vertical';
        const [x, y] = vertical
          ? [line.top + line.height / 2, caret.top]
          : [caret.x, line.top + line.height / 2];
        const found = indexAt(layout, x, y);
        // Two places may share a spot: the ends of something without width.
        const again = caretAt(layout, found, found === line.end && found !== index);
        expect(again.x).toBeCloseTo(caret.x, 1);
        expect(again.top).toBeCloseTo(caret.top, vertical ? 1 : -2);
      }
    }),
    { numRuns: 60 },
  );
});

test('carets go from left to right and an emoji is one step', () => {
  const layout = layoutText(node('a👨‍👩‍👧‍👦b', { sizing: 'auto-width' }));
  const [first, second, third] = [1, 12, 13].map((index) => caretAt(layout, index).x);
  expect(first).toBeLessThan(second ?? 0);
  expect(second).toBeLessThan(third ?? 0);
  expect(indexAt(layout, (first ?? 0) + 5, 10)).toBe(1);
  expect(indexAt(layout, (second ?? 0) - 5, 10)).toBe(12);
});

test('where a line wraps the caret is on the second line, with `before` on the first', () => {
  const layout = layoutText(node('今天全场只要一百块'));
  const second = layout.lines[1];
  if (!second) throw new Error('one line');
  expect(caretAt(layout, second.start)).toMatchObject({ line: 1, x: 0 });
  expect(caretAt(layout, second.start, true)).toMatchObject({ line: 0, x: expect.closeTo(280, 1) });
  expect(caretAt(layout, 99).line).toBe(1);
});

test('a selection has a rectangle a line, and an empty one has none', () => {
  const layout = layoutText(node('今天全场只要一百块\n好'));
  expect(selectionRectangles(layout, 0, 11)).toHaveLength(3);
  expect(selectionRectangles(layout, 1, 3)).toEqual([
    { x: expect.closeTo(40, 1), y: 0, width: expect.closeTo(80, 1), height: 56 },
  ]);
  expect(selectionRectangles(layout, 4, 4)).toEqual([]);
  expect(caretAt(layout, 11)).toMatchObject({ line: 2, x: expect.closeTo(40, 1), height: 40 });
});
