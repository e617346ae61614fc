import { type KeyboardEvent, useCallback } from 'react';
import { addDays, type Day } from '#shared/domain/calendar-days.ts';
import type { Arrangement } from './arrange.ts';
import type { View } from './remembered.ts';
import type { Selection } from './selection.ts';

/** Puts the focus on the current post's card where it is drawn, else on its day. */
export function focusPlace(selection: Selection): void {
  const { day, key } = selection.place;
  const grid = document.querySelector('[data-calendar-grid]');
  const card = key === null ? null : grid?.querySelector<HTMLElement>(`[data-post="${key}"]`);
  const target = card ?? grid?.querySelector<HTMLElement>(`[data-day="${day}"]`);
  target?.focus({ preventScroll: card === null });
  card?.scrollIntoView({ block: 'nearest' });
}

/**
 * Arrows over days and posts: left and right change the day, up and down the post, and past the last post of a month's
 * day the week. With Shift the posts that are passed are chosen.
 */
export function useCalendarKeys({
  selection,
  arrangement,
  view,
  days,
  goTo,
}: {
  selection: Selection;
  arrangement: Arrangement;
  view: View;
  days: readonly Day[];
  /** Shows the day, turning the page when it is not on it, and focuses the place. */
  goTo(day: Day, key: string | null): void;
}): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      if (view !== 'month' && view !== 'week' && view !== 'day') return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { day, key } = selection.place;
      const drawn = [
        ...document.querySelectorAll<HTMLElement>(`[data-calendar-grid] [data-day="${day}"] [data-post]`),
      ].map((card) => card.dataset['post'] ?? '');
      const order = (arrangement.byDay.get(day) ?? []).map(({ post }) => post.key);
      const posts = order.filter((each) => drawn.includes(each));
      const at = key === null ? -1 : posts.indexOf(key);
      const go = (toDay: Day, toPost: string | null): void => {
        event.preventDefault();
        if (event.shiftKey) {
          const passed =
            toPost === null ? (arrangement.byDay.get(toDay) ?? []).map(({ post }) => post.key) : [toPost];
          selection.add(...(key === null ? [] : [key]), ...passed);
        } else selection.clear();
        goTo(toDay, toPost);
      };
      const week = view === 'month' ? 7 : 0;
      switch (event.key) {
        case 'ArrowLeft':
          return go(addDays(day, -1), null);
        case 'ArrowRight':
          return go(addDays(day, 1), null);
        case 'ArrowDown':
          if (at < posts.length - 1) return go(day, posts[at + 1] ?? null);
          return week > 0 ? go(addDays(day, week), null) : event.preventDefault();
        case 'ArrowUp':
          if (at >= 0) return go(day, at === 0 ? null : (posts[at - 1] ?? null));
          return week > 0 ? go(addDays(day, -week), null) : event.preventDefault();
        case 'Home':
          return go(days[Math.floor(days.indexOf(day) / 7) * 7] ?? day, null);
        case 'End':
          return go(days[Math.floor(days.indexOf(day) / 7) * 7 + 6] ?? day, null);
      }
    },
    [selection, arrangement, view, days, goTo],
  );
}
