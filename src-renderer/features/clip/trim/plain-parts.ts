import { placeSegments } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { Segment } from '#shared/clip/edit/segment.ts';
import type { Range } from '../session/range.ts';

/** Kept parts of one recording, in the order of the timeline and in seconds of the recording. */
export interface PlainParts {
  assetId: string;
  parts: readonly Range[];
}

const none = (value: object | undefined): boolean =>
  value === undefined || Object.values(value).every((field) => field === undefined);

/** Nothing is done to it that only an encoder could do. */
const untouched = (segment: Segment): boolean =>
  segment.kind === 'clip' &&
  (segment.speed ?? 1) === 1 &&
  !segment.reversed &&
  !segment.transition &&
  none(segment.picture) &&
  none(segment.sound);

/** What lies beside the main track and would be missing in a mere cut. */
function bare(edit: ClipEdit): boolean {
  const painted = edit.captions?.some((track) => track.burn && !track.hidden && track.cues.length > 0);
  const overlaid = edit.overlays?.some((overlay) => !overlay.hidden);
  return !painted && !overlaid && !edit.sounds?.length && !edit.frame && !edit.muted && !edit.loudness;
}

/**
 * What can be cut out of a recording without rendering: an edit that is nothing but kept parts of one recording, within
 * in and out. null for anything more.
 */
export function plainParts(edit: ClipEdit, range: Range | null): PlainParts | null {
  const [first] = edit.segments;
  if (first?.kind !== 'clip' || !bare(edit)) return null;
  if (
    !edit.segments.every(
      (segment) => untouched(segment) && 'source' in segment && segment.source === first.source,
    )
  )
    return null;
  const parts = placeSegments(edit).flatMap(({ segment, start, end }): Range[] => {
    if (segment.kind !== 'clip') return [];
    const from = Math.max(start, range?.from ?? start);
    const to = Math.min(end, range?.to ?? end);
    if (to - from < 1e-3) return [];
    return [{ from: segment.from + from - start, to: segment.from + to - start }];
  });
  return parts.length > 0 ? { assetId: first.source, parts } : null;
}
