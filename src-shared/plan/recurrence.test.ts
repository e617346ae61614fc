import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { rrulestr } from 'rrule';
import { describe, expect, it } from 'vitest';
import { createZoneClock } from '../domain/calendar-zone.ts';
import { dueInstant } from '../domain/due.ts';
import {
  checkedRule,
  endedBefore,
  expandRule,
  firstOccurrences,
  mostOccurrences,
  occurrencesBetween,
  rest,
} from './recurrence.ts';
import { partsOf, type RuleParts, ruleOf } from './recurrence-parts.ts';
import { ruleInWords } from './recurrence-words.ts';

/** The first occurrences by `rrule`, which counts in UTC as on a wall without clock changes. */
function byRrule(rule: string, start: string, count: number): string[] {
  const dtstart = `${start.replace(/[-:]/g, '')}00Z`;
  const peer = rrulestr(`DTSTART:${dtstart}\nRRULE:${rule}`);
  return peer.all((_, index) => index < count).map((date) => date.toISOString().slice(0, 16));
}

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const some = <T>(values: readonly T[], most = 3): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most });
const list = (name: string, values: fc.Arbitrary<unknown[]>): fc.Arbitrary<string> =>
  values.map((chosen) => `${name}=${chosen.join(',')}`);
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const nths = names.flatMap((name) => [1, 2, 3, 4, -1].map((nth) => `${nth}${name}`));
const extras: Record<string, fc.Arbitrary<string>[]> = {
  DAILY: [
    list('BYDAY', some(names)),
    list('BYMONTH', some(numbers(1, 12))),
    // rrule takes hours in the order they are written, RFC 5545 by time.
    list(
      'BYHOUR',
      some([7, 9, 18]).map((hours) => hours.toSorted((a, b) => a - b)),
    ),
  ],
  WEEKLY: [list('BYDAY', some(names)), list('BYMONTH', some(numbers(1, 12)))],
  MONTHLY: [
    list('BYMONTHDAY', some([...numbers(1, 31), -1, -2])),
    list('BYDAY', some(nths)),
    list('BYDAY', some(names)).map((days) => `${days};BYSETPOS=-1`),
  ],
  YEARLY: [
    list('BYMONTH', some(numbers(1, 12))).chain((months) =>
      list('BYDAY', some(nths)).map((days) => `${months};${days}`),
    ),
    list('BYMONTH', some(numbers(1, 12))),
    list('BYYEARDAY', some([1, 60, 100, 200, 366, -1])),
  ],
};
const rules = fc
  .tuple(
    fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom('', ';COUNT=1', ';COUNT=7', ';UNTIL=20280615', ';UNTIL=20270101T120000Z'),
  )
  .chain(([frequency, interval, end]) =>
    fc
      .oneof(fc.constant(''), ...(extras[frequency] ?? []).map((extra) => extra.map((text) => `;${text}`)))
      .map((extra) => `FREQ=${frequency};INTERVAL=${interval}${extra}${end}`),
  );
const starts = fc
  .tuple(
    fc.integer({ min: Date.UTC(2026, 0, 1) / 6e4, max: Date.UTC(2027, 11, 31) / 6e4 }),
    fc.constantFrom('09:00', '02:30', '23:45'),
  )
  .map(([minute, time]) => `${new Date(minute * 6e4).toISOString().slice(0, 10)}T${time}`);

