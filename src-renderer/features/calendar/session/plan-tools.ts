import { createContext, useContext } from 'react';
import type { Day } from '#shared/domain/calendar-days.ts';
import type { ZoneClock } from '#shared/domain/calendar-zone.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import type { View } from './remembered.ts';
import type { Selection } from './selection.ts';
import type { Range } from './use-plan.ts';
import type { PlanChanges } from './use-plan-changes.ts';

/** What panels and dialogs of the calendar work with; changes with the plan, so cards must not read it. */
export interface PlanTools {
  view: View;
  /** Filtered entries of the range. */
  entries: readonly PlanEntry[];
  range: Range;
  days: readonly Day[];
  anchor: Day;
  today: Day;
  /** Wall time now, in `zone`. */
  now: string;
  /** The zone all times are shown in. */
  zone: string;
  /** The workspace's; new times are kept in it. */
  workspaceZone: string;
  clock: ZoneClock;
  /** 0 Sunday … 6 Saturday */
  weekStart: number;
  selection: Selection;
  /** The entries of those keys, of the range and of the tray; unknown keys are left out. */
  postsOf(keys: Iterable<string>): PlanEntry[];
  changes: PlanChanges;
  /** Shows the day, turning the page where needed, and focuses the entry or the day. */
  goTo(day: Day, key: string | null): void;
  openPost(id: string): void;
  /** The post with its hand-off, where publishing is recorded. */
  openHandOff(entry: PlanEntry): void;
}

const Context = createContext<PlanTools | null>(null);
export const PlanToolsProvider = Context.Provider;

export function usePlanTools(): PlanTools {
  const tools = useContext(Context);
  if (!tools) throw new Error('usePlanTools stands outside the calendar.');
  return tools;
}
