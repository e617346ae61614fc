import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCalendarDown,
  IconCalendarMonth,
  IconCalendarOff,
  IconCalendarSearch,
  IconCalendarStats,
  IconCalendarTime,
  IconCalendarWeek,
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
  IconChevronUp,
  IconClipboard,
  IconClockMinus,
  IconClockPlus,
  IconCopy,
  IconCopyPlus,
  IconFocusCentered,
  IconLayoutKanban,
  IconLayoutSidebar,
  IconListDetails,
  IconMailForward,
  IconPlus,
  IconSearch,
  IconTimeline,
  IconTrash,
} from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import type { View } from './remembered.ts';
import type { Selection } from './selection.ts';

/** Minutes by which keys move a time. */
const timeStep = 15;

export interface CalendarIntents {
  turn(step: -1 | 1): void;
  today(): void;
  show(view: View): void;
  jump(): void;
  toggleTray(): void;
  search(): void;
  add(): void;
  moveDays(days: number): Promise<void>;
  moveMinutes(minutes: number): Promise<void>;
  copy(): void;
  /** Puts what was copied on the current day. */
  paste(): Promise<void>;
  canPaste(): boolean;
  duplicate(): Promise<void>;
  /** Moves what is late and still meant to the present day. */
  toToday(): Promise<void>;
  unschedule(): Promise<void>;
  trash(): Promise<void>;
  /** Offers a review package of what is chosen. */
  review(): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
  clear(): void;
}

/** What can be done on the calendar, for keys, buttons and the palette. */
export function useCalendarActions(intents: CalendarIntents, selection: Selection) {
  const some = (): boolean => selection.meant().length > 0;
  const actions = {
    previous: {
      id: 'calendar.previous',
      icon: IconChevronLeft,
      keys: ['PageUp'],
      run: () => intents.turn(-1),
    },
    next: { id: 'calendar.next', icon: IconChevronRight, keys: ['PageDown'], run: () => intents.turn(1) },
    today: { id: 'calendar.today', icon: IconFocusCentered, keys: ['T'], run: intents.today },
    month: { id: 'calendar.month', icon: IconCalendarMonth, keys: ['M'], run: () => intents.show('month') },
    week: { id: 'calendar.week', icon: IconCalendarWeek, keys: ['W'], run: () => intents.show('week') },
    day: { id: 'calendar.day', icon: IconCalendarTime, keys: ['D'], run: () => intents.show('day') },
    agenda: { id: 'calendar.agenda', icon: IconListDetails, keys: ['A'], run: () => intents.show('agenda') },
    board: { id: 'calendar.board', icon: IconLayoutKanban, keys: ['B'], run: () => intents.show('board') },
    timeline: {
      id: 'calendar.timeline',
      icon: IconTimeline,
      keys: ['L'],
      run: () => intents.show('timeline'),
    },
    year: { id: 'calendar.year', icon: IconCalendarStats, keys: ['Y'], run: () => intents.show('year') },
    jump: { id: 'calendar.jump', icon: IconCalendarSearch, keys: ['G'], run: intents.jump },
    tray: { id: 'calendar.toggle-tray', icon: IconLayoutSidebar, keys: ['U'], run: intents.toggleTray },
    search: { id: 'calendar.search', icon: IconSearch, keys: ['/', 'mod+F'], run: intents.search },
    add: { id: 'calendar.new-post', icon: IconPlus, keys: ['N'], run: intents.add },
    earlier: {
      id: 'calendar.day-earlier',
      icon: IconChevronLeft,
      keys: ['[', 'alt+ArrowLeft'],
      enabled: some,
      run: () => intents.moveDays(-1),
    },
    later: {
      id: 'calendar.day-later',
      icon: IconChevronRight,
      keys: [']', 'alt+ArrowRight'],
      enabled: some,
      run: () => intents.moveDays(1),
    },
    weekEarlier: {
      id: 'calendar.week-earlier',
      icon: IconChevronUp,
      keys: ['alt+ArrowUp'],
      enabled: some,
      run: () => intents.moveDays(-7),
    },
    weekLater: {
      id: 'calendar.week-later',
      icon: IconChevronDown,
      keys: ['alt+ArrowDown'],
      enabled: some,
      run: () => intents.moveDays(7),
    },
    timeEarlier: {
      id: 'calendar.time-earlier',
      icon: IconClockMinus,
      keys: ['-'],
      enabled: some,
      run: () => intents.moveMinutes(-timeStep),
    },
    timeLater: {
      id: 'calendar.time-later',
      icon: IconClockPlus,
      keys: ['plus', '='],
      enabled: some,
      run: () => intents.moveMinutes(timeStep),
    },
    toToday: {
      id: 'calendar.to-today',
      icon: IconCalendarDown,
      keys: ['shift+T'],
      enabled: some,
      run: intents.toToday,
    },
    copy: {
      id: 'calendar.copy',
      icon: IconCopy,
      keys: ['mod+C'],
      // Words that were marked on the screen are what is meant to be copied.
      enabled: () => some() && getSelection()?.isCollapsed !== false,
      run: intents.copy,
    },
    paste: {
      id: 'calendar.paste',
      icon: IconClipboard,
      keys: ['mod+V'],
      enabled: intents.canPaste,
      run: intents.paste,
    },
    duplicate: {
      id: 'calendar.duplicate',
      icon: IconCopyPlus,
      keys: ['mod+D'],
      enabled: some,
      run: intents.duplicate,
    },
    unschedule: {
      id: 'calendar.unschedule',
      icon: IconCalendarOff,
      keys: ['shift+U'],
      enabled: some,
      run: intents.unschedule,
    },
    review: { id: 'review.make', icon: IconMailForward, enabled: some, run: intents.review },
    trash: {
      id: 'calendar.trash',
      icon: IconTrash,
      keys: ['Delete', 'Backspace'],
      enabled: some,
      run: intents.trash,
    },
    undo: { id: 'calendar.undo', icon: IconArrowBackUp, keys: ['mod+Z'], run: intents.undo },
    redo: {
      id: 'calendar.redo',
      icon: IconArrowForwardUp,
      keys: ['mod+shift+Z', 'mod+Y'],
      run: intents.redo,
    },
    clear: {
      id: 'calendar.clear',
      keys: ['Escape'],
      hidden: true,
      enabled: () => selection.chosen.size > 0 || selection.place.key !== null,
      run: intents.clear,
    },
  } satisfies Record<string, Action>;
  useActions(Object.values(actions));
  return actions;
}

export type CalendarActions = ReturnType<typeof useCalendarActions>;
