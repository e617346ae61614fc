import {
  IconCalendarMonth,
  IconChartDots,
  IconFlag,
  IconLayout,
  IconLibraryPhoto,
  IconMovie,
  IconPencil,
  IconSettings,
  IconSunHigh,
} from '@tabler/icons-react';

/** The nine places of the rail, in order; the word of each is also its action's. */
export const places = [
  { path: '/', word: 'app.go-today', icon: IconSunHigh },
  { path: '/calendar', word: 'app.go-calendar', icon: IconCalendarMonth },
  { path: '/campaigns', word: 'app.go-campaigns', icon: IconFlag },
  { path: '/posts', word: 'app.go-posts', icon: IconPencil },
  { path: '/designs', word: 'app.go-designs', icon: IconLayout },
  { path: '/clips', word: 'app.go-clips', icon: IconMovie },
  { path: '/library', word: 'app.go-library', icon: IconLibraryPhoto },
  { path: '/insights', word: 'app.go-insights', icon: IconChartDots },
  { path: '/settings', word: 'app.go-settings', icon: IconSettings },
] as const;

/** Addresses of their own that belong to a place. */
const within: Partial<Record<string, readonly string[]>> = { '/campaigns': ['/ideas', '/live'] };

/** The place an address belongs to. */
export function placeOf(location: string): (typeof places)[number] | undefined {
  return places.find(({ path }) =>
    path === '/'
      ? location === '/'
      : [path, ...(within[path] ?? [])].some((start) => location.startsWith(start)),
  );
}
