import { useSyncExternalStore } from 'react';
import type { PlanEntry } from '#shared/domain/post.ts';
import { usePlanTools } from '../session/plan-tools.ts';

/** The entries that an action means: the chosen ones, else the current one; follows the selection. */
export function useMeant(): PlanEntry[] {
  const { selection, postsOf } = usePlanTools();
  const keys = useSyncExternalStore(selection.subscribe, () => selection.meant().join('\n'));
  return keys === '' ? [] : postsOf(keys.split('\n'));
}
