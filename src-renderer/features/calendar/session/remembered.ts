import { useLocalStorage, useSessionStorage } from '@mantine/hooks';
import { noFilter, type PlanFilter, readFilterText } from '#shared/plan/filter.ts';

export const views = ['month', 'week', 'day', 'agenda', 'board', 'timeline', 'year'] as const;
export type View = (typeof views)[number];

/** Views, filters and the tray come back as they were left; the shown day only within one window. */
export function useRemembered(today: string) {
  const [view, setView] = useLocalStorage<View>({
    key: 'galley.calendar.view',
    defaultValue: 'month',
    getInitialValueInEffect: false,
    sync: false,
    deserialize: (value) => views.find((view) => value?.includes(view)) ?? 'month',
  });
  const [filter, setFilter] = useLocalStorage<PlanFilter>({
    key: 'galley.calendar.filter',
    defaultValue: noFilter,
    getInitialValueInEffect: false,
    sync: false,
    deserialize: readFilterText,
  });
  const [trayOpen, setTrayOpen] = useLocalStorage<boolean>({
    key: 'galley.calendar.tray',
    defaultValue: true,
    getInitialValueInEffect: false,
    sync: false,
  });
  const [panel, setPanel] = useLocalStorage<string>({
    key: 'galley.calendar.panel',
    defaultValue: '',
    getInitialValueInEffect: false,
    sync: false,
  });
  const [anchor, setAnchor] = useSessionStorage<string>({
    key: 'galley.calendar.day',
    defaultValue: today,
    getInitialValueInEffect: false,
    sync: false,
    deserialize: (value) => /\d{4}-\d\d-\d\d/.exec(value ?? '')?.[0] ?? today,
  });
  return { view, setView, filter, setFilter, trayOpen, setTrayOpen, panel, setPanel, anchor, setAnchor };
}
