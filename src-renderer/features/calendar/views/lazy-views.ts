import { type ComponentType, lazy } from 'react';
import type { View } from '../session/remembered.ts';
import type { ViewProps } from './view-props.ts';

/** The views that are fetched when they are first shown. */
export const lazyViews: Record<Exclude<View, 'month' | 'week' | 'day'>, ComponentType<ViewProps>> = {
  agenda: lazy(() => import('./agenda/agenda-view.tsx')),
  board: lazy(() => import('./board/board-view.tsx')),
  timeline: lazy(() => import('./timeline/timeline-view.tsx')),
  year: lazy(() => import('./year/year-view.tsx')),
};
