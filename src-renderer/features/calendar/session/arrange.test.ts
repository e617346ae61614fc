import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { dueInstant } from '#shared/domain/due.ts';
import { blankSummary } from '#shared/domain/blank-post.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { arrange, emptyArrangement, keepSame } from './arrange.ts';

function post(id: string, local: string, zone: string): PlanEntry {
  return {
    ...blankSummary(id),
    key: id,
    targetId: null,
    title: id,
    formats: ['x/post'],
    schedule: { local, zone },
    dueAt: dueInstant({ local, zone }),
  };
}

const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
];

describe('arrange', () => {
  it('shows every post in exactly one day, in order, in every zone', () => {
    const anyPosts = fc.array(
      fc.record({ minute: fc.integer({ min: 0, max: 500_000 }), zone: fc.constantFrom(...zones) }),
    );
    fc.assert(
      fc.property(anyPosts, fc.constantFrom(...zones), (times, zone) => {
        const posts = times.map(({ minute, zone: own }, index) =>
          post(`p${index}`, new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString().slice(0, 16), own),
        );
        const { byDay, byKey } = arrange(posts, createZoneClock(zone), emptyArrangement);
        const shown = [...byDay.values()].flat();
        expect(shown.length).toBe(posts.length);
        expect(byKey.size).toBe(posts.length);
        for (const [day, list] of byDay)
          list.forEach((placed, index) => {
            expect(placed.day).toBe(day);
            expect(placed.minute).toBeGreaterThanOrEqual(list[index - 1]?.minute ?? 0);
          });
      }),
    );
  });

  it('keeps cells that did not change', () => {
    const clock = createZoneClock('Europe/Berlin');
    const first = [
      post('a', '2026-03-28T09:00', 'Europe/Berlin'),
      post('b', '2026-03-30T09:00', 'Europe/Berlin'),
    ];
    const before = arrange(first, clock, emptyArrangement);
    const next = keepSame(first, [
      structuredClone(first[0] as PlanEntry),
      { ...(first[1] as PlanEntry), revision: 2 },
    ]);
    const after = arrange(next, clock, before);
    expect(after.byDay.get('2026-03-28')).toBe(before.byDay.get('2026-03-28'));
    expect(after.byDay.get('2026-03-30')).not.toBe(before.byDay.get('2026-03-30'));
  });
});
