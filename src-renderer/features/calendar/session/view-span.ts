import {
  addDays,
  addMonths,
  type Day,
  monthDays,
  startOfWeek,
  weekDays,
} from '#shared/domain/calendar-days.ts';
import type { Range } from './use-plan.ts';
import type { View } from './remembered.ts';

const agendaBefore = 7;
const agendaAfter = 60;
const timelineDays = 42;

export interface ViewSpan {
  /** What the view shows. */
  days: Day[];
  /** What is fetched for it, at least its days. */
  range: Range;
}

/** The range of whole days, the last one included. */
function rangeOf(days: readonly Day[]): Range {
  const first = days[0] ?? '1970-01-01';
  return { from: first, to: addDays(days.at(-1) ?? first, 1) };
}

function row(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/**
 * The days a view shows around `anchor`. Week and day stand in the range of their month, so that going between the
 * three and most steps need no new answer.
 */
export function spanOf(view: View, anchor: Day, weekStart: number): ViewSpan {
  const month = monthDays(anchor, weekStart);
  switch (view) {
    case 'month':
      return { days: month, range: rangeOf(month) };
    case 'week':
    case 'day': {
      const days = view === 'week' ? weekDays(anchor, weekStart) : [anchor];
      return { days, range: rangeOf([...new Set([...month, ...days])].sort()) };
    }
    case 'agenda': {
      const days = row(addDays(anchor, -agendaBefore), agendaBefore + agendaAfter + 1);
      return { days, range: rangeOf(days) };
    }
    case 'board': {
      const first = `${addMonths(anchor, -1).slice(0, 7)}-01`;
      const end = `${addMonths(anchor, 2).slice(0, 7)}-01`;
      const days: Day[] = [];
      for (let day = first; day < end; day = addDays(day, 1)) days.push(day);
      return { days, range: rangeOf(days) };
    }
    case 'timeline': {
      const days = row(startOfWeek(anchor, weekStart), timelineDays);
      return { days, range: rangeOf(days) };
    }
    case 'year': {
      const year = anchor.slice(0, 4);
      const days: Day[] = [];
      for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) days.push(day);
      return { days, range: rangeOf(days) };
    }
  }
}

/** The day that stands for the next (1) or previous (-1) page of a view. */
export function turnPage(view: View, anchor: Day, step: -1 | 1): Day {
  switch (view) {
    case 'day':
      return addDays(anchor, step);
    case 'week':
      return addDays(anchor, step * 7);
    case 'timeline':
      return addDays(anchor, step * 21);
    case 'month':
    case 'board':
    case 'agenda':
      return addMonths(anchor, step);
    case 'year':
      return addMonths(anchor, step * 12);
  }
}

/** The ranges that are probably wanted next. */
export function neighbourRanges(view: View, anchor: Day, weekStart: number): Range[] {
  if (view === 'year') return [];
  const of = view === 'week' || view === 'day' ? 'month' : view;
  return ([-1, 1] as const).map((step) => spanOf(of, turnPage(of, anchor, step), weekStart).range);
}
