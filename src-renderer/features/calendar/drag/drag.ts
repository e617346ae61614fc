import { lowerGhost, raiseGhost } from '#renderer/ui/carry/ghost.ts';
import type { Day } from '#shared/domain/calendar-days.ts';
import styles from './drag.module.css';

/** Where something was dropped: on a day, at a time of a day, or back on the unscheduled list. */
export type DropPlace =
  | { kind: 'day'; day: Day }
  | { kind: 'time'; day: Day; minute: number }
  | { kind: 'tray' };

export interface DragSource {
  element: HTMLElement;
  /** How many posts are carried. */
  count: number;
  /** Words of the ghost. */
  title: string;
  /** A card of the week view keeps the place where it was grabbed under the pointer. */
  fromHours: boolean;
  /** None of them may be moved; they can still be copied. */
  fixed?: boolean;
  /** Absent: holding Ctrl or Alt means nothing. */
  copies?: boolean;
  drop(place: DropPlace, copy: boolean): void;
  /** The pointer rests on the button to the previous (-1) or next (1) month. */
  flip(step: -1 | 1): void;
  /** The drag has begun or ended. */
  active(on: boolean): void;
}

/** Pixels the mouse moves before a press is a drag. */
const threshold = 4;
/** Milliseconds a finger rests on a card before it is picked up; earlier movement scrolls. */
const holdTime = 280;
const flipTime = 650;
/** Minutes that a drop on the hours is rounded to, where the column says no other. */
const usualSnap = 15;
const minutesOfDay = 1440;
/** How much of a snap around it a free slot (`data-slot`) draws a drop to itself. */
const slotReach = 0.8;
/** Pixels from the edge of the hours within which they scroll, and the most per frame. */
const edge = 44;
const fastest = 14;

