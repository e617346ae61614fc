/** One published post as a platform reports it. */
export interface PostResult {
  /** 0 Sunday … 6 Saturday, and hour, on the wall of the zone that is looked at. */
  weekday: number;
  hour: number;
  /** People reached, or times shown where a platform says no more. */
  reach: number;
  /** Likes, comments, shares, saves and clicks together. */
  engagements: number;
}

/** How good each hour of the week is, 0 to 1: `cells[weekday][hour]`. */
export type HourGrid = number[][];

/** So many results speak for themselves. */
export const enoughResults = 20;

/** Results that an hour needs to weigh as much as the average of all. */
const pull = 3;

/** @param sorted ascending; 0 where nothing is given */
export function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export const ascending = (one: number, other: number): number => one - other;

/** Scales a grid to 0 to 1; one without differences is 0.5 throughout. */
export function scaled(grid: HourGrid): HourGrid {
  const all = grid.flat();
  const least = Math.min(...all);
  const most = Math.max(...all);
  return grid.map((row) => row.map((value) => (most > least ? (value - least) / (most - least) : 0.5)));
}

/**
 * Median engagement rate of each hour of the week, drawn towards the median of all results the fewer there are, so that
 * one lucky post makes no best hour; with how many results each hour has.
 */
export function hoursOfResults(results: readonly PostResult[]): { cells: HourGrid; counts: HourGrid } {
  const usable = results.filter(({ reach }) => reach > 0);
  const rate = ({ engagements, reach }: PostResult): number => engagements / reach;
  const middle = median(usable.map(rate).sort(ascending));
  const byHour = Map.groupBy(usable, ({ weekday, hour }) => weekday * 24 + hour);
  const each = (value: (found: readonly PostResult[]) => number): HourGrid =>
    Array.from({ length: 7 }, (_, weekday) =>
      Array.from({ length: 24 }, (__, hour) => value(byHour.get(weekday * 24 + hour) ?? [])),
    );
  return {
    cells: scaled(
      each((found) => {
        const own = median(found.map(rate).sort(ascending));
        return (found.length * own + pull * middle) / (found.length + pull);
      }),
    ),
    counts: each((found) => found.length),
  };
}

/** Hours of some weekdays that a source names; `to` is exclusive. */
export interface NamedHours {
  /** 0 Sunday … 6 Saturday */
  weekdays: readonly number[];
  from: number;
  to: number;
  /** 0 to 1 */
  score: number;
}

/** Hours beside named ones are a little better than others: nothing ends on the hour. */
export function hoursOfSource(named: readonly NamedHours[]): HourGrid {
  const grid: HourGrid = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const raise = (weekday: number, hour: number, score: number): void => {
    const row = grid[weekday];
    if (row && hour >= 0 && hour < 24) row[hour] = Math.max(row[hour] ?? 0, score);
  };
  for (const { weekdays, from, to, score } of named) {
    for (const weekday of weekdays) {
      for (let hour = from; hour < to; hour += 1) raise(weekday, hour, score);
      raise(weekday, from - 1, score / 2);
      raise(weekday, to, score / 2);
    }
  }
  return grid;
}

/** The best hours, the best first; of equals the earlier in the week from Monday on. */
export function bestOf(cells: HourGrid, count: number): { weekday: number; hour: number; score: number }[] {
  return cells
    .flatMap((row, weekday) => row.map((score, hour) => ({ weekday, hour, score })))
    .filter(({ score }) => score > 0)
    .sort(
      (one, other) =>
        other.score - one.score ||
        ((one.weekday + 6) % 7) - ((other.weekday + 6) % 7) ||
        one.hour - other.hour,
    )
    .slice(0, count);
}
