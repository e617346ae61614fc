import { expect, it } from 'vitest';
import { findOrder, readMoment } from './dates.ts';

const inBerlin = { zone: 'Europe/Berlin', order: 'mdy' } as const;

it.each([
  ['2026-03-04 10:30', '', '2026-03-04T10:30'],
  ['2026/3/4', '10:30:00', '2026-03-04T10:30'],
  ['2026年3月4日 下午3:05', '', '2026-03-04T15:05'],
  ['2026.03.04', '9点', '2026-03-04T09:00'],
  ['03/04/2026', '3:05 PM', '2026-03-04T15:05'],
  ['14/03/2026', '12:00 am', '2026-03-14T00:00'],
  ['4 March 2026 at 9:15', '', '2026-03-04T09:15'],
  ['Mar 4, 2026', '18:00', '2026-03-04T18:00'],
  ['46085.5', '', '2026-03-04T12:00'],
  ['2026-03-04', '1899-12-30 08:15', '2026-03-04T08:15'],
  ['2026-03-04T10:30:00Z', '', '2026-03-04T11:30'],
  ['2026-07-04T10:30+08:00', '', '2026-07-04T04:30'],
  ['2026-03-04', '', '2026-03-04T09:00'],
])('reads %s %s', (date, time, local) => {
  expect(readMoment(date, time, inBerlin)?.schedule).toEqual({ local, zone: 'Europe/Berlin' });
});

it.each([
  ['2026-02-30', ''],
  ['13/13/2026', ''],
  ['soon', ''],
  ['2026-03-04', '25:00'],
  ['2026-03-04', 'noonish'],
])('refuses %s %s', (date, time) => expect(readMoment(date, time, inBerlin)).toBeNull());

it('finds the order of dates, or that it must be asked for', () => {
  expect(findOrder(['2026-01-02'])).toBe('none');
  expect(findOrder(['03/04/2026', '05/05/2026'])).toBe('ambiguous');
  expect(findOrder(['03/04/2026', '25/04/2026'])).toBe('dmy');
  expect(findOrder(['03/04/2026', '04/25/2026'])).toBe('mdy');
});
