import { addDays, type Day, noonOf, startOfWeek } from '../domain/calendar-days.ts';

/** A post of the plan as goals see it. */
export interface Planned {
  id: string;
  day: Day;
  published: boolean;
  pillar: string;
  /** Accounts (`account:<id>`), and platforms of all its formats (`platform:<id>`). */
  lanes: readonly string[];
}

export interface CadenceWeek {
  /** Monday. */
  from: Day;
  /** ISO 8601: `2026-W48`. */
  week: string;
  planned: number;
  published: number;
}

/** ISO 8601 week of a day: weeks begin on Monday and belong to the year of their Thursday. */
export function isoWeek(day: Day): string {
  const thursday = addDays(startOfWeek(day, 1), 3);
  const year = thursday.slice(0, 4);
  const first = noonOf(startOfWeek(`${year}-01-04`, 1));
  const number = Math.round((noonOf(startOfWeek(day, 1)).getTime() - first.getTime()) / 604_800_000) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The Mondays of all weeks that hold a day of [from, to). */
export function mondaysOf(from: Day, to: Day): Day[] {
  const mondays: Day[] = [];
  for (let day = startOfWeek(from, 1); day < to; day = addDays(day, 7)) mondays.push(day);
  return mondays;
}

/** Posts of a lane in each week of [from, to); weeks are whole, so `posts` should reach from Monday to Sunday. */
export function cadenceWeeks(posts: readonly Planned[], lane: string, from: Day, to: Day): CadenceWeek[] {
  const mine = posts.filter(({ lanes }) => lanes.includes(lane));
  const byWeek = Map.groupBy(mine, ({ day }) => startOfWeek(day, 1));
  return mondaysOf(from, to).map((monday) => {
    const week = byWeek.get(monday) ?? [];
    return {
      from: monday,
      week: isoWeek(monday),
      planned: week.length,
      published: week.filter(({ published }) => published).length,
    };
  });
}

/**
 * How posts of [from, to) divide into pillars; each post counts once. `actual` are percent of the posts that have one
 * of these pillars.
 */
export function pillarShares(
  posts: readonly Planned[],
  pillars: readonly string[],
  from: Day,
  to: Day,
): { pillars: { name: string; count: number; actual: number }[]; counted: number; without: number } {
  const inRange = new Map(
    posts.filter(({ day }) => day >= from && day < to).map(({ id, pillar }) => [id, pillar]),
  );
  const counts = new Map<string, number>();
  for (const pillar of inRange.values()) counts.set(pillar, (counts.get(pillar) ?? 0) + 1);
  const counted = pillars.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  return {
    pillars: pillars.map((name) => {
      const count = counts.get(name) ?? 0;
      return { name, count, actual: counted === 0 ? 0 : (count / counted) * 100 };
    }),
    counted,
    without: inRange.size - counted,
  };
}
