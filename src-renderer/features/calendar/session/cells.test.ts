import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blankSummary } from '#shared/domain/blank-post.ts';
import { addDays } from '#shared/domain/calendar-days.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { arrange, emptyArrangement } from './arrange.ts';
import { spanOf, turnPage } from './view-span.ts';

const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
];
/** Days around which clocks change in those zones, a turn of the year, a leap day. */
const days = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
  '2027-01-01',
  '2028-02-29',
];

const anyDay = fc
  .tuple(fc.constantFrom(...days), fc.integer({ min: -9, max: 9 }))
  .map(([day, off]) => addDays(day, off));
const anyTime = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
const anyZone = fc.constantFrom(...zones);

function entry(index: number, local: string, zone: string): PlanEntry {
  const schedule = { local, zone };
  return {
    ...blankSummary(`p${index}`),
    key: `p${index}`,
    targetId: null,
    schedule,
    dueAt: dueInstant(schedule),
  };
}

it('shows every entry of its range in exactly one cell of the month, the week and the day', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyDay, anyTime, anyZone), { minLength: 1, maxLength: 30 }),
      anyZone,
      fc.integer({ min: 0, max: 6 }),
      (times, shownZone, weekStart) => {
        const clock = createZoneClock(shownZone);
        const entries = times.map(([day, time, zone], index) => entry(index, `${day}T${time}`, zone));
        const { byDay } = arrange(entries, clock, emptyArrangement);
        for (const { key, dueAt } of entries) {
          const day = clock.wall(dueAt ?? '').slice(0, 10);
          for (const view of ['month', 'week', 'day'] as const) {
            // The page of its day, and the two beside it.
            const anchors = [turnPage(view, day, -1), day, turnPage(view, day, 1)];
            for (const anchor of anchors) {
              const span = spanOf(view, anchor, weekStart);
              const cells = span.days.filter((each) => byDay.get(each)?.some(({ post }) => post.key === key));
              expect(cells).toEqual(span.days.includes(day) ? [day] : []);
              // What is fetched for the page is what its cells show.
              const from = dueInstant({ local: `${span.range.from}T00:00`, zone: shownZone });
              const to = dueInstant({ local: `${span.range.to}T00:00`, zone: shownZone });
              const fetched = (dueAt ?? '') >= from && (dueAt ?? '') < to;
              expect(fetched).toBe(day >= span.range.from && day < span.range.to);
              expect(span.days.every((each) => each >= span.range.from && each < span.range.to)).toBe(true);
            }
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

it('turns pages without leaving out a day', () => {
  for (const view of ['week', 'day', 'month', 'year'] as const) {
    const first = spanOf(view, '2026-10-25', 1).days;
    const next = spanOf(view, turnPage(view, '2026-10-25', 1), 1).days;
    expect((next[0] ?? '') <= addDays(first.at(-1) ?? '', 1)).toBe(true);
  }
});