function clockWords(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/**
 * Follows one pointer from its press: nothing happens until it moved (mouse, pen) or rested (finger). From then on a
 * ghost follows it, the place under it is marked, Escape gives up. All of it outside React: a move costs one hit test
 * and a transform.
 */
export function followDrag(down: PointerEvent, source: DragSource): void {
  const touch = down.pointerType === 'touch';
  const origin = source.element.getBoundingClientRect();
  const grabbedAt = source.fromHours ? down.clientY - origin.top : 0;
  let x = down.clientX;
  let y = down.clientY;
  let ghost: HTMLElement | null = null;
  let line: HTMLElement | null = null;
  let over: HTMLElement | null = null;
  let overSlot: HTMLElement | null = null;
  let place: DropPlace | null = null;
  let copy = false;
  let frame = 0;
  let flipTimer: ReturnType<typeof setTimeout> | undefined;
  let holdTimer: ReturnType<typeof setTimeout> | undefined;
  const ending = new AbortController();
  const { signal } = ending;

  const mark = (element: HTMLElement | null): void => {
    if (element === over) return;
    over?.removeAttribute('data-over');
    clearTimeout(flipTimer);
    over = element;
    element?.setAttribute('data-over', '');
    const step = element?.dataset['drop'] === 'previous' ? -1 : element?.dataset['drop'] === 'next' ? 1 : 0;
    if (step === 0) return;
    const again = (): void => {
      source.flip(step);
      flipTimer = setTimeout(again, flipTime);
    };
    flipTimer = setTimeout(again, flipTime);
  };

  const markSlot = (element: HTMLElement | null): void => {
    if (element === overSlot) return;
    overSlot?.removeAttribute('data-over');
    element?.setAttribute('data-over', '');
    overSlot = element;
  };

  const showLine = (column: HTMLElement | null, minute: number): void => {
    if (!column) {
      line?.remove();
      line = null;
      return;
    }
    if (!line) {
      line = document.createElement('div');
      line.className = styles['line'] ?? '';
      document.body.append(line);
    }
    const box = column.getBoundingClientRect();
    line.style.width = `${box.width}px`;
    line.style.transform = `translate(${box.left}px, ${box.top + (minute / minutesOfDay) * box.height}px)`;
    line.dataset['time'] = clockWords(minute);
  };

  const scrollHours = (): void => {
    const area = document.querySelector<HTMLElement>('[data-calendar-scroll]');
    if (!area) return;
    const box = area.getBoundingClientRect();
    if (x < box.left || x > box.right) return;
    const above = box.top + edge - y;
    const below = y - (box.bottom - edge);
    const depth = Math.max(above, below);
    if (depth > 0 && y > box.top - edge && y < box.bottom + edge)
      area.scrollTop += Math.sign(below - above) * Math.min(fastest, depth / 3);
  };

  const draw = (): void => {
    frame = requestAnimationFrame(draw);
    if (!ghost) return;
    ghost.style.transform = `translate(${x + 10}px, ${y + 8}px)`;
    scrollHours();
    const found = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]') ?? null;
    mark(found);
    const day = found?.dataset['day'];
    place = null;
    let column: HTMLElement | null = null;
    let minute = 0;
    let slot: HTMLElement | null = null;
    if (found?.dataset['drop'] === 'day' && day) place = { kind: 'day', day };
    else if (found?.dataset['drop'] === 'tray') place = { kind: 'tray' };
    else if (found?.dataset['drop'] === 'time' && day) {
      const box = found.getBoundingClientRect();
      const raw = ((y - grabbedAt - box.top) / box.height) * minutesOfDay;
      const snap = Number(found.dataset['snap'] ?? usualSnap);
      minute = Math.min(minutesOfDay - snap, Math.max(0, Math.round(raw / snap) * snap));
      slot =
        [...found.querySelectorAll<HTMLElement>('[data-slot]')].find(
          (each) => Math.abs(Number(each.dataset['slot']) - raw) < snap * slotReach,
        ) ?? null;
      if (slot) minute = Number(slot.dataset['slot']);
      column = found;
      place = { kind: 'time', day, minute };
    }
    markSlot(slot);
    showLine(column, minute);
  };

  /** Ctrl or Alt (⌥) held while dropping leaves the posts where they are and puts copies. */
  const readKeys = (event: { ctrlKey: boolean; altKey: boolean; metaKey: boolean }): void => {
    copy = source.copies === true && (event.ctrlKey || event.altKey || event.metaKey);
    if (!ghost) return;
    ghost.toggleAttribute('data-copy', copy);
    ghost.toggleAttribute('data-fixed', source.fixed === true && !copy);
    source.element.toggleAttribute('data-carried', !copy);
  };

  const begin = (): void => {
    if (ghost) return;
    clearTimeout(holdTimer);
    ghost = raiseGhost(source.element, source.title, source.count);
    source.active(true);
    frame = requestAnimationFrame(draw);
  };

  const end = (dropped: boolean): void => {
    ending.abort();
    cancelAnimationFrame(frame);
    clearTimeout(flipTimer);
    clearTimeout(holdTimer);
    if (!ghost) return;
    const target = place;
    over?.removeAttribute('data-over');
    overSlot?.removeAttribute('data-over');
    line?.remove();
    lowerGhost(ghost, source.element);
    source.active(false);
    if (dropped && target) source.drop(target, copy);
  };

  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== down.pointerId) return;
      x = event.clientX;
      y = event.clientY;
      readKeys(event);
      const moved = Math.hypot(x - down.clientX, y - down.clientY) > threshold;
      if (ghost || !moved) return;
      if (touch) end(false);
      else {
        begin();
        readKeys(event);
      }
    },
    { signal },
  );
  window.addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerId !== down.pointerId) return;
      x = event.clientX;
      y = event.clientY;
      if (ghost) {
        readKeys(event);
        cancelAnimationFrame(frame);
        draw();
      }
      end(true);
    },
    { signal },
  );
  window.addEventListener('pointercancel', () => end(false), { signal });
  window.addEventListener('blur', () => end(false), { signal });
  window.addEventListener('keyup', readKeys, { signal, capture: true });
  window.addEventListener(
    'keydown',
    (event) => {
      readKeys(event);
      // A lone Alt would open the window's menu.
      if (ghost && event.key === 'Alt') event.preventDefault();
      if (event.key !== 'Escape' || !ghost) return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    },
    { signal, capture: true },
  );
  if (touch) {
    holdTimer = setTimeout(begin, holdTime);
    // Once a card is picked up the finger moves it and no longer scrolls.
    window.addEventListener('touchmove', (event) => ghost && event.preventDefault(), {
      signal,
      passive: false,
    });
    window.addEventListener('contextmenu', (event) => event.preventDefault(), { signal, capture: true });
  }
}
