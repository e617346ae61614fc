import { useSyncExternalStore } from 'react';
import type { Place } from '#shared/team/comment.ts';

/** What the picture and the list of comments beside it tell each other. */
export interface Pointing {
  /** The next press on the picture says where the comment belongs. */
  arming: boolean;
  /** Where the comment that is being written points. */
  draft: Place | null;
  /** Id of the thread that is shown. */
  marked: string | null;
}

const nothing: Pointing = { arming: false, draft: null, marked: null };
let now = nothing;
const listeners = new Set<() => void>();

/** Changes parts of it; null begins anew, as when another thing is opened. */
export function point(change: Partial<Pointing> | null): void {
  now = change === null ? nothing : { ...now, ...change };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** One picture is on the screen at a time, so there is one of these. */
export function usePointing(): Pointing {
  return useSyncExternalStore(subscribe, () => now);
}
