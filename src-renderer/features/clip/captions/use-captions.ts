import { useMemo, useSyncExternalStore } from 'react';
import { cueAtTime } from '#shared/clip/captions/layout-cue.ts';
import type { CaptionTrack, Cue } from '#shared/clip/edit/captions.ts';
import { changeCues, changeTrack } from '#shared/clip/edit/operations/cues.ts';
import { type FrameClock, frameClock } from '../fields/time-text.ts';
import { type ClipEditorParts, type ClipSelection, useClip, useClipEditor } from '../session/editor.tsx';
import { tracksOf } from './tracks.ts';

/** A value of the player's time; drawn again only when `pick` answers another one (by identity). */
export function usePlayhead<Value>(pick: (time: number, playing: boolean) => Value): Value {
  const { player } = useClipEditor();
  return useSyncExternalStore(player.subscribe, () => {
    const { time, playing } = player.now();
    return pick(time, playing);
  });
}

/** Id of the cue that is said now, null in a gap. */
export function useSaidCue(cues: readonly Cue[]): string | null {
  return usePlayhead((time) => cueAtTime(cues, time)?.id ?? null);
}

export function useTracks(): readonly CaptionTrack[] {
  return useClip((now) => tracksOf(now.edit));
}

const ends = new WeakMap<readonly Cue[], number>();

/** Where the last of thousands of captions ends, looked for once. */
function lastEnd(cues: readonly Cue[]): number {
  const end = ends.get(cues) ?? cues.reduce((last, cue) => Math.max(last, cue.to), 0);
  ends.set(cues, end);
  return end;
}

/** Counts frames of the timeline, and on to the end of captions that reach beyond it. */
function clockOf(editor: ClipEditorParts, track: CaptionTrack | undefined): FrameClock {
  const last = track ? lastEnd(track.cues) : 0;
  return frameClock(Math.max(editor.duration(), last), editor.rate());
}

/** Puts the playhead on the first frame that shows a cue: the frame in which it starts may begin before it. */
export function seekToCue(editor: ClipEditorParts, cue: Pick<Cue, 'from' | 'to'>): void {
  const rate = editor.rate();
  const first = Math.ceil(cue.from * rate - 0.01) / rate;
  editor.player.seek(first < cue.to ? first : cue.from);
}

/** Changes of one track. Stays the same object while the track is shown; what it reads is always the latest. */
export interface TrackEditing {
  editor: ClipEditorParts;
  id: string;
  /** Undefined once it was removed. */
  track(): CaptionTrack | undefined;
  clock(): FrameClock;
  /** Ids of the chosen cues of this track, the last chosen last. */
  chosen(): readonly string[];
  /** Changes with the same gesture in a row undo together. */
  cues(next: (cues: readonly Cue[]) => readonly Cue[], gesture?: string): void;
  set(next: Partial<CaptionTrack>, gesture?: string): void;
  choose(ids: readonly string[]): void;
}

const noIds: readonly string[] = [];

/** Ids of the cues of a track that a selection names. */
export function chosenCues(selection: ClipSelection | null, track: string): readonly string[] {
  return selection?.kind === 'cue' && selection.track === track ? selection.ids : noIds;
}

function trackEditing(editor: ClipEditorParts, id: string): TrackEditing {
  const track = (): CaptionTrack | undefined =>
    tracksOf(editor.session.now().edit).find((each) => each.id === id);
  return {
    editor,
    id,
    track,
    clock: () => clockOf(editor, track()),
    chosen: () => chosenCues(editor.selection.get(), id),
    cues: (next, gesture) => editor.change((edit) => changeCues(edit, id, next), gesture),
    set: (next, gesture) =>
      editor.change((edit) => changeTrack(edit, id, (before) => ({ ...before, ...next })), gesture),
    choose: (ids) => editor.selection.set({ kind: 'cue', ids, track: id }),
  };
}

export function useTrackEditing(id: string): TrackEditing {
  const editor = useClipEditor();
  return useMemo(() => trackEditing(editor, id), [editor, id]);
}

/** The clock of a track as it is now; the same object until it counts otherwise. */
export function useCaptionClock(editing: TrackEditing): FrameClock {
  const key = useClip(() => {
    const { duration, fps } = editing.clock();
    return `${duration} ${fps}`;
  });
  return useMemo(() => {
    const [duration = 0, fps = 1] = key.split(' ').map(Number);
    return frameClock(duration, fps);
  }, [key]);
}

export function useReadOnly(): boolean {
  return useClip((now) => now.record.readOnly);
}
