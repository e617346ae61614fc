import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densitySteps, levelOf, monthTotals } from './year-density.ts';

describe('densitySteps', () => {
  it('has a step for each count while there are few', () => {
    expect(densitySteps(1)).toEqual([1, 2, 3, 4, 5]);
    expect(densitySteps(5)).toEqual([1, 2, 3, 4, 5]);
    expect(densitySteps(20)).toEqual([1, 5, 9, 13, 17]);
  });

  it('never goes down with more, is 0 only for none, and reaches 5 on a full day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), fc.nat(5000), (most, one, other) => {
        const steps = densitySteps(most);
        const [low = 0, high = 0] = [one, other].sort((a, b) => a - b);
        expect(levelOf(low, steps)).toBeLessThanOrEqual(levelOf(high, steps));
        expect(levelOf(low, steps) === 0).toBe(low === 0);
        if (most >= 5) expect(levelOf(most, steps)).toBe(5);
      }),
    );
  });
});

it('monthTotals adds up the days', () => {
  const totals = monthTotals(
    new Map([
      ['2026-01-01', 2],
      ['2026-01-31', 3],
      ['2026-12-31', 4],
    ]),
  );
  expect(totals).toEqual([5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4]);
});
