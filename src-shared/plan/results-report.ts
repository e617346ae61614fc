import type { Day } from '../domain/calendar-days.ts';
import { ascending, median } from './best-hours.ts';

/** One published post as a platform reports it, on the wall of the zone that is looked at. */
export interface DatedResult {
  /** Wall time `YYYY-MM-DDTHH:mm`. */
  local: string;
  title: string;
  link: string;
  reach: number;
  engagements: number;
}

export interface ResultFigures {
  count: number;
  reach: number;
  engagements: number;
  medianReach: number;
  /** Engagements by reach, 0 where nobody was reached. Over 1 where a platform counts several of one person. */
  rate: number;
}

export interface ResultsReport extends ResultFigures {
  /** First and last day with a post. */
  from: Day;
  to: Day;
  /** Each month that has posts, `YYYY-MM`, in order. */
  months: (ResultFigures & { month: string })[];
  /** What reached most, best first. */
  top: DatedResult[];
}

function figuresOf(results: readonly DatedResult[]): ResultFigures {
  const reach = results.reduce((sum, result) => sum + result.reach, 0);
  const engagements = results.reduce((sum, result) => sum + result.engagements, 0);
  return {
    count: results.length,
    reach,
    engagements,
    medianReach: median(results.map((result) => result.reach).sort(ascending)),
    rate: reach > 0 ? engagements / reach : 0,
  };
}

/** What came of published posts; null when there are none. @param most how many of the best are named */
export function reportOf(results: readonly DatedResult[], most = 5): ResultsReport | null {
  const days = results.map(({ local }) => local.slice(0, 10)).sort();
  const [from] = days;
  const to = days.at(-1);
  if (from === undefined || to === undefined) return null;
  const months = [...Map.groupBy(results, ({ local }) => local.slice(0, 7))]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, found]) => ({ month, ...figuresOf(found) }));
  const best = results.toSorted(
    (one, other) =>
      other.reach - one.reach || other.engagements - one.engagements || one.local.localeCompare(other.local),
  );
  return { ...figuresOf(results), from, to, months, top: best.slice(0, most) };
}
