import type { Day } from '#shared/domain/calendar-days.ts';

/** How dark a day is, 0 (nothing) to 5. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * The least count of each of the five steps, in even parts of the most that stands on one day; a year with five or
 * fewer on its fullest day has a step for each count.
 */
export function densitySteps(most: number): [number, number, number, number, number] {
  const at = (part: number): number => Math.max(part, Math.floor(((part - 1) * most) / 5) + 1);
  return [at(1), at(2), at(3), at(4), at(5)];
}

/** The step that a count belongs to. */
export function levelOf(count: number, steps: readonly number[]): Level {
  let level: Level = 0;
  for (const [index, least] of steps.entries()) if (count >= least) level = (index + 1) as Level;
  return count === 0 ? 0 : level;
}

/** How many stand in each month of a year, January first. */
export function monthTotals(counts: ReadonlyMap<Day, number>): number[] {
  const totals = Array.from({ length: 12 }, () => 0);
  for (const [day, count] of counts) {
    const month = Number(day.slice(5, 7)) - 1;
    totals[month] = (totals[month] ?? 0) + count;
  }
  return totals;
}
