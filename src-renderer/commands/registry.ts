import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Action } from './action.ts';

type Source = { current: readonly Action[] };

const sources = new Set<Source>();
const listeners = new Set<() => void>();
let snapshot: readonly Action[] = [];

function announce(): void {
  snapshot = [...sources].flatMap((source) => source.current);
  for (const listener of listeners) listener();
}

/** Offers actions while the calling component is mounted; the latest registered wins a shared key. */
export function useActions(actions: readonly Action[]): void {
  const source = useRef<readonly Action[]>(actions);
  useLayoutEffect(() => {
    source.current = actions;
  });
  const ids = actions.map((action) => action.id).join(' ');
  useEffect(() => {
    sources.add(source);
    announce();
    return () => {
      sources.delete(source);
      announce();
    };
  }, [ids]);
}

/** All actions on offer now, read fresh so that closures are never stale. */
export function currentActions(): readonly Action[] {
  return [...sources].flatMap((source) => source.current);
}

/** For the palette and the sheet of keys: re-renders when the set of actions changes. */
export function useAllActions(): readonly Action[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}
