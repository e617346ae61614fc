import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../domain/calendar-days.ts';
import { dayOfLunar, lunarDateOf, termOn, termsOf } from './lunar.ts';
import { publishedMonths, publishedTerms } from './testing/published-calendar.ts';
import { dayInChina, newMoon, solarTermAt } from './testing/sun-and-moon.ts';

const years = Object.keys(publishedMonths).map(Number);
/** The computation is off by minutes; a moment nearer to midnight than this says nothing about its day. */
const doubt = 25 * 60_000;

function days(from: string, to: string): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

describe('the Chinese calendar', () => {
  it('begins its months as the Hong Kong Observatory publishes them, 2024 to 2035', () => {
    expect(years).toEqual(Array.from({ length: 12 }, (_, index) => 2024 + index));
    for (const year of years)
      for (const [month, first] of publishedMonths[year] ?? []) {
        const { leap, ...date } = lunarDateOf(first);
        expect([first, date.year, leap ? -date.month : date.month, date.day]).toEqual([
          first,
          year,
          month,
          1,
        ]);
      }
  });

  it('has its leap months in 2025, 2028, 2031 and 2033', () => {
    const leaps = years.flatMap((year) =>
      (publishedMonths[year] ?? []).flatMap(([month]) => (month < 0 ? [[year, -month]] : [])),
    );
    expect(leaps).toEqual([
      [2025, 6],
      [2028, 5],
      [2031, 3],
      [2033, 11],
    ]);
    expect(lunarDateOf('2033-12-22').full.zh).toBe('闰十一月初一');
  });

  it('counts every day of those years once', () => {
    let before = lunarDateOf('2024-02-09');
    for (const day of days('2024-02-10', '2036-01-27')) {
      const date = lunarDateOf(day);
      expect(date.day === 1 ? before.day : date.day - 1, day).toBe(
        date.day === 1 ? before.daysInMonth : before.day,
      );
      before = date;
    }
  });

  it('begins its months on the day of the new moon as computed from the sky', () => {
    const firsts = years.flatMap((year) => (publishedMonths[year] ?? []).map(([, first]) => first));
    let sure = 0;
    for (const first of firsts) {
      const k = Math.round((Date.parse(`${first}T12:00:00Z`) - newMoon(0)) / (29.530588861 * 86_400_000));
      const moment = newMoon(k);
      if (dayInChina(moment - doubt) !== dayInChina(moment + doubt)) continue;
      sure += 1;
      expect(dayInChina(moment)).toBe(first);
    }
    expect(sure).toBeGreaterThan(firsts.length * 0.9);
  });

  it('is named in both languages', () => {
    expect(lunarDateOf('2026-04-24').full).toEqual({
      zh: '三月初八',
      en: '8th day of the 3rd lunar month',
    });
    expect(lunarDateOf('2025-07-25').full.en).toBe('1st day of the leap 6th lunar month');
    expect(lunarDateOf('2025-07-25').short.zh).toBe('闰六月');
    expect(lunarDateOf('2026-02-16').full.zh).toBe('十二月廿九');
    expect([dayOfLunar(2026, 1, 1), dayOfLunar(2025, 12, -1)]).toEqual(['2026-02-17', '2026-02-16']);
  });
});

describe('solar terms', () => {
  it('begin on the days that the Hong Kong Observatory publishes, 2024 to 2035', () => {
    for (const [year, row] of Object.entries(publishedTerms)) {
      const published = row.split(' ').map((date) => `${year}-${date}`);
      expect(published).toHaveLength(24);
      expect([...termsOf(Number(year)).keys()]).toEqual(published);
    }
  });

  it('begin within twenty minutes of what the sky says', () => {
    for (const year of years)
      for (const { day, at, index } of termsOf(year).values()) {
        // Number 0 is the winter solstice, when the sun stands at 270°.
        const longitude = (270 + index * 15) % 360;
        const told = Date.parse(`${day}T${at}:00+08:00`);
        const computed = solarTermAt(longitude, told);
        expect(Math.abs(told - computed), `${day} ${at}`).toBeLessThan(20 * 60_000);
      }
  });

  it('are named in both languages', () => {
    expect(termOn('2026-04-05')?.name).toEqual({ en: 'Bright and Clear', zh: '清明' });
    expect(termOn('2026-04-06')).toBeNull();
  });
});
