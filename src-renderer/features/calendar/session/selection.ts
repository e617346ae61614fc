import { useSyncExternalStore } from 'react';
import type { Day } from '#shared/domain/calendar-days.ts';

/** Where the keyboard is: a day, and a post of it when one is meant. */
export interface Place {
  day: Day;
  postId: string | null;
}

/**
 * The current place and the chosen posts, outside of React's state: moving the mark draws two cards, not the calendar.
 */
export class Selection {
  private listeners = new Set<() => void>();
  place: Place;
  chosen: ReadonlySet<string> = new Set();

  constructor(day: Day) {
    this.place = { day, postId: null };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private announce(): void {
    for (const listener of this.listeners) listener();
  }

  goTo(day: Day, postId: string | null = null): void {
    if (this.place.day === day && this.place.postId === postId) return;
    this.place = { day, postId };
    this.announce();
  }

  choose(ids: Iterable<string>): void {
    this.chosen = new Set(ids);
    this.announce();
  }

  add(...ids: string[]): void {
    this.choose([...this.chosen, ...ids]);
  }

  toggle(id: string): void {
    const next = new Set(this.chosen);
    if (!next.delete(id)) next.add(id);
    this.choose(next);
  }

  clear(): void {
    if (this.chosen.size > 0) this.choose([]);
  }

  /** The posts an action means: the chosen ones, else the current one. */
  meant(): string[] {
    if (this.chosen.size > 0) return [...this.chosen];
    return this.place.postId === null ? [] : [this.place.postId];
  }
}

export type CardState = 'current' | 'chosen' | 'both' | '';

/** How a card is marked now. */
export function useCardState(selection: Selection, id: string): CardState {
  return useSyncExternalStore(selection.subscribe, () => {
    const current = selection.place.postId === id;
    if (selection.chosen.has(id)) return current ? 'both' : 'chosen';
    return current ? 'current' : '';
  });
}

/** `day` when the day itself has the mark, `inside` when one of its posts has, else empty. */
export function useDayState(selection: Selection, day: Day): 'day' | 'inside' | '' {
  return useSyncExternalStore(selection.subscribe, () => {
    if (selection.place.day !== day) return '';
    return selection.place.postId === null ? 'day' : 'inside';
  });
}

export function useChosenCount(selection: Selection): number {
  return useSyncExternalStore(selection.subscribe, () => selection.chosen.size);
}
