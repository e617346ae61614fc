import { describe, expect, it } from 'vitest';
import { addDays, wallTime, weekOf } from './week.ts';

describe('week', () => {
  it('starts on the wanted day and crosses months', () => {
    expect(weekOf('2026-03-01', 1).map((day) => day.date)).toEqual([
      '2026-02-23',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect(weekOf('2026-03-01', 0)[0]?.date).toBe('2026-03-01');
  });

  it('counts days over a leap day and a year', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('reads the wall clock of another zone', () => {
    expect(wallTime(new Date('2026-06-30T16:05:00Z'), 'Asia/Shanghai')).toBe('2026-07-01T00:05');
  });
});
