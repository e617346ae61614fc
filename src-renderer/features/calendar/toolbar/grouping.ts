import { useSyncExternalStore } from 'react';

/** By what the columns of the board and the rows of the timeline can be made; the first one is usual. */
export const groupings = {
  board: ['status', 'owner', 'campaign', 'pillar'],
  timeline: ['account', 'campaign', 'pillar'],
} as const;
export type GroupedView = keyof typeof groupings;
export type Grouping<V extends GroupedView> = (typeof groupings)[V][number];

const listeners = new Set<() => void>();

const keyOf = (view: GroupedView): string => `galley.calendar.group.${view}`;

function read<V extends GroupedView>(view: V): Grouping<V> {
  const stored = localStorage.getItem(keyOf(view));
  const known: readonly Grouping<V>[] = groupings[view];
  return known.find((each) => each === stored) ?? (groupings[view][0] as Grouping<V>);
}

/** Sets the grouping of a view; one that it does not have is left alone. */
export function setGrouping(view: string, group: string): void {
  if (view !== 'board' && view !== 'timeline') return;
  if (!(groupings[view] as readonly string[]).includes(group)) return;
  localStorage.setItem(keyOf(view), group);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The grouping of a view, as it was left. */
export function useGrouping<V extends GroupedView>(view: V): Grouping<V> {
  return useSyncExternalStore(subscribe, () => read(view));
}

/** The grouping of whatever view is shown; '' for those that have none. */
export function useShownGrouping(view: string): string {
  return useSyncExternalStore(subscribe, () => (view === 'board' || view === 'timeline' ? read(view) : ''));
}
