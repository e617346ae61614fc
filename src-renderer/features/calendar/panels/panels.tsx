import {
  IconAlertTriangle,
  IconCalendarStar,
  IconClockPlay,
  IconLeaf,
  IconTargetArrow,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';
import { TimingHost } from '../timing/timing-host.tsx';
import type { Words } from '#renderer/ui/words.tsx';

/** A tool beside the calendar. Its component stands inside `usePlanTools()` and fills the panel, which scrolls. */
export interface PlanPanel {
  id: string;
  word(t: Words['t']): string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Loaded when it is first opened: `lazy(() => import(…))`. */
  component: ComponentType;
}

/** One line each, in the order of their buttons. */
export const panels: readonly PlanPanel[] = [
  {
    id: 'slots',
    word: (t) => t('timing.slots'),
    icon: IconClockPlay,
    component: lazy(() => import('../timing/slots-panel.tsx')),
  },
  {
    id: 'evergreen',
    word: (t) => t('timing.evergreen-title'),
    icon: IconLeaf,
    component: lazy(() => import('../timing/evergreen-panel.tsx')),
  },
  {
    id: 'dates',
    word: (t) => t('dates.panel'),
    icon: IconCalendarStar,
    component: lazy(() => import('../dates/dates-panel.tsx')),
  },
  {
    id: 'warnings',
    word: (t) => t('insight.warnings'),
    icon: IconAlertTriangle,
    component: lazy(() => import('../insight/warnings-panel.tsx')),
  },
  {
    id: 'goals',
    word: (t) => t('insight.goals'),
    icon: IconTargetArrow,
    component: lazy(() => import('../insight/goals-panel.tsx')),
  },
];

/**
 * Components that are always there, inside `usePlanTools()` and without a place of their own: they offer actions with
 * `useActions` and hold their dialogs.
 */
export const planHosts: readonly ComponentType[] = [TimingHost];

/** Ids of offered actions that also stand in the menu of a card. */
export const cardActionIds: readonly string[] = ['timing.next-slot', 'timing.repeat'];
