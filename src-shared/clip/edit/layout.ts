import type { ClipEdit } from './schema.ts';
import type { Segment } from './segment.ts';

/** Where a segment stands on the timeline; seconds, `end` exclusive. */
export interface PlacedSegment {
  segment: Segment;
  index: number;
  start: number;
  end: number;
  /** Seconds at its start during which the segment before is still on screen. */
  overlap: number;
}

/** Seconds that a segment plays. */
export function segmentLength(segment: Segment): number {
  return segment.kind === 'clip' ? (segment.to - segment.from) / (segment.speed ?? 1) : segment.duration;
}

/**
 * Seconds that a transition really takes: never more than half of either segment, so that two transitions never
 * meet in one, and none at the very start.
 */
function overlapOf(segment: Segment, before: Segment | undefined): number {
  if (!before || !segment.transition) return 0;
  return Math.min(segment.transition.seconds, segmentLength(segment) / 2, segmentLength(before) / 2);
}

/** The main track in playing order, from 0 on. */
export function placeSegments(edit: Pick<ClipEdit, 'segments'>): PlacedSegment[] {
  const placed: PlacedSegment[] = [];
  let end = 0;
  edit.segments.forEach((segment, index) => {
    const overlap = overlapOf(segment, edit.segments[index - 1]);
    const start = end - overlap;
    end = start + segmentLength(segment);
    placed.push({ segment, index, start, end, overlap });
  });
  return placed;
}

/** Seconds from the first to the last frame of the main track. */
export function editDuration(edit: Pick<ClipEdit, 'segments'>): number {
  return placeSegments(edit).at(-1)?.end ?? 0;
}

/** The segment that is on screen at a time (of two in a transition the later); the last one from the end on, null when there is none. */
export function segmentAt(placed: readonly PlacedSegment[], seconds: number): PlacedSegment | null {
  return placed.findLast((one) => one.start <= seconds + 1e-9) ?? placed[0] ?? null;
}

/** Seconds of the recording that a segment shows at a time of the timeline. */
export function sourceTime(placed: PlacedSegment, seconds: number): number {
  const { segment } = placed;
  const passed = Math.min(Math.max(0, seconds - placed.start), placed.end - placed.start);
  if (segment.kind === 'freeze') return segment.at;
  if (segment.kind !== 'clip') return passed;
  const inside = passed * (segment.speed ?? 1);
  // Sums of decimals may miss the edges by a hair, and nothing plays outside of them.
  const time = segment.reversed ? segment.to - inside : segment.from + inside;
  return Math.min(segment.to, Math.max(segment.from, time));
}

/** Assets that an edit reads, each once: recordings, stills, overlays, sounds and the cover. */
export function assetsOfEdit(edit: ClipEdit): string[] {
  const used = new Set<string>();
  for (const segment of edit.segments)
    if (segment.kind === 'clip' || segment.kind === 'freeze' || segment.kind === 'still')
      used.add(segment.source);
  for (const overlay of edit.overlays ?? []) if (overlay.kind === 'image') used.add(overlay.source);
  for (const sound of edit.sounds ?? []) used.add(sound.source);
  if (edit.cover?.kind === 'image') used.add(edit.cover.source);
  return [...used];
}

/** Designs that an edit shows, each once. */
export function designsOfEdit(edit: ClipEdit): string[] {
  const used = new Set<string>();
  for (const segment of edit.segments) if (segment.kind === 'design') used.add(segment.design);
  for (const overlay of edit.overlays ?? []) if (overlay.kind === 'design') used.add(overlay.source);
  if (edit.cover?.kind === 'design') used.add(edit.cover.design);
  return [...used];
}
