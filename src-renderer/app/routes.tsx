import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

type Screen = ComponentType<{ params: Record<string, string | undefined> }>;

export interface Route {
  path: string;
  /** Names the screen for its error boundary and its keys. */
  feature: string;
  /** Loaded when it is first visited. */
  screen: LazyExoticComponent<Screen>;
}

/** First match wins. */
export const routes: readonly Route[] = [
  { path: '/', feature: 'today', screen: lazy(() => import('../features/today/today-screen.tsx')) },
  {
    path: '/calendar',
    feature: 'calendar',
    screen: lazy(() => import('../features/calendar/calendar-screen.tsx')),
  },
  {
    path: '/campaigns',
    feature: 'campaigns',
    screen: lazy(() => import('../features/campaigns/campaigns-screen.tsx')),
  },
  {
    path: '/campaigns/:id',
    feature: 'campaign',
    screen: lazy(() => import('../features/campaigns/campaign-screen.tsx')),
  },
  { path: '/ideas', feature: 'ideas', screen: lazy(() => import('../features/campaigns/ideas-screen.tsx')) },
  {
    path: '/live/:id?',
    feature: 'live',
    screen: lazy(() => import('../features/campaigns/live-screen.tsx')),
  },
  {
    path: '/posts',
    feature: 'posts-list',
    screen: lazy(() => import('../features/posts-list/posts-list-screen.tsx')),
  },
  {
    path: '/posts/:id',
    feature: 'composer',
    screen: lazy(() => import('../features/composer/composer-screen.tsx')),
  },
  {
    path: '/designs',
    feature: 'designs',
    screen: lazy(() => import('../features/design/designs-screen.tsx')),
  },
  {
    path: '/designs/:id',
    feature: 'design',
    screen: lazy(() => import('../features/design/design-screen.tsx')),
  },
  { path: '/clips', feature: 'clips', screen: lazy(() => import('../features/clip/clips-screen.tsx')) },
  { path: '/clips/:id', feature: 'clip', screen: lazy(() => import('../features/clip/clip-screen.tsx')) },
  {
    path: '/library',
    feature: 'library',
    screen: lazy(() => import('../features/library/library-screen.tsx')),
  },
  {
    path: '/insights',
    feature: 'insights',
    screen: lazy(() => import('../features/insights/insights-screen.tsx')),
  },
  {
    path: '/settings/:page?',
    feature: 'settings',
    screen: lazy(() => import('../features/settings/settings-screen.tsx')),
  },
];
