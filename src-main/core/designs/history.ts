import type { HistoryStep } from '#shared/contract/design-work.ts';
import type { StoredHistory } from '#main/ports/repositories.ts';

/** Steps that are kept for the next start, both ways together. */
const mostSteps = 200;

/** Characters of JSON that they may take. */
const mostCharacters = 4 * 1024 * 1024;

/**
 * The steps nearest to the present that fit the limits. What can be taken back goes first from its oldest
 * end, then what could be done again from its farthest.
 */
export function trimHistory(history: StoredHistory): StoredHistory {
  const size = (step: HistoryStep): number => JSON.stringify(step).length + 1;
  // From the nearest outwards: the last of each list is the next one to be taken.
  const nearest = [
    ...history.undone.toReversed().map((step) => ({ step, list: 'undone' as const })),
    ...history.done.toReversed().map((step) => ({ step, list: 'done' as const })),
  ];
  const kept: Record<'done' | 'undone', HistoryStep[]> = { done: [], undone: [] };
  let count = 0;
  let characters = 0;
  for (const { step, list } of nearest) {
    count += 1;
    characters += size(step);
    if (count > mostSteps || characters > mostCharacters) break;
    kept[list].unshift(step);
  }
  return { revision: history.revision, ...kept };
}
