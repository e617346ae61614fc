import { useSyncExternalStore } from 'react';

let requested: string | null = null;
const listeners = new Set<() => void>();

/** Asks for the dialog that removes a layer's background; null closes it. */
export function requestCutout(nodeId: string | null): void {
  requested = nodeId;
  for (const listener of listeners) listener();
}

export function useCutoutRequest(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => requested,
  );
}