describe('a rule', () => {
  it('names the days that rrule names', () => {
    fc.assert(
      fc.property(rules, starts, (rule, start) => {
        // rrule reads a day in UNTIL as its midnight; RFC 5545 means the day.
        const forPeer = rule.replace(/UNTIL=(\d{8})$/, 'UNTIL=$1T235959Z');
        expect(expandRule({ rule, start, zone: 'UTC' }, 15)).toEqual(byRrule(forPeer, start, 15));
      }),
      { numRuns: 300 },
    );
  });

  const folder = join(import.meta.dirname, '../../../shared/testdata/ics');
  it.skipIf(!existsSync(folder))(
    'of real calendars names the days that rrule names (needs testdata/ics)',
    () => {
      const found = new Set<string>();
      for (const file of readdirSync(folder)) {
        const text = readFileSync(join(folder, file), 'utf8').replace(/\r?\n[ \t]/g, '');
        for (const [, rule] of text.matchAll(/^RRULE:(FREQ=.+?)\r?$/gm)) found.add(rule ?? '');
      }
      expect(found.size).toBeGreaterThan(30);
      for (const rule of found) {
        const start = /UNTIL=19/.test(rule) ? '1916-04-30T02:00' : '1987-10-25T02:00';
        const zoned = rule.replace(/(UNTIL=\d{8}T\d{6})$/, '$1Z');
        expect(expandRule({ rule, start, zone: 'UTC' }, 60), rule).toEqual(byRrule(zoned, start, 60));
      }
    },
  );

  it('that is none is refused, as is one within a day', () => {
    for (const rule of ['', 'every day', 'FREQ=WEEKLY;BYDAY=XX', 'FREQ=HOURLY', 'FREQ=DAILY;INTERVAL=0'])
      expect(() => checkedRule(rule, '2026-01-01T09:00', 'UTC'), rule).toThrow(
        expect.objectContaining({ code: 'invalid-input' }),
      );
    expect(checkedRule('rrule: freq=daily; count=3;', '2026-01-01T09:00', 'UTC')).toBe('FREQ=DAILY;COUNT=3');
  });

  it('ends by itself: after a thousand, and where no day can come', () => {
    expect(expandRule({ rule: 'FREQ=DAILY', start: '2026-01-01T09:00', zone: 'UTC' })).toHaveLength(
      mostOccurrences,
    );
    const never = { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', start: '2026-01-01T09:00', zone: 'UTC' };
    expect(expandRule(never)).toEqual([]);
  });

  it('reads UNTIL in its zone', () => {
    const daily = { rule: 'FREQ=DAILY;UNTIL=20260103T010000Z', start: '2026-01-01T09:00', exceptions: [] };
    expect(firstOccurrences({ ...daily, zone: 'Asia/Shanghai' }, 9)).toHaveLength(3);
    expect(firstOccurrences({ ...daily, zone: 'Europe/Berlin' }, 9)).toHaveLength(2);
  });
});

describe('a series', () => {
  const series = {
    rule: 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=5',
    start: '2026-03-02T09:00',
    zone: 'Europe/Berlin',
    exceptions: [],
  };

  it('begins with its start, also on a day the rule does not name', () => {
    expect(firstOccurrences(series, 9).map((wall) => wall.slice(5, 10))).toEqual([
      '03-02',
      '03-03',
      '03-05',
      '03-10',
      '03-12',
    ]);
  });

  it('is without its exceptions, which count', () => {
    const exceptions = ['2026-03-05T09:00', '2026-03-02T09:00'];
    expect(firstOccurrences({ ...series, exceptions }, 9)).toHaveLength(3);
    expect(occurrencesBetween({ ...series, exceptions }, '2026-03-01T00:00', '2026-03-11T00:00')).toEqual([
      '2026-03-03T09:00',
      '2026-03-10T09:00',
    ]);
  });

  it('is the same in parts as in one', () => {
    fc.assert(
      fc.property(
        rules,
        starts,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (rule, start, a, b) => {
          const whole = { rule, start, zone: 'UTC', exceptions: [] };
          const day = (count: number): string =>
            new Date(Date.parse(`${start}Z`) + count * 864e5).toISOString().slice(0, 16);
          const [one, other] = [day(Math.min(a, b)), day(Math.max(a, b))];
          const parts = [day(-9), one, other, day(401)];
          const joined = parts
            .slice(1)
            .flatMap((end, index) => occurrencesBetween(whole, parts[index] ?? '', end));
          const all = firstOccurrences(whole, mostOccurrences).filter((wall) => wall < day(401));
          // No answer holds more than the most, so the parts together may hold more than the whole.
          expect(joined.slice(0, mostOccurrences)).toEqual(all);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is cut in two without a loss', () => {
    const all = firstOccurrences(series, 9);
    const at = all[2] ?? '';
    const before = { ...series, rule: endedBefore(series.rule, at) };
    const after = { ...series, start: at, rule: rest(series.rule, 2) };
    expect([...firstOccurrences(before, 9), ...firstOccurrences(after, 9)]).toEqual(all);
  });
});

/** Days on which clocks change in 2026: forward with a wall time that is skipped, back with one that comes twice. */
const changes = [
  { zone: 'Europe/Berlin', gap: '2026-03-29T02:30', becomes: '03:30', overlap: '2026-10-25T02:30' },
  { zone: 'America/New_York', gap: '2026-03-08T02:30', becomes: '03:30', overlap: '2026-11-01T01:30' },
  { zone: 'Australia/Lord_Howe', gap: '2026-10-04T02:15', becomes: '02:45', overlap: '2026-04-05T01:45' },
  { zone: 'Australia/Sydney', gap: '2026-10-04T02:30', becomes: '03:30', overlap: '2026-04-05T02:30' },
  { zone: 'America/Santiago', gap: '2026-09-06T00:30', becomes: '01:30', overlap: '2026-04-04T23:30' },
  { zone: 'Africa/Cairo', gap: '2026-04-24T00:30', becomes: '01:30', overlap: '2026-10-29T23:30' },
];

describe.each(changes)('clock changes in $zone', ({ zone, gap, becomes, overlap }) => {
  const around = (wall: string): string[] => {
    const start = new Date(Date.parse(`${wall}Z`) - 2 * 864e5).toISOString().slice(0, 16);
    return firstOccurrences({ rule: 'FREQ=DAILY', start, zone, exceptions: [] }, 5);
  };
  const shown = (local: string): string => createZoneClock(zone).wall(dueInstant({ local, zone }));

  it('keep the wall time of every other day, and lose no day', () => {
    for (const wall of [gap, overlap]) {
      const days = around(wall);
      expect(days).toHaveLength(5);
      expect(new Set(days.map((each) => each.slice(11)))).toEqual(new Set([wall.slice(11)]));
      for (const day of days) expect(shown(day)).toBe(day === gap ? `${gap.slice(0, 11)}${becomes}` : day);
    }
  });

  it('leave days between occurrences as long as they are: 23, 24 or 25 hours', () => {
    const hours = around(overlap).map((local) => Date.parse(dueInstant({ local, zone })) / 36e5);
    const between = hours.slice(1).map((hour, index) => hour - (hours[index] ?? 0));
    expect(between.filter((length) => length === 24)).toHaveLength(3);
    // The first of the two is meant, so the longer day follows it.
    expect(between[2]).toBe(zone === 'Australia/Lord_Howe' ? 24.5 : 25);
  });
});

describe('a rule in a form and in words', () => {
  const parts = fc.record<RuleParts>({
    frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 99 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
    monthly: fc.oneof(
      fc.constant({ kind: 'day' as const }),
      fc.constant({ kind: 'last-day' as const }),
      fc.record({
        kind: fc.constant('nth' as const),
        nth: fc.constantFrom(1, 2, 3, 4, -1),
        weekday: fc.integer({ min: 0, max: 6 }),
      }),
    ),
    end: fc.oneof(
      fc.constant({ kind: 'never' as const }),
      fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 500 }) }),
      fc.constant({ kind: 'until' as const, day: '2027-05-01' }),
    ),
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(parts, (each) => {
        const rule = ruleOf(each);
        const read = partsOf(rule);
        expect(read).not.toBeNull();
        expect(read && ruleOf(read)).toBe(rule);
        expect(checkedRule(rule, '2026-01-01T09:00', 'UTC')).toBe(rule);
      }),
    );
  });

  it('is said in both languages', () => {
    expect(ruleInWords('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=10', '2026-03-02T09:00')).toEqual({
      en: 'every 2 weeks on Monday and Thursday, 10 times',
      zh: '每 2 周的周一、周四，共 10 次',
    });
    expect(ruleInWords('FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270501', '2026-03-02T09:00')).toEqual({
      en: 'every month on the last Friday, until 1 May 2027',
      zh: '每月的最后一个周五，直到2027年5月1日',
    });
    expect(ruleInWords('FREQ=YEARLY', '2026-03-02T09:00')).toEqual({
      en: 'every year on 2 March',
      zh: '每年 3月2日',
    });
  });

  it('that the form does not know stays as it is written', () => {
    expect(partsOf('FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1')).toBeNull();
    expect(ruleInWords('FREQ=DAILY;BYHOUR=9,15', '2026-03-02T09:00').en).toBe('FREQ=DAILY;BYHOUR=9,15');
  });
});
