import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankSummary } from '#shared/domain/blank-post.ts';
import { addDays, daysBetween } from '#shared/domain/calendar-days.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { movedSpan } from './campaign-span.ts';
import { gapsOf, timelineRows } from './timeline-rows.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Shanghai', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC'];
const days = Array.from({ length: 42 }, (_, index) => addDays('2026-03-02', index));

function entry(key: string, local: string, zone: string, over: Partial<PlanEntry> = {}): PlanEntry {
  const schedule = { local, zone };
  return { ...blankSummary(key), key, targetId: null, schedule, dueAt: dueInstant(schedule), ...over };
}

describe('timelineRows', () => {
  it('has each entry on one day of each row it belongs to, in every zone', () => {
    const time = fc.record({
      minute: fc.integer({ min: 0, max: 38 * 1440 }),
      zone: fc.constantFrom(...zones),
      accountIds: fc.subarray(['one', 'two']),
    });
    fc.assert(
      fc.property(fc.array(time, { maxLength: 20 }), fc.constantFrom(...zones), (times, zone) => {
        const clock = createZoneClock(zone);
        const entries = times.map(({ minute, zone: own, accountIds }, index) =>
          entry(`e${index}`, new Date(Date.UTC(2026, 2, 4, 0, minute)).toISOString().slice(0, 16), own, {
            accountIds,
          }),
        );
        const rows = timelineRows(entries, 'account', ['two', 'three'], days, clock);
        expect(rows.map(({ value }) => value)).toEqual(expect.arrayContaining(['two', 'three']));
        for (const row of rows) {
          const shown = row.cells.flatMap((cell, place) =>
            cell.map((each) => ({ ...each, day: days[place] })),
          );
          for (const { wall, day } of shown) expect(wall.slice(0, 10)).toBe(day);
          const wanted = entries.filter(({ accountIds }) =>
            row.value === '' ? accountIds.length === 0 : accountIds.includes(row.value),
          );
          expect(shown.map((each) => each.entry.key).toSorted()).toEqual(
            wanted.map(({ key }) => key).toSorted(),
          );
          expect(row.total).toBe(wanted.length);
        }
      }),
    );
  });

  it('tells the gaps of a row between two days', () => {
    const [row] = timelineRows(
      [
        entry('a', '2026-03-07T10:00', 'UTC', { campaign: 'C' }),
        entry('b', '2026-03-10T10:00', 'UTC', { campaign: 'C' }),
      ],
      'campaign',
      [],
      days,
      createZoneClock('UTC'),
    );
    if (!row) throw new Error('no row');
    expect(gapsOf(row, 0, 41)).toEqual([
      { from: 0, count: 5 },
      { from: 9, count: 33 },
    ]);
    expect(gapsOf(row, 2, 12)).toEqual([{ from: 9, count: 4 }]);
  });
});

describe('movedSpan', () => {
  it('keeps its length when moved, and its ends in order', () => {
    const part = fc.constantFrom('all' as const, 'from' as const, 'to' as const);
    fc.assert(
      fc.property(fc.nat(60), part, fc.integer({ min: -90, max: 90 }), (length, which, by) => {
        const span = { from: '2026-03-10', to: addDays('2026-03-10', length) };
        const moved = movedSpan(span, which, by);
        const after = daysBetween(moved.from, moved.to);
        expect(after).toBeGreaterThanOrEqual(0);
        if (which === 'all') expect(after).toBe(length);
        if (which === 'from') expect(moved.to).toBe(span.to);
        if (which === 'to') expect(moved.from).toBe(span.from);
      }),
    );
  });
});
