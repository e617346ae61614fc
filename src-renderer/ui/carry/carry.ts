import { lowerGhost, raiseGhost } from './ghost.ts';

/** Pixels the pointer moves before a press is a drag; milliseconds a finger rests before it picks up. */
const threshold = 4;
const holdTime = 280;
/** Pixels from the edge within which the board or a column scrolls, and the most per frame. */
const edge = 48;
const fastest = 14;

export interface Carried {
  element: HTMLElement;
  /** Words of the ghost. */
  title: string;
  /** How many things are carried. */
  count?: number;
  /** The press is on a grip that does nothing else: a finger moves it at once. */
  grip?: boolean;
  /** Gets the `data-carry-to` under the pointer and the height within that element, 0 to 1. */
  drop(place: string, height: number): void;
}

/**
 * Carries something to an element with `data-carry-to`: a ghost follows the pointer, the place beneath is marked with
 * `data-over`, Escape gives up. What is marked `data-carry-list` within the place, and `data-carry-area` around what is
 * carried, scrolls near its edges. Outside React, so that a move costs one hit test and a transform.
 */
export function carry(down: PointerEvent, { element, title, count = 1, grip = false, drop }: Carried): void {
  const rests = down.pointerType === 'touch' && !grip;
  let x = down.clientX;
  let y = down.clientY;
  let ghost: HTMLElement | null = null;
  let over: HTMLElement | null = null;
  let frame = 0;
  let holding: ReturnType<typeof setTimeout> | undefined;
  const ending = new AbortController();
  const { signal } = ending;

  const push = (area: HTMLElement | null, near: number, far: number): number => {
    if (!area || (near > edge && far > edge)) return 0;
    return Math.min(fastest, (edge - Math.min(near, far)) / 3) * (near < far ? -1 : 1);
  };
  const draw = (): void => {
    if (!ghost) return;
    ghost.style.transform = `translate(${x + 10}px, ${y + 8}px)`;
    const found = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-carry-to]') ?? null;
    if (found !== over) {
      over?.removeAttribute('data-over');
      found?.setAttribute('data-over', '');
      over = found;
    }
    const list = found?.querySelector<HTMLElement>('[data-carry-list]') ?? null;
    const inner = list?.getBoundingClientRect();
    if (list && inner) list.scrollTop += push(list, y - inner.top, inner.bottom - y);
    const area = element.closest<HTMLElement>('[data-carry-area]');
    const outer = area?.getBoundingClientRect();
    if (area && outer) area.scrollLeft += push(area, x - outer.left, outer.right - x);
  };
  const drawOn = (): void => {
    draw();
    frame = requestAnimationFrame(drawOn);
  };
  const begin = (): void => {
    if (ghost) return;
    ghost = raiseGhost(element, title, count);
    frame = requestAnimationFrame(drawOn);
  };
  const end = (dropped: boolean): void => {
    ending.abort();
    clearTimeout(holding);
    cancelAnimationFrame(frame);
    if (!ghost) return;
    const place = over?.dataset['carryTo'];
    const box = over?.getBoundingClientRect();
    over?.removeAttribute('data-over');
    lowerGhost(ghost, element);
    if (dropped && place !== undefined && box) drop(place, (y - box.top) / Math.max(1, box.height));
  };
  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== down.pointerId) return;
      x = event.clientX;
      y = event.clientY;
      if (ghost || Math.hypot(x - down.clientX, y - down.clientY) <= threshold) return;
      if (rests) end(false);
      else begin();
    },
    { signal },
  );
  window.addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerId !== down.pointerId) return;
      x = event.clientX;
      y = event.clientY;
      draw();
      end(true);
    },
    { signal },
  );
  window.addEventListener('pointercancel', () => end(false), { signal });
  window.addEventListener('blur', () => end(false), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !ghost) return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    },
    { signal, capture: true },
  );
  if (rests) {
    holding = setTimeout(begin, holdTime);
    window.addEventListener('touchmove', (event) => ghost && event.preventDefault(), {
      signal,
      passive: false,
    });
  }
}
