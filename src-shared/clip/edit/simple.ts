import { placeSegments, sourceTime } from './layout.ts';
import type { ClipEdit } from './schema.ts';

/**
 * The part of the recording when an edit is nothing but one kept part of one, seconds; null for anything more, which
 * must be rendered.
 */
export function simplePart(edit: ClipEdit): { from: number; to: number } | null {
  const [only, ...others] = edit.segments;
  return only?.kind === 'clip' && others.length === 0 ? { from: only.from, to: only.to } : null;
}

/** Seconds of the recording of the frame that is the cover of a simple part; null without one. */
export function coverOfPart(edit: ClipEdit): number | null {
  const [only] = placeSegments(edit);
  return only && edit.cover?.kind === 'frame' ? sourceTime(only, edit.cover.at) : null;
}
