import { describe, expect, it } from 'vitest';
import { chineseHolidays, lastAnnouncedYear } from './china.ts';
import { easterOf } from './easter.ts';
import { dayOfRule, festivals, festivalsOn, leadOf, leadSteps, yearlyDays } from './festivals.ts';

const on = (id: string, year: number): string | undefined => {
  const festival = festivals.find((candidate) => candidate.id === id);
  return festival && dayOfRule(festival.rule, year);
};

describe('festivals', () => {
  it('fall on the days that they fell on', () => {
    expect([on('black-friday', 2024), on('black-friday', 2025)]).toEqual(['2024-11-29', '2025-11-28']);
    expect(on('cyber-monday', 2025)).toBe('2025-12-01');
    expect([on('mothers-day', 2026), on('fathers-day', 2026)]).toEqual(['2026-05-10', '2026-06-21']);
    expect([on('mid-autumn', 2025), on('dragon-boat', 2026), on('qixi', 2025)]).toEqual([
      '2025-10-06',
      '2026-06-19',
      '2025-08-29',
    ]);
    expect([2024, 2025, 2026, 2030].map(easterOf)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2030-04-21',
    ]);
  });

  it('of the twelfth lunar month are found in the year that they fall into', () => {
    expect(festivalsOn('2027-02-05').map(({ id }) => id)).toContain('spring-eve');
    expect(festivalsOn('2027-01-15').map(({ id }) => id)).toContain('laba');
    expect(festivalsOn('2026-11-11').map(({ id }) => id)).toEqual(['double-eleven']);
  });

  it('have ids of their own, names in both languages and steps in order', () => {
    expect(new Set(festivals.map(({ id }) => id)).size).toBe(festivals.length);
    for (const { name, lead } of festivals) {
      expect(name.en && name.zh).toBeTruthy();
      expect(lead).toEqual([...lead].toSorted((one, other) => one - other));
    }
    expect(leadSteps([-30, -14, -3, 0, 3]).map(({ title }) => title.en)).toEqual([
      'Teaser',
      'Warm-up',
      'Reminder',
      'The day',
      'Thanks',
    ]);
    expect(leadOf(20)).toEqual([-20, -14, -3, 0, 3]);
    expect(leadOf(0)).toEqual([0, 3]);
  });
});

describe('yearly dates', () => {
  it('come every year, from 29 February on the 28th of shorter ones', () => {
    expect(yearlyDays('2024-02-29', 2020, 2025)).toEqual(['2024-02-29', '2025-02-28']);
    expect(yearlyDays('2024-02-29', 2028, 2028)).toEqual(['2028-02-29']);
    expect(yearlyDays('2024-05-01', 2023, 2023)).toEqual([]);
  });
});

describe('holidays of China', () => {
  it('are those of the notices, with the weekend days that are worked', () => {
    const count = (year: number, kind: string): number =>
      chineseHolidays(year).filter((holiday) => holiday.kind === kind).length;
    // Days off in the notices: 1+8+3+5+1+3+7, 1+8+3+5+3+8, 3+9+3+5+3+3+7.
    expect([2024, 2025, 2026].map((year) => count(year, 'off'))).toEqual([28, 28, 33]);
    expect([2024, 2025, 2026].map((year) => count(year, 'work'))).toEqual([8, 5, 6]);
  });

  it('work only on Saturdays and Sundays', () => {
    for (const year of [2024, 2025, 2026])
      for (const { day, kind } of chineseHolidays(year))
        if (kind === 'work') expect([0, 6]).toContain(new Date(`${day}T12:00:00Z`).getUTCDay());
  });

  it('are the 13 statutory ones, marked as open, in years without a notice', () => {
    const days = chineseHolidays(lastAnnouncedYear + 1);
    expect(days).toHaveLength(13);
    expect(days.every(({ open }) => open)).toBe(true);
    expect(days.map(({ day }) => day)).toContain('2027-02-06');
    expect(chineseHolidays(2020)).toEqual([]);
  });
});
