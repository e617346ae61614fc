import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { DayDates } from '#shared/contract/dates.ts';
import { addDays, type Day, daysBetween } from '#shared/domain/calendar-days.ts';

const none: ReadonlyMap<Day, DayDates> = new Map();
const DatesContext = createContext(none);

/** Days that one question may be about. */
const mostDays = 400;

/** Dates of `from` to `to`, both included, by their days; those of before stay until newer ones are here. */
export function useDates({ from, to }: { from: Day; to: Day }): ReadonlyMap<Day, DayDates> {
  const last = daysBetween(from, to) >= mostDays ? addDays(from, mostDays - 1) : to;
  const { data } = useCall('dates.range', { from, to: last }, ['records.changed', 'workspace.changed'], {
    concerns: (event) => !('kind' in event) || event.kind === 'kit',
  });
  return useMemo(() => (data ? new Map(data.map((day) => [day.day, day])) : none), [data]);
}

/** Gives every `DayMarks` below it what there is to say about its day: one question for all the days on screen. */
export function DatesProvider({ from, to, children }: { from: Day; to: Day; children: ReactNode }) {
  return <DatesContext.Provider value={useDates({ from, to })}>{children}</DatesContext.Provider>;
}

/** What the days on screen are, from the provider around. */
export function useShownDates(): ReadonlyMap<Day, DayDates> {
  return useContext(DatesContext);
}
