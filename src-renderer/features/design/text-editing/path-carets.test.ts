import { expect, test } from 'vitest';
import type { TextFragment, TextLayout } from '#shared/design/text/layout.ts';
import { pathCaret, pathIndexAt, pathSelection } from './path-carets.ts';

const style = {
  fontFamily: 'Inter',
  fontWeight: 400,
  fontSize: 40,
  colour: null,
  letterSpacing: 0,
  baseline: 0,
  highlight: null,
  underline: false,
  strike: false,
};
const letter = (text: string, start: number, x: number, baseline: number, turn: number): TextFragment => ({
  text,
  shown: text,
  start,
  end: start + text.length,
  x,
  baseline,
  width: 20,
  style,
  font: '40px Inter',
  turn,
});
/** Three letters up a hill and down again; the middle one of two code units. */
const letters = [letter('a', 0, 0, 60, -45), letter('😀', 1, 30, 40, 0), letter('b', 3, 70, 60, 45)];
const layout: TextLayout = {
  lines: [
    {
      text: 'a😀b',
      start: 0,
      end: 4,
      x: 0,
      baseline: 60,
      width: 100,
      top: 0,
      height: 60,
      ascent: 40,
      descent: 10,
      fragments: letters,
      marker: null,
    },
  ],
  width: 100,
  height: 80,
  scale: 1,
  cut: false,
  writing: 'path',
};

test('a press before or behind the middle of a letter finds the place before or behind it', () => {
  for (const each of letters) {
    const angle = ((each.turn ?? 0) * Math.PI) / 180;
    const at = (along: number, up: number): [number, number] => [
      each.x + Math.cos(angle) * along + Math.sin(angle) * up,
      each.baseline + Math.sin(angle) * along - Math.cos(angle) * up,
    ];
    expect(pathIndexAt(layout, ...at(6, 14))).toBe(each.start);
    expect(pathIndexAt(layout, ...at(14, 14))).toBe(each.end);
  }
});

test('caret and chosen letters turn with the line', () => {
  expect(pathCaret(layout, 3, 2)).toMatchObject({ x: 69, width: 2, turn: 45 });
  expect(pathCaret(layout, 4, 2)).toMatchObject({ x: 89, turn: 45, origin: { x: -19 } });
  expect(pathSelection(layout, 1, 4).map(({ turn }) => turn)).toEqual([0, 45]);
  expect(pathSelection(layout, 2, 2)).toEqual([]);
});
