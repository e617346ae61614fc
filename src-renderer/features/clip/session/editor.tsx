import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { PlacedSegment } from '#shared/clip/edit/layout.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';
import type { GalleyError } from '#shared/contract/failure.ts';
import type { Asset } from '#shared/domain/asset.ts';
import type { ClipSession, ClipSnapshot } from './clip-session.ts';

/** What is chosen in the window; never saved. `track` is the caption track of cues. */
export interface ClipSelection {
  kind: 'segment' | 'overlay' | 'sound' | 'cue' | 'marker';
  ids: readonly string[];
  track?: string;
}

/** A value that parts of the window read and listen to. */
export interface Store<Value> {
  get(): Value;
  set(value: Value): void;
  subscribe(listener: () => void): () => void;
}

/** What is known of a source once it was asked for; null while it is being found out or when it is gone. */
export interface SourceFacts {
  asset: Asset;
  /** null for pictures. */
  probe: ClipProbe | null;
  /** Seconds, ascending. */
  keyframes: readonly number[];
  /** Seconds at which the last frame (of sound: the last sample) ends; 0 for pictures. */
  end: number;
}

export interface SourceBook {
  /** Asks for what is not known yet. */
  get(assetId: string): SourceFacts | null;
  /** What the library has noted of it, which is known before it was opened; asks as `get` does. */
  asset(assetId: string): Asset | null;
  /** Why a source cannot be known (it is gone, it cannot be read); null while it may still be. */
  failure(assetId: string): GalleyError | null;
  /** Asks again for one that failed. */
  retry(assetId: string): void;
  subscribe(listener: () => void): () => void;
}

/** Playing of the timeline. All times are seconds on the timeline. */
export interface TimelinePlayer {
  now(): { time: number; playing: boolean; rate: number; waiting: boolean };
  /** Called at every frame that is shown and whenever playing starts or stops. */
  subscribe(listener: () => void): () => void;
  /** To a time, within the timeline, on a frame. */
  seek(seconds: number): void;
  play(): void;
  pause(): void;
  /** J and L: −8 … 8; 0 stops. */
  shuttle(rate: number): void;
  /** By frames of the timeline. */
  step(frames: number): void;
  /** From in to out, then stops. */
  playRange(from: number, to: number): void;
}

/** Everything that parts of one open clip share. */
export interface ClipEditorParts {
  session: ClipSession;
  selection: Store<ClipSelection | null>;
  sources: SourceBook;
  player: TimelinePlayer;
  /** The timeline's frame rate, and segments where they stand now (kept until the edit changes). */
  rate(): number;
  placed(): readonly PlacedSegment[];
  duration(): number;
  /** Changes the edit; calls with the same `gesture` in a row undo together. Does nothing when read-only. */
  change(next: (edit: ClipEdit) => ClipEdit, gesture?: string): void;
}

const EditorContext = createContext<ClipEditorParts | null>(null);
export const ClipEditorProvider = EditorContext.Provider;

/** The open clip; only below `ClipEditorProvider`. */
export function useClipEditor(): ClipEditorParts {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useClipEditor outside of an open clip');
  return editor;
}

/** A part of the clip's state; drawn again only when `pick` answers another value (by identity). */
export function useClip<Value>(pick: (snapshot: ClipSnapshot) => Value): Value {
  const { session } = useClipEditor();
  return useSyncExternalStore(session.subscribe, () => pick(session.now()));
}

export function useClipSelection(): ClipSelection | null {
  const { selection } = useClipEditor();
  return useSyncExternalStore(selection.subscribe, selection.get);
}

/** Facts of a source, null while they are not known. */
export function useSource(assetId: string | null): SourceFacts | null {
  const { sources } = useClipEditor();
  return useSyncExternalStore(sources.subscribe, () => (assetId === null ? null : sources.get(assetId)));
}
