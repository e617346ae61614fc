import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textDefaults, type TextNode } from '#shared/design/layers/text.ts';
import type { RunFields } from './text-styles.ts';
import { toggledWeight, valuesIn, withStyle, withSubstitute } from './text-styles.ts';

const node: TextNode = { ...textDefaults, id: 'a', pageId: 'page-1', order: 'a', text: '秋日 sale 折扣' };
const length = node.text.length;
const range = fc
  .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: length }))
  .map(([from, size]) => ({ from, to: Math.min(length, from + size) }));
const fields: fc.Arbitrary<RunFields> = fc.oneof(
  fc.record({ fontSize: fc.integer({ min: 8, max: 99 }) }),
  fc.record({ colour: fc.constantFrom('#ff0000', '#00ff00') }),
  fc.record({ underline: fc.boolean() }),
  fc.record({ letterSpacing: fc.integer({ min: -5, max: 5 }) }),
);

describe('looks of a part of a text', () => {
  test('apply to exactly that part, whatever was set before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(range, fields)), range, fields, (before, part, style) => {
        const styled = before.reduce((text, [where, what]) => withStyle(text, where, what), node);
        const after = withStyle(styled, part, style);
        for (const [field, value] of Object.entries(style)) {
          const name = field as keyof RunFields;
          expect([...valuesIn(after, part, name)]).toEqual([value]);
          for (const rest of [
            { from: 0, to: part.from },
            { from: part.to, to: length },
          ])
            if (rest.to > rest.from)
              expect(valuesIn(after, rest, name)).toEqual(valuesIn(styled, rest, name));
        }
      }),
    );
  });

  test('a look of the whole layer leaves no part with another one, and other looks as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(range, fields)), fields, (before, style) => {
        const styled = before.reduce((text, [where, what]) => withStyle(text, where, what), node);
        const after = withStyle(styled, null, style);
        for (const name of ['fontSize', 'colour', 'underline', 'letterSpacing'] as const) {
          if (name in style) {
            expect([...valuesIn(after, null, name)]).toEqual([style[name]]);
            expect(after[name]).toBe(style[name]);
          } else expect(valuesIn(after, null, name)).toEqual(valuesIn(styled, null, name));
        }
      }),
    );
  });

  test('a colour for the whole layer takes the place of a gradient', () => {
    const stops = [
      { at: 0, colour: '#ff0000' },
      { at: 1, colour: '#0000ff' },
    ];
    const shiny: TextNode = { ...node, fill: { kind: 'linear', angle: 0, stops } };
    expect(withStyle(shiny, null, { colour: '#00ff00' })).not.toHaveProperty('fill');
    expect(withStyle(shiny, null, { fontSize: 20 })).toHaveProperty('fill');
  });

  test('another font for some characters leaves the others as they are', () => {
    const made = withSubstitute(node, new Set(['秋', '折']), 'user-1');
    expect(made.runs?.map(({ start, end, fontFamily }) => [start, end, fontFamily])).toEqual([
      [0, 1, 'user-1'],
      [8, 9, 'user-1'],
    ]);
  });

  test('several values are told as several', () => {
    const styled = withStyle(node, { from: 0, to: 2 }, { fontWeight: 700 });
    expect(valuesIn(styled, null, 'fontWeight')).toEqual(new Set([700, 400]));
    expect(valuesIn(styled, { from: 0, to: 2 }, 'fontWeight')).toEqual(new Set([700]));
    expect(toggledWeight(valuesIn(styled, null, 'fontWeight'))).toBe(700);
    expect(toggledWeight(new Set([700, 600]))).toBe(400);
  });

  test('a raised or marked layer is one of raised or marked characters', () => {
    const raised = withStyle(node, null, { baseline: 12, highlight: '#ffee00' });
    expect(raised.runs).toEqual([{ start: 0, end: length, baseline: 12, highlight: '#ffee00' }]);
    expect(withStyle(raised, null, { baseline: 0, highlight: undefined }).runs).toBeUndefined();
  });
});
