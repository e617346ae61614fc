import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { justify, shownRatio } from './justified.ts';

describe('justify', () => {
  const ratios = fc.array(fc.double({ min: 0.5, max: 3, noNaN: true }), { maxLength: 60 });

  it('places every picture once, in order, and fills each row but the last', () => {
    fc.assert(
      fc.property(ratios, fc.integer({ min: 200, max: 3000 }), (list, width) => {
        const rows = justify(list, width, 160, 6);
        expect(rows.reduce((count, row) => count + row.widths.length, 0)).toBe(list.length);
        let next = 0;
        for (const [index, row] of rows.entries()) {
          expect(row.first).toBe(next);
          next += row.widths.length;
          const wide = row.widths.reduce((sum, each) => sum + each, 0) + 6 * (row.widths.length - 1);
          if (index < rows.length - 1) expect(wide).toBeCloseTo(width, 3);
          else expect(wide).toBeLessThanOrEqual(width + 0.001);
          expect(row.height).toBeLessThanOrEqual(160.001);
        }
      }),
    );
  });

  it('gives sound a square and keeps panoramas readable', () => {
    expect(shownRatio(0, 0)).toBe(1);
    expect(shownRatio(12_000, 1000)).toBe(3);
    expect(shownRatio(100, 1000)).toBe(0.5);
  });
});
