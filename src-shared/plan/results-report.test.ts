import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DatedResult, reportOf } from './results-report.ts';

const result = (local: string, reach: number, engagements = 0): DatedResult => ({
  local,
  title: `${local} ${String(reach)}`,
  link: '',
  reach,
  engagements,
});

it('says nothing of nothing', () => {
  expect(reportOf([])).toBeNull();
});

it('sums a period by months and names what reached most', () => {
  const report = reportOf(
    [
      result('2026-03-02T09:00', 100, 10),
      result('2026-01-31T23:59', 300, 3),
      result('2026-03-01T00:00', 200, 20),
      result('2026-03-30T12:00', 200, 60),
    ],
    2,
  );
  expect(report).toMatchObject({
    ...{ from: '2026-01-31', to: '2026-03-30', count: 4, reach: 800, engagements: 93, medianReach: 200 },
    months: [
      { month: '2026-01', count: 1, reach: 300 },
      { month: '2026-03', count: 3, reach: 500, medianReach: 200, rate: 0.18 },
    ],
  });
  expect(report?.top.map(({ local }) => local)).toEqual(['2026-01-31T23:59', '2026-03-30T12:00']);
});

it('its months add up to the whole, and nothing reaches more than the first', () => {
  const results = fc.array(
    fc.record({
      local: fc
        .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 16)),
      title: fc.string(),
      link: fc.constant(''),
      reach: fc.nat(1_000_000),
      engagements: fc.nat(1_000_000),
    }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(results, (all) => {
      const report = reportOf(all);
      expect(report).not.toBeNull();
      for (const name of ['count', 'reach', 'engagements'] as const) {
        expect(report?.months.reduce((sum, month) => sum + month[name], 0)).toBe(report?.[name]);
      }
      expect(Math.max(...all.map(({ reach }) => reach))).toBe(report?.top[0]?.reach);
    }),
  );
});
