import { describe, expect, it } from 'vitest';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { dueInstant } from '#shared/domain/due.ts';
import { blankSummary } from '#shared/domain/blank-post.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import { arrange, emptyArrangement } from '../session/arrange.ts';
import { droppedMoves } from './dropped-moves.ts';

const zone = 'Europe/Berlin';
const clock = createZoneClock(zone);

function post(id: string, schedule: Schedule | null): PlanEntry {
  return {
    ...blankSummary(id),
    key: id,
    targetId: null,
    title: id,
    schedule,
    dueAt: schedule && dueInstant(schedule),
  };
}
const at = (local: string, own = zone): Schedule => ({ local, zone: own });

describe('droppedMoves', () => {
  const one = post('one', at('2026-03-28T09:00'));
  const two = post('two', at('2026-03-30T18:15'));
  const york = post('york', at('2026-03-28T04:00', 'America/New_York'));
  const { byKey } = arrange([one, two, york], clock, emptyArrangement);
  const times = (place: Parameters<typeof droppedMoves>[2], carried: PlanEntry[]) =>
    droppedMoves(carried, carried[0] as PlanEntry, place, byKey, clock).map(
      ({ schedule }) => schedule?.local,
    );

  it('keeps the times of day and the distance when dropped on a day', () => {
    expect(times({ kind: 'day', day: '2026-03-29' }, [one, two])).toEqual([
      '2026-03-29T09:00',
      '2026-03-31T18:15',
    ]);
  });

  it('takes the dropped hour, the others keep their distance', () => {
    const place = { kind: 'time' as const, day: '2026-03-29', minute: 615 };
    expect(times(place, [one, two])).toEqual(['2026-03-29T10:15', '2026-03-31T19:30']);
  });

  it('keeps a post in its own zone and shows it where it was dropped', () => {
    const place = { kind: 'time' as const, day: '2026-03-30', minute: 600 };
    const [move] = droppedMoves([york], york, place, byKey, clock);
    expect(move?.schedule).toEqual(at('2026-03-30T04:00', 'America/New_York'));
    expect(clock.wall(dueInstant(move?.schedule ?? at('')))).toBe('2026-03-30T10:00');
  });

  it('gives posts without a time nine o’clock, one hour after the other', () => {
    const drafts = [post('a', null), post('b', null)];
    expect(times({ kind: 'day', day: '2026-03-29' }, drafts)).toEqual([
      '2026-03-29T09:00',
      '2026-03-29T10:00',
    ]);
  });

  it('takes the time away on the tray', () => {
    expect(times({ kind: 'tray' }, [one, two])).toEqual([undefined, undefined]);
  });
});
