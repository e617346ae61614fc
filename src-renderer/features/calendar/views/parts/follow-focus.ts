import type { FocusEvent } from 'react';
import type { Selection } from '../../session/selection.ts';

/** Key of the entry whose card an event came from. */
export function keyOfEvent(event: { target: EventTarget }): string | null {
  const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-post]') : null;
  return card?.dataset['post'] ?? null;
}

/** Makes the card that has the focus the current one, however it got it, so that actions mean it. */
export function followFocus(event: FocusEvent, selection: Selection): void {
  const key = keyOfEvent(event);
  if (key === null || selection.place.key === key) return;
  const day = event.target.closest<HTMLElement>('[data-drop="day"]')?.dataset['day'];
  selection.goTo(day ?? selection.place.day, key);
}
