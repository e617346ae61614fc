import { useSyncExternalStore } from 'react';
import type { Day } from '#shared/domain/calendar-days.ts';

/** Where the keyboard is: a day, and the key of an entry of it when one is meant. */
export interface Place {
  day: Day;
  key: string | null;
}

/**
 * The current place and the chosen entries, outside of React's state: moving the mark draws two cards, not the calendar.
 */
export class Selection {
  private listeners = new Set<() => void>();
  place: Place;
  chosen: ReadonlySet<string> = new Set();

  constructor(day: Day) {
    this.place = { day, key: null };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private announce(): void {
    for (const listener of this.listeners) listener();
  }

  goTo(day: Day, key: string | null = null): void {
    if (this.place.day === day && this.place.key === key) return;
    this.place = { day, key };
    this.announce();
  }

  choose(keys: Iterable<string>): void {
    this.chosen = new Set(keys);
    this.announce();
  }

  add(...keys: string[]): void {
    this.choose([...this.chosen, ...keys]);
  }

  toggle(key: string): void {
    const next = new Set(this.chosen);
    if (!next.delete(key)) next.add(key);
    this.choose(next);
  }

  clear(): void {
    if (this.chosen.size > 0) this.choose([]);
  }

  /** Keys of the entries an action means: the chosen ones, else the current one. */
  meant(): string[] {
    if (this.chosen.size > 0) return [...this.chosen];
    return this.place.key === null ? [] : [this.place.key];
  }
}

export type CardState = 'current' | 'chosen' | 'both' | '';

/** How a card is marked now. */
export function useCardState(selection: Selection, key: string): CardState {
  return useSyncExternalStore(selection.subscribe, () => {
    const current = selection.place.key === key;
    if (selection.chosen.has(key)) return current ? 'both' : 'chosen';
    return current ? 'current' : '';
  });
}

/** `day` when the day itself has the mark, `inside` when one of its posts has, else empty. */
export function useDayState(selection: Selection, day: Day): 'day' | 'inside' | '' {
  return useSyncExternalStore(selection.subscribe, () => {
    if (selection.place.day !== day) return '';
    return selection.place.key === null ? 'day' : 'inside';
  });
}

export function useChosenCount(selection: Selection): number {
  return useSyncExternalStore(selection.subscribe, () => selection.chosen.size);
}
