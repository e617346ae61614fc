import { droppedMoves } from '../drag/dropped-moves.ts';
import type { Day } from '#shared/domain/calendar-days.ts';
import type { ZoneClock } from '#shared/domain/calendar-zone.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import type { Placed } from './arrange.ts';
import type { Move } from './use-plan-changes.ts';

/** Entries that were copied, with the places they then had. */
export interface CopiedEntries {
  entries: readonly PlanEntry[];
  placed: ReadonlyMap<string, Placed>;
}

/** The copies on a day: the earliest goes there, the others keep their distance in days, all their time of day. */
export function pastedMoves(copied: CopiedEntries, day: Day, clock: ZoneClock, homeZone: string): Move[] {
  const wallOf = (entry: PlanEntry): string => copied.placed.get(entry.key)?.wall ?? '9';
  const [first] = copied.entries.toSorted((one, other) => (wallOf(one) < wallOf(other) ? -1 : 1));
  return first
    ? droppedMoves(copied.entries, first, { kind: 'day', day }, copied.placed, clock, homeZone)
    : [];
}
