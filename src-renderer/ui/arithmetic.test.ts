import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculate } from './arithmetic.ts';

describe('sums in number fields', () => {
  it.each([
    ['1080/2', 540],
    ['1080 / 2 px', 540],
    ['(12+4)*2.5', 40],
    ['-5--3', -2],
    ['１０×２', 20],
    ['50%', 540],
    ['2,5', 2.5],
    ['45°', 45],
  ])('%s is %d', (text, value) => expect(calculate(text, 1080)).toBeCloseTo(value));

  it.each(['', 'abc', '1/0', '2*', '(1', '1)', 'alert(1)', '1..2', '%'])('%j is no number', (text) =>
    expect(calculate(text)).toBeNull(),
  );

  it('reads back what it is given and never throws', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), (value) => calculate(String(value)) === value),
    );
    fc.assert(
      fc.property(fc.string(), (text) => calculate(text) === null || Number.isFinite(calculate(text))),
    );
  });
});
