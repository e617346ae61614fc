import { useSyncExternalStore } from 'react';

/** Which dialog of reviews is open: a package of posts to make, or the text of an answer to look at. */
export type OpenReview =
  | { kind: 'make'; postIds: readonly string[] }
  | { kind: 'answer'; text: string; name: string }
  | null;

let open: OpenReview = null;
const listeners = new Set<() => void>();

function show(next: OpenReview): void {
  open = next;
  for (const listener of listeners) listener();
}

/** Offers to make a review package of these posts. */
export const openReviewPackage = (postIds: readonly string[]): void => show({ kind: 'make', postIds });
export const openAnswer = (text: string, name: string): void => show({ kind: 'answer', text, name });
export const closeReview = (): void => show(null);

export function useOpenReview(): OpenReview {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
