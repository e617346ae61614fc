import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  monthDays,
  startOfWeek,
  weekDays,
  weekdayOf,
  weekOf,
} from './calendar-days.ts';

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((count) => addDays('2026-01-01', count));
const anyStart = fc.integer({ min: 0, max: 6 });

describe('days', () => {
  it('crosses months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('counts back what it adds', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  it('shows whole weeks that hold the month, each day once', () => {
    fc.assert(
      fc.property(anyDay, anyStart, (day, start) => {
        const days = monthDays(day, start);
        expect(days.length % 7).toBe(0);
        expect(days.length).toBeGreaterThanOrEqual(28);
        expect(days.length).toBeLessThanOrEqual(42);
        expect(weekdayOf(days[0] ?? '')).toBe(start);
        days.forEach((each, index) => expect(each).toBe(addDays(days[0] ?? '', index)));
        const month = day.slice(0, 7);
        expect(days.filter((each) => each.startsWith(month)).length).toBe(
          daysBetween(`${month}-01`, addMonths(`${month}-01`, 1)),
        );
        // No week without a day of the month.
        for (let week = 0; week < days.length; week += 7)
          expect(days.slice(week, week + 7).some((each) => each.startsWith(month))).toBe(true);
      }),
    );
  });

  it('puts a day into its week', () => {
    expect(weekDays('2026-03-29', 1)[0]).toBe('2026-03-23');
    expect(startOfWeek('2026-03-29', 0)).toBe('2026-03-29');
    expect(weekOf('en-US')).toEqual({ start: 0, weekend: [6, 0] });
    expect(weekOf('de-DE').start).toBe(1);
  });
});
