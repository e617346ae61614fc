import { placeSegments, sourceTime } from './layout.ts';
import type { ClipEdit } from './schema.ts';
import type { Segment } from './segment.ts';

const isEmpty = (value: object | undefined): boolean =>
  Object.values(value ?? {}).every((each) => each === undefined || each === false || each === 0);

/** True when a segment shows its recording as it is: at its own speed, uncut, in its own colours and sound. */
function isUntouched(segment: Segment): boolean {
  return (
    segment.kind === 'clip' &&
    (segment.speed ?? 1) === 1 &&
    !segment.reversed &&
    isEmpty(segment.picture) &&
    isEmpty(segment.sound)
  );
}

/** True when nothing lies beside the main track and nothing is done to the whole. */
function isBare(edit: ClipEdit): boolean {
  const beside = [edit.overlays, edit.captions, edit.sounds].some((list) => (list ?? []).length > 0);
  return !beside && !edit.muted && !edit.loudness && !edit.frame && !edit.fit;
}

/**
 * The part of the recording when an edit is nothing but one kept part of one, seconds; null for anything more, which
 * must be rendered.
 */
export function simplePart(edit: ClipEdit): { from: number; to: number } | null {
  const [only, ...others] = edit.segments;
  if (only?.kind !== 'clip' || others.length > 0 || !isUntouched(only) || !isBare(edit)) return null;
  return { from: only.from, to: only.to };
}

/** Seconds of the recording of the frame that is the cover of a simple part; null without one. */
export function coverOfPart(edit: ClipEdit): number | null {
  const [only] = placeSegments(edit);
  return only && edit.cover?.kind === 'frame' ? sourceTime(only, edit.cover.at) : null;
}
