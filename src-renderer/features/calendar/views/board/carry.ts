import dragStyles from '../../drag/drag.module.css';

/** Pixels the pointer moves before a press is a drag; milliseconds a finger rests before it picks up. */
const threshold = 4;
const holdTime = 280;
/** Pixels from the edge within which the board or a column scrolls, and the most per frame. */
const edge = 48;
const fastest = 14;

/**
 * Carries a card to a column (`data-column`): a ghost follows the pointer, the column beneath is marked with
 * `data-over`, Escape gives up. Outside React, so that a move costs one hit test and a transform.
 */
export function carryToColumn(
  down: PointerEvent,
  {
    element,
    title,
    count,
    drop,
  }: { element: HTMLElement; title: string; count: number; drop(value: string): void },
): void {
  const touch = down.pointerType === 'touch';
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
    frame = requestAnimationFrame(draw);
    if (!ghost) return;
    ghost.style.transform = `translate(${x + 10}px, ${y + 8}px)`;
    const found = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-column]') ?? null;
    if (found !== over) {
      over?.removeAttribute('data-over');
      found?.setAttribute('data-over', '');
      over = found;
    }
    const list = found?.querySelector<HTMLElement>('[data-column-list]') ?? null;
    const inner = list?.getBoundingClientRect();
    if (list && inner) list.scrollTop += push(list, y - inner.top, inner.bottom - y);
    const board = element.closest<HTMLElement>('[data-board]');
    const outer = board?.getBoundingClientRect();
    if (board && outer) board.scrollLeft += push(board, x - outer.left, outer.right - x);
  };
  const begin = (): void => {
    if (ghost) return;
    ghost = document.createElement('div');
    ghost.className = dragStyles['ghost'] ?? '';
    ghost.textContent = title;
    if (count > 1) ghost.dataset['count'] = String(count);
    document.body.append(ghost);
    document.body.dataset['calendarDrag'] = '';
    element.setAttribute('data-carried', '');
    getSelection()?.removeAllRanges();
    frame = requestAnimationFrame(draw);
  };
  const end = (dropped: boolean): void => {
    ending.abort();
    clearTimeout(holding);
    cancelAnimationFrame(frame);
    if (!ghost) return;
    const value = over?.dataset['column'];
    over?.removeAttribute('data-over');
    ghost.remove();
    delete document.body.dataset['calendarDrag'];
    element.removeAttribute('data-carried');
    // The click that follows the release is part of the drag.
    const swallow = (event: Event): void => {
      event.stopPropagation();
      event.preventDefault();
    };
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
    if (dropped && value !== undefined) drop(value);
  };
  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== down.pointerId) return;
      x = event.clientX;
      y = event.clientY;
      if (ghost || Math.hypot(x - down.clientX, y - down.clientY) <= threshold) return;
      if (touch) end(false);
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
      if (ghost) draw();
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
  if (touch) {
    holding = setTimeout(begin, holdTime);
    window.addEventListener('touchmove', (event) => ghost && event.preventDefault(), {
      signal,
      passive: false,
    });
  }
}
