import { expect, test } from 'vitest';
import { bestOfParts, type PartsOutlook } from './parts-outlook.ts';

const row = (mode: PartsOutlook['mode'], more: number, reencoded: number, possible = true): PartsOutlook => ({
  mode,
  possible,
  more,
  reencoded,
});

test('the fastest cut that keeps exactly what was set is taken unless another was asked for', () => {
  const rows = [row('lossless', 4.6, 0), row('smart', 0, 1.2), row('exact', 0, 3)];
  expect(bestOfParts(rows, null)).toBe('smart');
  expect(bestOfParts(rows, 'lossless')).toBe('lossless');
  expect(
    bestOfParts([row('lossless', 4.6, 0), row('smart', 0, 1.2, false), row('exact', 0, 3)], 'smart'),
  ).toBe('exact');
  expect(bestOfParts([row('lossless', 0, 0), row('smart', 0, 0), row('exact', 0, 3)], null)).toBe('lossless');
  expect(bestOfParts([row('lossless', 2, 0)], null)).toBe('lossless');
  expect(bestOfParts([], null)).toBeUndefined();
});
