import { createContext, type PointerEvent, useContext } from 'react';
import type { ZoneClock } from '#shared/domain/calendar-zone.ts';
import type { Day } from '#shared/domain/calendar-days.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import type { DropPlace } from '../drag/drag.ts';
import type { Selection } from './selection.ts';

/** What cells and cards ask of the screen. Stable over renders, so that it makes nothing draw. */
export interface CalendarTools {
  selection: Selection;
  clock: ZoneClock;
  /** A card was clicked, or pressed with Enter. */
  pick(
    event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean },
    key: string,
    element: HTMLElement,
  ): void;
  grab(event: PointerEvent<HTMLElement>, post: PlanEntry): void;
  /** Something else is picked up by its `element`, to be dropped on a day. */
  carry(
    event: globalThis.PointerEvent,
    element: HTMLElement,
    title: string,
    drop: (place: DropPlace) => void,
  ): void;
  /** All posts of a day, in a list beside `element`. */
  showDay(day: Day, element: HTMLElement): void;
  /** Asks for the title of a new post at that time. */
  addAt(wall: string, element: HTMLElement): void;
}

const Context = createContext<CalendarTools | null>(null);
export const CalendarToolsProvider = Context.Provider;

export function useCalendarTools(): CalendarTools {
  const tools = useContext(Context);
  if (!tools) throw new Error('useCalendarTools stands outside the calendar.');
  return tools;
}
