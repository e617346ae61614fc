import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Work done in frames since it was set to 0, in milliseconds. */
    frameWork: number;
    /** Makes the browser paint every canvas now. */
    flushCanvases: () => void;
    measureDrag: (drag: Drag) => Promise<number[]>;
    measureKey: (key: KeyboardEventInit) => Promise<number>;
  }
}

export interface Drag {
  /** Screen px. */
  from: { x: number; y: number };
  /** Moves that are measured, one in a frame, after `first` that only prepare the gesture. */
  frames: number;
  first: number;
  /** What the pointer is pressed on. */
  selector: string;
  events: 'pointer' | 'mouse';
}

/**
 * Runs in the page before anything else: counts what every animation frame costs, and drives gestures. A frame's
 * cost is the event's listeners with what they leave to be done right after (React's renders), the frame's callbacks,
 * and the painting of every canvas, which reading one px back forces: the same for both sides.
 */
export async function prepare(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const frame = window.requestAnimationFrame.bind(window);
    window.frameWork = 0;
    window.requestAnimationFrame = (callback) =>
      frame((time) => {
        const start = performance.now();
        callback(time);
        window.frameWork += performance.now() - start;
      });
    const flush = (): void => {
      for (const canvas of document.querySelectorAll('canvas')) {
        if (canvas.width > 0 && canvas.height > 0) canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
      }
    };
    window.flushCanvases = flush;
    const settled = (): Promise<void> =>
      new Promise((resolve) => {
        frame(() => {
          // After all callbacks of this frame.
          queueMicrotask(() => setTimeout(resolve));
        });
      });
    const costOf = async (work: () => void): Promise<number> => {
      window.frameWork = 0;
      const start = performance.now();
      work();
      // After the microtasks that it left: renders of the panels are among them.
      await Promise.resolve();
      const listeners = performance.now() - start;
      await settled();
      const painting = performance.now();
      flush();
      return listeners + window.frameWork + performance.now() - painting;
    };
    window.measureDrag = async ({ from, frames, first, selector, events }) => {
      const target = document.querySelector(selector);
      if (!target) throw new Error(`There is no ${selector}.`);
      const send = (kind: 'down' | 'move' | 'up', x: number, y: number): void => {
        const shared = { bubbles: true, cancelable: true, composed: true, view: window };
        const place = {
          clientX: x,
          clientY: y,
          button: kind === 'move' ? -1 : 0,
          buttons: kind === 'up' ? 0 : 1,
        };
        const pointer = { pointerId: 1, pointerType: 'mouse', isPrimary: true };
        if (events === 'pointer')
          target.dispatchEvent(new PointerEvent(`pointer${kind}`, { ...shared, ...place, ...pointer }));
        else {
          const to = kind === 'down' ? target : document;
          to.dispatchEvent(new MouseEvent(`mouse${kind}`, { ...shared, ...place, button: 0 }));
        }
      };
      // A pointer that no hand moves cannot be captured.
      if (target instanceof HTMLElement) target.setPointerCapture = () => {};
      send('down', from.x, from.y);
      const costs: number[] = [];
      for (let at = 1; at <= frames + first; at += 1) {
        const x = from.x + Math.sin(at / 9) * 120;
        const y = from.y + Math.cos(at / 7) * 60;
        const cost = await costOf(() => send('move', x, y));
        if (at > first) costs.push(cost);
      }
      send('up', from.x + 50, from.y + 20);
      await settled();
      return costs;
    };
    window.measureKey = (key) =>
      costOf(() =>
        window.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...key })),
      );
  });
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
