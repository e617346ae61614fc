import styles from './campaigns.module.css';

/** Pixels the pointer moves before a press is a drag. */
const threshold = 4;

/**
 * Follows one pointer from its press: a ghost with `title` follows it, the element with `data-drop` under it is
 * marked, Escape gives up. `drop` gets that element's `data-drop` and the height within it, 0 to 1.
 */
export function carry(
  down: PointerEvent,
  element: HTMLElement,
  title: string,
  drop: (place: string, height: number) => void,
): void {
  let ghost: HTMLElement | null = null;
  let over: HTMLElement | null = null;
  let height = 0;
  const ending = new AbortController();
  const { signal } = ending;
  const mark = (found: HTMLElement | null): void => {
    if (found === over) return;
    over?.removeAttribute('data-over');
    over = found;
    over?.setAttribute('data-over', '');
  };
  const end = (dropped: boolean): void => {
    ending.abort();
    if (!ghost) return;
    const place = over?.dataset['drop'];
    mark(null);
    ghost.remove();
    element.removeAttribute('data-carried');
    // The click that follows the release is part of the drag.
    const swallow = (event: Event): void => {
      event.stopPropagation();
      event.preventDefault();
    };
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
    if (dropped && place !== undefined) drop(place, height);
  };
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    if (!ghost) {
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) <= threshold) return;
      ghost = document.createElement('div');
      ghost.className = styles.ghost ?? '';
      ghost.textContent = title;
      document.body.append(ghost);
      element.setAttribute('data-carried', '');
      getSelection()?.removeAllRanges();
    }
    ghost.style.transform = `translate(${event.clientX + 10}px, ${event.clientY + 8}px)`;
    const found = document
      .elementFromPoint(event.clientX, event.clientY)
      ?.closest<HTMLElement>('[data-drop]');
    mark(found ?? null);
    if (!found) return;
    const box = found.getBoundingClientRect();
    height = (event.clientY - box.top) / Math.max(1, box.height);
  };
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', () => end(true), { signal });
  window.addEventListener('pointercancel', () => end(false), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !ghost) return;
      event.stopPropagation();
      end(false);
    },
    { signal, capture: true },
  );
}
