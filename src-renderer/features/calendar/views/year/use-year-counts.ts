import { useMemo } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { GalleyError } from '#shared/contract/failure.ts';
import type { EventPayload } from '#shared/contract/index.ts';
import type { Day } from '#shared/domain/calendar-days.ts';
import type { ZoneClock } from '#shared/domain/calendar-zone.ts';
import { filterEntries, isFiltering, type PlanFilter } from '#shared/plan/filter.ts';
import type { Range } from '../../session/use-plan.ts';

const refresh = ['records.changed', 'workspace.changed'] as const;
const refreshing = {
  concerns: ({ kind }: EventPayload<'records.changed'>) => kind !== 'kit',
  quiet: 120,
};

export interface YearCounts {
  /** undefined until they are here; days without any are left out. */
  counts: ReadonlyMap<Day, number> | undefined;
  failure: GalleyError | undefined;
  reload(): void;
}

/** How many stand on each day: counted by the studio, or here where a filter wants to see each. */
export function useYearCounts({ from, to }: Range, filter: PlanFilter, clock: ZoneClock): YearCounts {
  const range = { from: `${from}T00:00`, to: `${to}T00:00`, zone: clock.zone };
  const filtering = isFiltering(filter);
  const density = useCall('plan.density', filtering ? null : range, refresh, refreshing);
  const entries = useCall('plan.range', filtering ? range : null, refresh, refreshing);
  const days = density.data;
  const all = entries.data;
  const counts = useMemo(() => {
    if (!filtering) return days && new Map(days.map(({ day, total }) => [day, total]));
    if (!all) return undefined;
    const found = new Map<Day, number>();
    for (const { dueAt } of filterEntries(all, filter)) {
      if (dueAt === null) continue;
      const day = clock.wall(dueAt).slice(0, 10);
      found.set(day, (found.get(day) ?? 0) + 1);
    }
    return found;
  }, [filtering, days, all, filter, clock]);
  const { failure, reload } = filtering ? entries : density;
  return { counts, failure, reload };
}
