import { useSyncExternalStore } from 'react';

/** view: overlays are moved. crop: which part is used. focus: what the frame looks at. */
export type StageMode = 'view' | 'crop' | 'focus';

export interface StageState {
  /** How large the frame is shown: parts of its pixels, or as large as there is space. */
  zoom: 'fit' | 0.5 | 1;
  thirds: boolean;
  safe: boolean;
  /** The side ratio that a crop keeps: free, the frame's, or a number. */
  ratio: 'free' | 'frame' | '1:1' | '16:9' | '9:16';
  mode: StageMode;
  /** The frame as the render makes it lies over the preview. */
  exact: boolean;
}

const key = 'galley.clip.stage';
const first: StageState = {
  zoom: 'fit',
  thirds: false,
  safe: true,
  ratio: 'free',
  mode: 'view',
  exact: false,
};

function remembered(): StageState {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return first;
    const zoom = 'zoom' in kept && (kept.zoom === 0.5 || kept.zoom === 1) ? kept.zoom : 'fit';
    const thirds = 'thirds' in kept && kept.thirds === true;
    const safe = !('safe' in kept) || kept.safe !== false;
    return { ...first, zoom, thirds, safe };
  } catch {
    return first;
  }
}

let state: StageState | null = null;
const listeners = new Set<() => void>();

/** How the stage is looked at, kept for the next time; what it is used for is not. */
export function stageState(): StageState {
  state ??= remembered();
  return state;
}

export function changeStage(change: Partial<StageState>): void {
  const next = { ...stageState(), ...change };
  state = next;
  localStorage.setItem(key, JSON.stringify({ zoom: next.zoom, thirds: next.thirds, safe: next.safe }));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useStageState(): StageState {
  return useSyncExternalStore(subscribe, stageState);
}
