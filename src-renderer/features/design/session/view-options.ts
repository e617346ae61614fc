import { useSyncExternalStore } from 'react';

/** What is shown over the page and what layers stick to: one choice for all designs of this person. */
export interface ViewOptions {
  rulers: boolean;
  guides: boolean;
  grid: boolean;
  safeArea: boolean;
  bleed: boolean;
  snapping: boolean;
}

const key = 'galley.design.view';
const defaults: ViewOptions = {
  rulers: false,
  guides: true,
  grid: true,
  safeArea: true,
  bleed: true,
  snapping: true,
};

function read(): ViewOptions {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return defaults;
    const known = Object.keys(defaults).flatMap((name) => {
      const value: unknown = (stored as Record<string, unknown>)[name];
      return typeof value === 'boolean' ? [[name, value] as const] : [];
    });
    return { ...defaults, ...Object.fromEntries(known) };
  } catch {
    return defaults;
  }
}

let options: ViewOptions | null = null;
const listeners = new Set<() => void>();

export function viewOptions(): ViewOptions {
  options ??= read();
  return options;
}

export function onViewOptions(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setViewOptions(change: Partial<ViewOptions>): void {
  options = { ...viewOptions(), ...change };
  localStorage.setItem(key, JSON.stringify(options));
  for (const listener of listeners) listener();
}

export function useViewOptions(): ViewOptions {
  return useSyncExternalStore(onViewOptions, viewOptions);
}
