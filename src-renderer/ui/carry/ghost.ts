import styles from './carry.module.css';

/**
 * The small card that follows the pointer while `element` is carried, in place of it.
 * @param title Words on the card.
 * @param count How many things are carried; more than one is told on the card.
 */
export function raiseGhost(element: HTMLElement, title: string, count: number): HTMLElement {
  const ghost = document.createElement('div');
  ghost.className = styles.ghost ?? '';
  ghost.textContent = title;
  if (count > 1) ghost.dataset['count'] = String(count);
  document.body.append(ghost);
  document.body.dataset['carrying'] = '';
  element.setAttribute('data-carried', '');
  getSelection()?.removeAllRanges();
  return ghost;
}

/** Takes the card away again; the click that follows the release counts as part of the carrying. */
export function lowerGhost(ghost: HTMLElement, element: HTMLElement): void {
  ghost.remove();
  delete document.body.dataset['carrying'];
  element.removeAttribute('data-carried');
  const swallow = (event: Event): void => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
