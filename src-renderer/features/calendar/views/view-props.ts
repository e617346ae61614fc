import type { Day } from '#shared/domain/calendar-days.ts';
import type { ZoneClock } from '#shared/domain/calendar-zone.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import type { PlanFilter } from '#shared/plan/filter.ts';
import type { Range } from '../session/use-plan.ts';

/**
 * What the screen gives every view beside month, week and day. Cards that carry `data-post={entry.key}` and call
 * `useCalendarTools().grab` can be dropped on every element with `data-drop="day"` and `data-day`, and on the tray.
 */
export interface ViewProps {
  /** Filtered; of the range. Empty for the year. */
  entries: readonly PlanEntry[];
  /** Filtered; what was due before now and is not published, the latest first. */
  overdue: readonly PlanEntry[];
  /** Filtered; posts without a time. */
  unscheduled: readonly PlanEntry[];
  days: readonly Day[];
  range: Range;
  anchor: Day;
  today: Day;
  /** Wall time now, in `zone`. */
  now: string;
  clock: ZoneClock;
  /** The zone all times are shown in. */
  zone: string;
  /** 0 Sunday … 6 Saturday */
  weekStart: number;
  /** Days of rest, 0 Sunday … 6 Saturday. */
  weekend: readonly number[];
  locale: string;
  /** What the entries were filtered by. */
  filter: PlanFilter;
  /** Shows a day in the day view. */
  onOpenDay(day: Day): void;
  /** Shows the month of a day in the month view. */
  onOpenMonth(day: Day): void;
  onOpenPost(id: string): void;
}
