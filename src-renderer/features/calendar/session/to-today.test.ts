import { expect, it } from 'vitest';
import { blankSummary } from '#shared/domain/blank-post.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { movesToFreeDays, movesToToday } from './to-today.ts';

const zone = 'Europe/Berlin';
const entry = (key: string, local: string): PlanEntry => ({
  ...blankSummary(key),
  key,
  targetId: null,
  schedule: { local, zone },
});
const wallOf = ({ schedule }: PlanEntry): string => schedule?.local ?? '';
const late = entry('late', '2026-05-10T18:00');
const early = entry('early', '2026-05-09T08:00');

it('keeps a time of day that is still ahead, and finds a free one for what is over', () => {
  const moves = movesToToday([late, early], '2026-05-12T10:07', ['2026-05-12T10:50'], wallOf, zone, zone);
  expect(moves.map(({ post, schedule }) => [post.key, schedule?.local])).toEqual([
    ['early', '2026-05-12T11:30'],
    ['late', '2026-05-12T18:00'],
  ]);
});

it('goes over midnight where the day is over, one after the other', () => {
  const moves = movesToToday([early, late], '2026-05-12T23:40', [], wallOf, zone, zone);
  expect(moves.map(({ schedule }) => schedule?.local)).toEqual(['2026-05-13T00:15', '2026-05-13T00:45']);
});

it('gives each a day of its own that has nothing', () => {
  const busy = new Set(['2026-05-13', '2026-05-15']);
  const moves = movesToFreeDays([late, early], '2026-05-12', busy, wallOf, zone, zone);
  expect(moves.map(({ schedule }) => schedule?.local)).toEqual(['2026-05-14T18:00', '2026-05-16T08:00']);
});
