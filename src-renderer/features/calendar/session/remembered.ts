import { useLocalStorage, useSessionStorage } from '@mantine/hooks';
import { noFilter, type PlanFilter, readFilterText } from '#shared/plan/filter.ts';

/** How much of a post its card shows. */
export const densities = ['compact', 'comfortable', 'pictures'] as const;
export type Density = (typeof densities)[number];

/** What the tray offers below the small month. */
export type TrayShelf = 'drafts' | 'library';

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
  const [shelf, setShelf] = useLocalStorage<TrayShelf>({
    key: 'galley.calendar.shelf',
    defaultValue: 'drafts',
    getInitialValueInEffect: false,
    sync: false,
    deserialize: (value) => (value?.includes('library') ? 'library' : 'drafts'),
  });
  const [density, setDensity] = useLocalStorage<Density>({
    key: 'galley.calendar.density',
    defaultValue: 'comfortable',
    getInitialValueInEffect: false,
    sync: false,
    deserialize: (value) => densities.find((density) => value?.includes(density)) ?? 'comfortable',
  });
  const [ownZone, setOwnZone] = useLocalStorage<boolean>({
    key: 'galley.calendar.own-zone',
    defaultValue: false,
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
  return {
    view,
    setView,
    filter,
    setFilter,
    trayOpen,
    setTrayOpen,
    shelf,
    setShelf,
    density,
    setDensity,
    ownZone,
    setOwnZone,
    panel,
    setPanel,
    anchor,
    setAnchor,
  };
}
