import type { MouseEvent } from 'react';

/** How the field that takes the keys while writing is found. */
export const writingFieldMark = 'data-writing-field';

/** Puts the keys back into the text that is being written in; false when there is none. */
export function focusWriting(): boolean {
  const field = document.querySelector<HTMLElement>(`[${writingFieldMark}]`);
  field?.focus({ preventScroll: true });
  return field !== null;
}

/** For panels: a press on a button leaves the keys with the text that is being written in. */
export function keepWriting(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || document.querySelector(`[${writingFieldMark}]`) === null) return;
  if (target.closest('input:not([type="radio"], [type="checkbox"]), textarea, [role="slider"]')) return;
  event.preventDefault();
}
