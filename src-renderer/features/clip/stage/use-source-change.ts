import { useSyncExternalStore } from 'react';
import { useClipEditor } from '../session/editor.tsx';

const counts = new WeakMap<object, { count: number }>();

/** A number that grows whenever something was learnt of a source. */
export function useSourceChange(): number {
  const { sources } = useClipEditor();
  let counter = counts.get(sources);
  if (!counter) {
    counter = { count: 0 };
    counts.set(sources, counter);
    const kept = counter;
    sources.subscribe(() => {
      kept.count += 1;
    });
  }
  const kept = counter;
  return useSyncExternalStore(sources.subscribe, () => kept.count);
}
