import { expect, it } from 'vitest';
import { weekDays } from '#shared/domain/calendar-days.ts';
import { periodTitle } from './period-title.ts';

const week = (day: string): string => periodTitle('week', weekDays(day, 1), day, 'zh-CN');

it('names Chinese weeks as people write them', () => {
  expect(week('2026-11-25')).toBe('2026年11月23日–29日');
  expect(week('2026-12-01')).toBe('2026年11月30日–12月6日');
  expect(week('2026-12-31')).toBe('2026年12月28日–2027年1月3日');
});

it('leaves other languages to their locale', () => {
  expect(periodTitle('week', weekDays('2026-11-25', 1), '2026-11-25', 'en-GB')).toMatch(
    /^23\s?–\s?29 Nov 2026$/,
  );
});
