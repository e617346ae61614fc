import type { ClipEditorParts } from '../session/editor.tsx';

/** A cue whose words are wanted for typing, wherever that was asked for: the stage, the timeline. */
export interface TextRequest {
  track: string;
  cue: string;
}

let waiting: TextRequest | null = null;
const listeners = new Set<() => void>();

/** Chooses a cue and asks for its words to be typed; the panel of captions takes the request once it is there. */
export function openCueText(editor: ClipEditorParts, request: TextRequest): void {
  editor.selection.set({ kind: 'cue', ids: [request.cue], track: request.track });
  waiting = request;
  for (const listener of listeners) listener();
}

/** Told of every request: the place that holds the panel brings it to the front. */
export function onTextRequest(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The request that waits for a track, once. */
export function takeTextRequest(track: string): TextRequest | null {
  if (waiting?.track !== track) return null;
  const request = waiting;
  waiting = null;
  return request;
}
