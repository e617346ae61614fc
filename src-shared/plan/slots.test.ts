import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekdayOf } from '../domain/calendar-days.ts';
import { dueInstant } from '../domain/due.ts';
import {
  nextFreeSlots,
  Occupied,
  queueIntoSlots,
  slotReach,
  type SlotTimes,
  type Standing,
} from './slots.ts';

const slot = (over: Partial<SlotTimes> = {}): SlotTimes => ({
  id: 'daily',
  accountId: null,
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  time: '09:00',
  zone: 'Asia/Shanghai',
  pillar: '',
  ...over,
});
const any = { accountIds: [], pillar: null };
const after = '2026-11-22T00:00:00.000Z';
const next = (slots: SlotTimes[], standing: Standing[], wanted: object = {}, count = 3): string[] =>
  nextFreeSlots(slots, new Occupied(standing), { ...any, after, count, ...wanted }).map(
    ({ slotId, schedule }) => `${slotId} ${schedule.local}`,
  );

describe('free slots', () => {
  it('come by time on their weekdays, in their zones', () => {
    const berlin = slot({ id: 'berlin', zone: 'Europe/Berlin', weekdays: [0, 1], time: '08:30' });
    expect(next([slot(), berlin], [], {}, 4)).toEqual([
      'daily 2026-11-22T09:00',
      'berlin 2026-11-22T08:30',
      'daily 2026-11-23T09:00',
      'berlin 2026-11-23T08:30',
    ]);
  });

  it('are taken by a post of their account within a quarter of an hour', () => {
    const mine = slot({ id: 'mine', accountId: 'a' });
    const at = (minutes: number, accountIds: string[]): Standing => ({
      dueAt: new Date(Date.parse('2026-11-22T01:00Z') + minutes * 6e4).toISOString(),
      accountIds,
    });
    expect(next([mine], [at(14, ['a'])], {}, 1)).toEqual(['mine 2026-11-23T09:00']);
    expect(next([mine], [at(-14, [])], {}, 1)).toEqual(['mine 2026-11-23T09:00']);
    expect(next([mine], [at(15, ['a']), at(0, ['b'])], {}, 1)).toEqual(['mine 2026-11-22T09:00']);
    expect(next([slot()], [at(0, ['b'])], { accountIds: ['a'] }, 1)).toEqual(['daily 2026-11-22T09:00']);
    expect(next([slot()], [at(0, ['b'])], {}, 1)).toEqual(['daily 2026-11-23T09:00']);
  });

  it('of an account or a pillar are for it alone', () => {
    const slots = [slot({ id: 'a', accountId: 'a' }), slot({ id: 'tips', pillar: 'Tips', time: '10:00' })];
    expect(next(slots, [], { accountIds: ['b'], pillar: 'Tips' }, 1)).toEqual(['tips 2026-11-22T10:00']);
    expect(next(slots, [], { accountIds: ['a'], pillar: '' }, 2)).toEqual([
      'a 2026-11-22T09:00',
      'a 2026-11-23T09:00',
    ]);
    expect(next(slots, [], { accountIds: ['b'], pillar: '' }, 1)).toEqual([]);
  });

  it('that a clock change skips move forward', () => {
    const night = slot({ zone: 'Europe/Berlin', time: '02:30' });
    const [turn] = nextFreeSlots([night], new Occupied([]), {
      ...any,
      after: '2026-03-28T12:00:00.000Z',
      count: 1,
    });
    expect(turn?.dueAt).toBe('2026-03-29T01:30:00.000Z');
  });
});

describe('a queue', () => {
  const slots = fc.array(
    fc.record<SlotTimes>({
      id: fc.constantFrom('1', '2', '3', '4'),
      accountId: fc.constantFrom(null, 'a', 'b'),
      weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
      time: fc.constantFrom('02:30', '09:00', '09:10', '18:00'),
      zone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York'),
      pillar: fc.constantFrom('', 'Tips'),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const accounts = fc.uniqueArray(fc.constantFrom('a', 'b'));
  const wanted = fc.array(fc.record({ accountIds: accounts, pillar: fc.constantFrom('', 'Tips') }), {
    maxLength: 8,
  });
  const standing = fc.array(
    fc.record({
      dueAt: fc
        .integer({ min: 0, max: 2000 })
        .map((quarter) => new Date(Date.parse(after) + quarter * 9e5).toISOString()),
      accountIds: accounts,
    }),
    { maxLength: 8 },
  );

  it('puts each into a slot of its own, and never beside another post of its account', () => {
    fc.assert(
      fc.property(slots, wanted, standing, (given, posts, stands) => {
        const placed = queueIntoSlots(posts, given, stands, after);
        const all: Standing[] = [...stands];
        for (const [index, turn] of placed.entries()) {
          const post = posts[index];
          if (!turn || !post) continue;
          expect(turn.dueAt >= after).toBe(true);
          expect(dueInstant(turn.schedule)).toBe(turn.dueAt);
          const from = given.find(
            (each) =>
              each.id === turn.slotId &&
              turn.schedule.local.endsWith(each.time) &&
              each.zone === turn.schedule.zone &&
              each.weekdays.includes(weekdayOf(turn.schedule.local.slice(0, 10))),
          );
          expect(from).toBeDefined();
          const mine =
            post.accountIds.length > 0 ? post.accountIds : turn.accountId === null ? [] : [turn.accountId];
          const near = all.filter(
            (each) =>
              Math.abs(Date.parse(each.dueAt) - Date.parse(turn.dueAt)) < slotReach * 6e4 &&
              (each.accountIds.length === 0 ||
                mine.length === 0 ||
                mine.some((id) => each.accountIds.includes(id))),
          );
          expect(near).toEqual([]);
          all.push({ dueAt: turn.dueAt, accountIds: mine });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the order of posts that want the same', () => {
    const placed = queueIntoSlots([any, any, any], [slot()], [], after).map((turn) =>
      turn?.schedule.local.slice(0, 10),
    );
    expect(placed).toEqual(['2026-11-22', '2026-11-23', '2026-11-24']);
  });
});
