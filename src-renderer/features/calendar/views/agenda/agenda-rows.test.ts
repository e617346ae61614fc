import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankSummary } from '#shared/domain/blank-post.ts';
import { addDays } from '#shared/domain/calendar-days.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { agendaRows } from './agenda-rows.ts';

function entry(key: string, local: string | null, zone: string): PlanEntry {
  const schedule = local === null ? null : { local, zone };
  return { ...blankSummary(key), key, targetId: null, schedule, dueAt: schedule && dueInstant(schedule) };
}

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Shanghai', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC'];

describe('agendaRows', () => {
  it('gathers free days, keeps today, and has overdue first and those without a time last', () => {
    const zone = 'Europe/Berlin';
    const days = Array.from({ length: 8 }, (_, index) => addDays('2026-03-25', index));
    const late = entry('late', '2026-03-26T09:00', zone);
    const rows = agendaRows({
      entries: [late, entry('b', '2026-03-30T10:00', zone), entry('a', '2026-03-30T08:00', zone)],
      overdue: [late],
      unscheduled: [entry('idea', null, zone)],
      days,
      now: '2026-03-28T12:00',
      clock: createZoneClock(zone),
    });
    expect(
      rows.map((row) =>
        row.kind === 'entry'
          ? row.entry.key
          : row.kind === 'free'
            ? `free ${row.count}`
            : `${row.kind} ${row.count}`,
      ),
    ).toEqual([
      'overdue 1',
      'late',
      'free 3',
      'day 0',
      'free 1',
      'day 2',
      'a',
      'b',
      'free 2',
      'unscheduled 1',
      'idea',
    ]);
  });

  it('shows every entry once and every day once, in every zone, clock changes included', () => {
    const time = fc.record({
      minute: fc.integer({ min: 0, max: 9 * 1440 - 1 }),
      zone: fc.constantFrom(...zones),
      late: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(time, { maxLength: 30 }), fc.constantFrom(...zones), (times, zone) => {
        const days = Array.from({ length: 14 }, (_, index) => addDays('2026-03-23', index));
        const entries = times.map(({ minute, zone: own }, index) =>
          entry(`e${index}`, new Date(Date.UTC(2026, 2, 26, 0, minute)).toISOString().slice(0, 16), own),
        );
        const rows = agendaRows({
          entries,
          overdue: entries.filter((_, index) => times[index]?.late),
          unscheduled: [],
          days,
          now: '2026-03-29T12:00',
          clock: createZoneClock(zone),
        });
        const shown = rows.flatMap((row) => (row.kind === 'entry' ? [row.entry.key] : []));
        expect(shown.toSorted()).toEqual(entries.map(({ key }) => key).toSorted());
        const seen = rows.flatMap((row) =>
          row.kind === 'day'
            ? [row.day]
            : row.kind === 'free'
              ? Array.from({ length: row.count }, (_, index) => addDays(row.from, index))
              : [],
        );
        expect(seen).toEqual(days);
      }),
    );
  });
});
