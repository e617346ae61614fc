import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

type Screen = ComponentType<{ params: Record<string, string | undefined> }>;

/** Every screen of every feature, loaded when it is first visited. */
const files = import.meta.glob<{ default: Screen }>('../features/*/*-screen.tsx');

export interface Route {
  path: string;
  feature: string;
  screen: LazyExoticComponent<Screen>;
}

function route(path: string, feature: string): Route | null {
  const load = files[`../features/${feature}/${feature}-screen.tsx`];
  return load ? { path, feature, screen: lazy(load) } : null;
}

/** First match wins. */
export const routes: readonly Route[] = [
  route('/', 'today'),
  route('/calendar', 'calendar'),
  route('/posts', 'posts-list'),
  route('/posts/:id', 'composer'),
  route('/designs', 'designs-list'),
  route('/designs/:id', 'design'),
  route('/clips', 'clips-list'),
  route('/clips/:id', 'clip'),
  route('/library', 'library'),
  route('/insights', 'insights'),
  route('/settings/:page?', 'settings'),
].filter((entry) => entry !== null);
