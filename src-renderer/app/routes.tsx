import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

type Screen = ComponentType<{ params: Record<string, string | undefined> }>;

/** Every screen of every feature, loaded when it is first visited. */
const files = import.meta.glob<{ default: Screen }>('../features/*/*-screen.tsx');

export interface Route {
  path: string;
  feature: string;
  screen: LazyExoticComponent<Screen>;
}

/** The first of the named screens that a feature has. */
function route(path: string, ...names: string[]): Route | null {
  for (const name of names) {
    const found = Object.entries(files).find(([file]) => file.endsWith(`/${name}-screen.tsx`));
    if (found) return { path, feature: name, screen: lazy(found[1]) };
  }
  return null;
}

/** First match wins. */
export const routes: readonly Route[] = [
  route('/', 'today'),
  route('/calendar', 'calendar'),
  route('/posts', 'posts-list'),
  route('/posts/:id', 'composer'),
  route('/designs', 'designs-list', 'designs', 'design'),
  route('/designs/:id', 'design'),
  route('/clips', 'clips-list', 'clips', 'clip'),
  route('/clips/:id', 'clip'),
  route('/library', 'library'),
  route('/insights', 'insights'),
  route('/settings/:page?', 'settings'),
].filter((entry) => entry !== null);
