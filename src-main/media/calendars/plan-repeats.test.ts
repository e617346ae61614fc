import { expect, it } from 'vitest';
import { readPlanEvents } from './plan-events.ts';

const today = '2026-11-23';

function datesOf(...lines: string[]) {
  const events = readPlanEvents(
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y', ...lines, 'END:VCALENDAR'].join('\r\n'),
  );
  return { events, ...(events[0]?.repeats?.dates(today) ?? { dates: [], last: null }) };
}
const event = (...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  'UID:weekly@x',
  'SUMMARY:Stand',
  ...lines,
  'END:VEVENT',
];

it('gives the dates that come, without those taken out, with those that were moved', () => {
  const { events, dates, last } = datesOf(
    ...event(
      'DTSTART;TZID=Europe/Berlin:20261102T090000',
      'RRULE:FREQ=WEEKLY;COUNT=8',
      'EXDATE;TZID=Europe/Berlin:20261207T090000',
    ),
    ...event(
      'RECURRENCE-ID;TZID=Europe/Berlin:20261214T090000',
      'DTSTART;TZID=Europe/Berlin:20261215T140000',
    ),
    ...event(
      'RECURRENCE-ID;TZID=Europe/Berlin:20261221T090000',
      'DTSTART;TZID=Europe/Berlin:20261221T090000',
      'STATUS:CANCELLED',
    ),
  );
  expect(events).toHaveLength(1);
  expect(events[0]?.repeats).toMatchObject({ rule: null, exceptions: ['2026-12-07T09:00'] });
  expect(dates.map(({ id, local, zone }) => [id, local, zone])).toEqual([
    ['2026-11-23T09:00', '2026-11-23T09:00', 'Europe/Berlin'],
    ['2026-11-30T09:00', '2026-11-30T09:00', 'Europe/Berlin'],
    ['2026-12-14T09:00', '2026-12-15T14:00', 'Europe/Berlin'],
  ]);
  expect(last).toBe('2026-12-14');
});

it('stops after twelve months of what has no end', () => {
  const { events, dates, last } = datesOf(
    ...event('DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=1'),
  );
  expect(events[0]?.repeats?.rule).toBe('FREQ=MONTHLY;BYMONTHDAY=1');
  expect([dates.length, dates[0]?.local, dates.at(-1)?.local, last]).toEqual([
    12,
    '2026-12-01',
    '2027-11-01',
    null,
  ]);
  expect(dates.some(({ first }) => first)).toBe(false);
});

it('takes added dates, and what is over from its first one', () => {
  const { events, dates, last } = datesOf(
    ...event('DTSTART:20240105T080000', 'RDATE:20240212T100000,20240301T080000'),
  );
  expect(events[0]?.repeats?.rule).toBeNull();
  expect(dates.map(({ local, first }) => [local, first])).toEqual([
    ['2024-01-05T08:00', true],
    ['2024-02-12T10:00', false],
    ['2024-03-01T08:00', false],
  ]);
  expect(last).toBe('2024-03-01');
});

it('leaves an event that stands once alone', () => {
  expect(datesOf(...event('DTSTART:20270105T080000')).events[0]?.repeats).toBeNull();
});
