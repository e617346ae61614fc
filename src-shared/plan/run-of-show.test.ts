import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createZoneClock } from '../domain/calendar-zone.ts';
import { newId } from '../domain/id.ts';
import { clockLength, countdownSteps, readLength, rehearsed, reordered, showTimes } from './run-of-show.ts';

const item = (minutes: number) => ({
  id: newId(),
  title: '',
  minutes,
  who: '',
  script: '',
  cue: '',
  designId: null,
});
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Shanghai',
  'America/St_Johns',
  'Pacific/Auckland',
];

describe('times of a live session', () => {
  it('jump with the clocks, while lengths stay', () => {
    const start = { local: '2026-03-29T01:30', zone: 'Europe/Berlin' };
    const { rows, end } = showTimes({ start, items: [item(45), item(30)], wanted: 60 });
    expect(rows.map(({ wall }) => wall)).toEqual(['2026-03-29T01:30', '2026-03-29T03:15']);
    expect(end).toBe('2026-03-29T03:45');
    expect(showTimes({ start, items: [item(45), item(30)], wanted: 60 }).over).toBe(15);
  });

  it('follow one another without gaps, in every zone, over every change of the clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 364 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 20 }),
        (zone, day, minute, lengths) => {
          const local = new Date(Date.UTC(2026, 0, 1 + day, 0, minute)).toISOString().slice(0, 16);
          const { rows, total } = showTimes({
            start: { local, zone },
            items: lengths.map(item),
            wanted: null,
          });
          const clock = createZoneClock(zone);
          rows.forEach((row, index) => {
            const next = rows[index + 1];
            expect(row.wall).toBe(row.at && clock.wall(row.at));
            if (next)
              expect(Date.parse(next.at ?? '') - Date.parse(row.at ?? '')).toBe(
                (lengths[index] ?? 0) * 60_000,
              );
          });
          expect(total).toBe(lengths.reduce((sum, each) => sum + each, 0));
        },
      ),
    );
  });

  it('reordering keeps every item and the total', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.nat(30), fc.nat(30), (items, from, to) => {
        const next = reordered(items, from, to);
        expect(next.toSorted((one, other) => one - other)).toEqual(
          items.toSorted((one, other) => one - other),
        );
        if (from < items.length) expect(next[Math.min(to, items.length - 1)]).toBe(items[from]);
      }),
    );
  });

  it('reads and writes lengths', () => {
    expect(['5', '2.5', '5:30', '1:05:00', 'x', '', '9999'].map(readLength)).toEqual([
      5,
      2.5,
      5.5,
      65,
      null,
      null,
      null,
    ]);
    expect([330, 3900, -5, 0].map(clockLength)).toEqual(['5:30', '1:05:00', '−0:05', '0:00']);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
        expect(Math.round((readLength(clockLength(seconds)) ?? -1) * 60)).toBe(seconds);
      }),
    );
  });

  it('a rehearsal is behind by what was overrun', () => {
    const { rows } = showTimes({ start: null, items: [item(1), item(2)], wanted: null });
    expect(rehearsed(rows, 0, { inItem: 50, inAll: 50 })).toEqual({ left: 10, behind: 0 });
    expect(rehearsed(rows, 0, { inItem: 75, inAll: 75 })).toEqual({ left: -15, behind: 15 });
    expect(rehearsed(rows, 1, { inItem: 0, inAll: 40 })).toEqual({ left: 120, behind: -20 });
    expect(countdownSteps(3)).toEqual([180, 120, 60, 30, 10]);
    expect(countdownSteps(60)).toHaveLength(12);
  });
});
