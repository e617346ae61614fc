import type { CaptionTrack, Cue } from '../captions.ts';
import type { ClipEdit } from '../schema.ts';

/** One caption track changed by a function; the same edit when nothing changes. */
export function changeTrack(
  edit: ClipEdit,
  trackId: string,
  change: (track: CaptionTrack) => CaptionTrack,
): ClipEdit {
  const tracks = edit.captions ?? [];
  const next = tracks.map((track) => (track.id === trackId ? change(track) : track));
  return next.every((track, index) => track === tracks[index]) ? edit : { ...edit, captions: next };
}

/** The cues of a track, put in order of time. */
export function changeCues(
  edit: ClipEdit,
  trackId: string,
  change: (cues: readonly Cue[]) => readonly Cue[],
): ClipEdit {
  return changeTrack(edit, trackId, (track) => {
    const cues = change(track.cues);
    const same = cues.length === track.cues.length && cues.every((cue, index) => cue === track.cues[index]);
    return same ? track : { ...track, cues: cues.toSorted((one, other) => one.from - other.from) };
  });
}

export function addCues(edit: ClipEdit, trackId: string, cues: readonly Cue[]): ClipEdit {
  return changeCues(edit, trackId, (before) => [...before, ...cues]);
}

export function removeCues(edit: ClipEdit, trackId: string, ids: readonly string[]): ClipEdit {
  return changeCues(edit, trackId, (cues) => cues.filter(({ id }) => !ids.includes(id)));
}

/** Moves cues with their words together by seconds; none of them goes before the start. */
export function moveCues(edit: ClipEdit, trackId: string, ids: readonly string[], delta: number): ClipEdit {
  return changeCues(edit, trackId, (cues) => {
    const chosen = cues.filter(({ id }) => ids.includes(id));
    const earliest = Math.min(
      ...chosen.flatMap((cue) => [cue.from, ...(cue.words ?? []).map(({ from }) => from)]),
    );
    const by = Math.max(delta, -earliest);
    if (chosen.length === 0 || by === 0) return cues;
    const shifted = <Span extends { from: number; to: number }>(span: Span): Span => ({
      ...span,
      from: Math.max(0, span.from + by),
      to: span.to + by,
    });
    return cues.map((cue) => {
      if (!ids.includes(cue.id)) return cue;
      return { ...shifted(cue), ...(cue.words ? { words: cue.words.map(shifted) } : {}) };
    });
  });
}
