import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueInstant } from '../domain/due.ts';
import { weekdayOf } from '../domain/calendar-days.ts';
import { type Shift, shifted, shiftEntries } from './shift.ts';

const by = (over: Partial<Shift>): Shift => ({ days: 0, minutes: 0, keepWeekdays: false, ...over });
const entry = (key: string, local: string, zone = 'Europe/Berlin') => ({
  key,
  schedule: { local, zone },
  dueAt: dueInstant({ local, zone }),
  formats: ['x/post'],
  accountIds: [],
});
const now = '2026-03-01T00:00:00.000Z';

describe('a shift', () => {
  it('moves by the clock on the wall, over a clock change too', () => {
    const schedule = { local: '2026-03-28T09:00', zone: 'Europe/Berlin' };
    expect(shifted(schedule, by({ days: 1 })).local).toBe('2026-03-29T09:00');
    expect(shifted(schedule, by({ days: -1, minutes: -600 })).local).toBe('2026-03-26T23:00');
  });

  it('keeps weekdays when wanted, moving by at least a week', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -400, max: 400 }).filter((days) => days !== 0),
        (days) => {
          const schedule = { local: '2026-06-17T09:00', zone: 'Asia/Shanghai' };
          const { local } = shifted(schedule, by({ days, keepWeekdays: true }));
          expect(weekdayOf(local.slice(0, 10))).toBe(3);
          expect(local < schedule.local).toBe(days < 0);
        },
      ),
    );
  });

  it('back and forth is where it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: -1439, max: 1439 }),
        (days, minutes) => {
          const schedule = { local: '2026-06-17T09:00', zone: 'Asia/Shanghai' };
          const there = shifted(schedule, by({ days, minutes }));
          expect(shifted(there, by({ days: -days, minutes: -minutes }))).toEqual(schedule);
        },
      ),
    );
  });

  it('tells of hours that do not exist or come twice, of the past, and of new neighbours', () => {
    const notes = (local: string, shift: Partial<Shift>, others: string[] = []): string[] =>
      shiftEntries(
        [entry('one', local)],
        others.map((dueAt, index) => ({ key: `${index}`, dueAt, formats: ['x/post'], accountIds: [] })),
        by(shift),
        now,
      ).flatMap((each) => each.notes);
    expect(notes('2026-03-28T02:30', { days: 1 })).toEqual(['gap']);
    expect(notes('2026-10-24T02:30', { days: 1 })).toEqual(['overlap']);
    expect(notes('2026-03-02T02:30', { days: -9 })).toEqual(['past']);
    expect(notes('2026-04-02T12:00', { days: 1 }, ['2026-04-03T10:10:00.000Z'])).toEqual(['collides']);
    expect(notes('2026-04-02T12:00', { minutes: 5 }, ['2026-04-02T10:10:00.000Z'])).toEqual([]);
  });
});
