import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueInstant } from './due.ts';

const cases: [zone: string, local: string, utc: string, why: string][] = [
  ['Asia/Shanghai', '2026-11-22T09:30', '2026-11-22T01:30:00.000Z', 'no daylight saving'],
  ['Asia/Shanghai', '1988-07-01T12:00', '1988-07-01T03:00:00.000Z', 'China had daylight saving in 1988'],
  ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30:00.000Z', 'gap: becomes 03:30 EDT'],
  ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z', 'overlap: the first, EDT'],
  ['Europe/London', '2026-03-29T01:15', '2026-03-29T01:15:00.000Z', 'gap: becomes 02:15 BST'],
  ['Europe/London', '2026-10-25T01:15', '2026-10-25T00:15:00.000Z', 'overlap: the first, BST'],
  ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45:00.000Z', 'gap of half an hour'],
  ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00.000Z', 'overlap of half an hour'],
  ['Asia/Kathmandu', '2026-01-01T05:45', '2026-01-01T00:00:00.000Z', 'offset of 5:45'],
  ['America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00:00.000Z', 'gap at midnight'],
  ['Asia/Shanghai', '2028-02-29T00:00', '2028-02-28T16:00:00.000Z', 'leap day'],
];

describe('dueInstant', () => {
  it.each(cases)('%s %s is %s (%s)', (zone, local, utc) => {
    expect(dueInstant({ zone, local })).toBe(utc);
  });

  it('refuses a day that does not exist and an unknown zone', () => {
    expect(() => dueInstant({ local: '2026-02-30T10:00', zone: 'Asia/Shanghai' })).toThrow(
      /not a moment on the calendar/,
    );
    expect(() => dueInstant({ local: '2026-02-20T10:00', zone: 'Mars/Base' })).toThrow(/Mars\/Base/);
  });

  it('shows the same wall time back in its zone, outside of gaps', () => {
    const zones = [
      'Asia/Shanghai',
      'America/New_York',
      'Europe/London',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'UTC',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 365 * 24 * 60 - 1 }),
        (zone, minute) => {
          const local = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString().slice(0, 16);
          const shown = new Date(dueInstant({ local, zone }))
            .toLocaleString('sv-SE', { timeZone: zone })
            .replace(' ', 'T')
            .slice(0, 16);
          // In a gap the time moves forward, never back.
          return shown === local || shown > local;
        },
      ),
    );
  });
});
