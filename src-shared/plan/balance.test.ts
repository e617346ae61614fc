import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '../domain/calendar-days.ts';
import { cadenceWeeks, isoWeek, mondaysOf, pillarShares, type Planned } from './balance.ts';

const from = '2026-02-25';
const lanes = ['platform:x', 'account:a'];
const names = ['People', 'Product', ''];

const plans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2 }), fc.boolean()), {
    maxLength: 60,
  })
  .map((rows) =>
    rows.map(
      ([day, pillar, published], index): Planned => ({
        id: `post-${index}`,
        day: addDays(from, day),
        pillar: names[pillar] ?? '',
        published,
        lanes: [lanes[index % 2] ?? ''],
      }),
    ),
  );

describe('balance', () => {
  it('shares of the pillars make a whole, and every post is counted once', () => {
    fc.assert(
      fc.property(plans, (posts) => {
        const twice = [...posts, ...posts];
        const found = pillarShares(twice, ['People', 'Product'], from, addDays(from, 30));
        const inRange = posts.filter(({ day }) => day < addDays(from, 30));
        expect(found.counted + found.without).toBe(inRange.length);
        const sum = found.pillars.reduce((total, { actual }) => total + actual, 0);
        expect(sum).toBeCloseTo(found.counted === 0 ? 0 : 100, 9);
      }),
    );
  });

  it('weeks of a cadence hold every post of its lane once', () => {
    fc.assert(
      fc.property(plans, (posts) => {
        const weeks = cadenceWeeks(posts, 'platform:x', from, addDays(from, 41));
        const mine = posts.filter((post) => post.lanes.includes('platform:x'));
        expect(weeks.reduce((sum, { planned }) => sum + planned, 0)).toBe(mine.length);
        expect(weeks.every(({ planned, published }) => published <= planned)).toBe(true);
      }),
    );
  });

  it('weeks begin on Monday, follow each other and hold the range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 70 }), (start, length) => {
        const first = addDays('2020-01-01', start);
        const mondays = mondaysOf(first, addDays(first, length));
        expect(mondays.every((day) => weekdayOf(day) === 1)).toBe(true);
        expect((mondays[0] ?? '') <= first).toBe(true);
        expect(daysBetween(mondays.at(-1) ?? '', addDays(first, length - 1))).toBeLessThan(7);
      }),
    );
  });

  it('numbers weeks as ISO 8601 does at the turn of years', () => {
    expect(
      ['2024-12-30', '2026-01-01', '2026-12-31', '2027-01-03', '2027-01-04', '2026-11-22'].map(isoWeek),
    ).toEqual(['2025-W01', '2026-W01', '2026-W53', '2026-W53', '2027-W01', '2026-W47']);
  });
});
