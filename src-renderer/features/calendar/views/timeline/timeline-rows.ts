import type { Day } from '#shared/domain/calendar-days.ts';
import type { ZoneClock } from '#shared/domain/calendar-zone.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { valuesOfEntry } from '#shared/plan/filter.ts';
import type { Grouping } from '../../toolbar/grouping.ts';

export interface TimelineEntry {
  entry: PlanEntry;
  /** Wall time in the calendar's zone. */
  wall: string;
}

/** Days in a row on which nothing stands; `from` is the place of the first one in the shown days. */
export interface Gap {
  from: number;
  count: number;
}

export interface TimelineRow {
  /** Account id, or name of the campaign or pillar; '' for entries that have none. */
  value: string;
  /** In the order of the shown days. */
  cells: readonly (readonly TimelineEntry[])[];
  total: number;
}

/** A gap is worth seeing from this many days. */
const shortestGap = 4;

const lists = { account: 'accountIds', campaign: 'campaigns', pillar: 'pillars' } as const;

/**
 * A row for each of `known` and for each value that entries have, and one for those without any where there are such.
 * In a row each entry stands on its one day; an entry for two accounts stands in the rows of both.
 */
export function timelineRows(
  entries: readonly PlanEntry[],
  group: Grouping<'timeline'>,
  known: readonly string[],
  days: readonly Day[],
  clock: ZoneClock,
): TimelineRow[] {
  const places = new Map(days.map((day, index) => [day, index]));
  const rows = new Map<string, TimelineEntry[][]>();
  const rowOf = (value: string): TimelineEntry[][] => {
    let row = rows.get(value);
    if (!row) {
      row = days.map(() => []);
      rows.set(value, row);
    }
    return row;
  };
  for (const value of known) rowOf(value);
  for (const entry of entries) {
    if (entry.dueAt === null) continue;
    const wall = clock.wall(entry.dueAt);
    const place = places.get(wall.slice(0, 10));
    if (place === undefined) continue;
    for (const value of valuesOfEntry(entry, lists[group])) rowOf(value)[place]?.push({ entry, wall });
  }
  const none = rows.get('');
  rows.delete('');
  return [...rows, ...(none ? [['', none] as const] : [])].map(([value, cells]) => {
    for (const cell of cells) cell.sort((one, other) => (one.wall < other.wall ? -1 : 1));
    return { value, cells, total: cells.reduce((sum, cell) => sum + cell.length, 0) };
  });
}

/** The gaps of a row between two places, both included. */
export function gapsOf(row: TimelineRow, first: number, last: number): Gap[] {
  const gaps: Gap[] = [];
  let from = first;
  for (let place = first; place <= last + 1; place += 1) {
    if (place <= last && (row.cells[place]?.length ?? 0) === 0) continue;
    if (place - from >= shortestGap) gaps.push({ from, count: place - from });
    from = place + 1;
  }
  return gaps;
}

/** The nearest row above (-1) or below (1) the one of that value that `takes` what is moved. */
export function rowBeside(
  rows: readonly TimelineRow[],
  value: string,
  step: -1 | 1,
  takes: (row: TimelineRow) => boolean,
): TimelineRow | undefined {
  for (
    let at = rows.findIndex((row) => row.value === value) + step;
    at >= 0 && at < rows.length;
    at += step
  ) {
    const row = rows[at];
    if (row && takes(row)) return row;
  }
  return undefined;
}
