import { cueAtTime } from '#shared/clip/captions/layout-cue.ts';
import type { CaptionTrack, Cue } from '#shared/clip/edit/captions.ts';
import { changeTrack } from '#shared/clip/edit/operations/cues.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';

/** A schema's own limit. */
export const mostTracks = 10;

const none: readonly CaptionTrack[] = [];

/** The caption tracks of an edit; the same empty list whenever there are none. */
export function tracksOf(edit: ClipEdit): readonly CaptionTrack[] {
  return edit.captions ?? none;
}

function inOrder(cues: readonly Cue[]): Cue[] {
  return cues.toSorted((one, other) => one.from - other.from || one.to - other.to);
}

export function addTrack(edit: ClipEdit, track: CaptionTrack): ClipEdit {
  return { ...edit, captions: [...tracksOf(edit), { ...track, cues: inOrder(track.cues) }] };
}

export function removeTrack(edit: ClipEdit, id: string): ClipEdit {
  const captions = tracksOf(edit).filter((track) => track.id !== id);
  return { ...edit, captions };
}

/** The edit with a track as it was: in place of what became of it, or back where it stood. */
export function putTrack(edit: ClipEdit, track: CaptionTrack, place: number): ClipEdit {
  const tracks = tracksOf(edit);
  if (tracks.some(({ id }) => id === track.id)) return changeTrack(edit, track.id, () => track);
  return { ...edit, captions: tracks.toSpliced(place, 0, track) };
}

/** Position of the last cue that starts at or before a time; −1 when all start later. Cues in order. */
export function lastStarted(cues: readonly Pick<Cue, 'from'>[], seconds: number): number {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.from ?? 0) <= seconds + 1e-6) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Where a new cue of up to `length` seconds can stand from a time on: after a cue that is said then, before the next
 * one. Null when there is not even `least` room before the next one or the end.
 */
export function roomAt(
  cues: readonly Cue[],
  seconds: number,
  end: number,
  { length = 2, least = 0.2 }: { length?: number; least?: number } = {},
): { from: number; to: number } | null {
  const said = cueAtTime(cues, seconds);
  const from = said ? said.to : seconds;
  const next = cues.find((cue) => cue.from >= from - 1e-6 && cue !== said);
  const to = Math.min(from + length, next?.from ?? Number.POSITIVE_INFINITY, Math.max(end, 0));
  return to - from >= least ? { from, to } : null;
}
