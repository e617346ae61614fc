import type { KeyboardEvent } from 'react';

/**
 * Keys pressed in a floating editor are its own: Escape closes it, and neither arrows nor Delete reach the layers
 * behind. Tab and combinations such as undo pass.
 */
export function keepKeys(event: KeyboardEvent, close: () => void): void {
  if (event.key === 'Tab' || event.ctrlKey || event.metaKey) return;
  event.stopPropagation();
  if (event.key === 'Escape') close();
}
