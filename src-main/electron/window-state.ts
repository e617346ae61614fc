import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rectangle } from 'electron';

export interface WindowState extends Rectangle {
  maximized: boolean;
}

/** At least this much of the title bar must lie on a display, in display pixels. */
const grip = 80;

/** The remembered place when it still lies on one of the present displays, else null. */
export function usableState(value: unknown, displays: Rectangle[]): WindowState | null {
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height, maximized } = value as Record<string, unknown>;
  const numbers = [x, y, width, height];
  if (!numbers.every((number): number is number => Number.isInteger(number))) return null;
  const state = { x, y, width, height, maximized: maximized === true } as WindowState;
  if (state.width < 640 || state.height < 480) return null;
  const reachable = displays.some((area) => {
    const across = Math.min(state.x + state.width, area.x + area.width) - Math.max(state.x, area.x);
    return across >= grip && state.y >= area.y && state.y <= area.y + area.height - grip;
  });
  return reachable ? state : null;
}

export function readState(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Never throws: a place that is not remembered is no reason to stop. */
export function writeState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // Read-only or full: the next start opens at the usual place.
  }
}
