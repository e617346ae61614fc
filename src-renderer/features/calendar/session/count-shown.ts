import type { Day } from '#shared/domain/calendar-days.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { postsOfEntries } from '../views/board/board-columns.ts';
import type { Arrangement } from './arrange.ts';
import type { View } from './remembered.ts';

/** How many a view shows. Agenda and board also show what stands beside their days; the year counts for itself. */
export function countShown(
  view: View,
  days: readonly Day[],
  arrangement: Arrangement,
  entries: readonly PlanEntry[],
  overdue: readonly PlanEntry[],
  unscheduled: readonly PlanEntry[],
): number {
  if (view === 'board') return postsOfEntries(entries, overdue, unscheduled).length;
  if (view === 'agenda') return new Set([...entries, ...overdue, ...unscheduled].map(({ key }) => key)).size;
  return days.reduce((sum, day) => sum + (arrangement.byDay.get(day)?.length ?? 0), 0);
}
