import { type PlacedSegment, sourceTime } from '#shared/clip/edit/layout.ts';
import type { Segment, TransitionKind } from '#shared/clip/edit/segment.ts';

/** A segment that is on screen, and what it shows of its source. */
export interface ShownPart {
  placed: PlacedSegment;
  /** Seconds of the source (of stills: seconds on screen). */
  at: number;
  /** Of two segments in a transition, and how far it has come: 0 to 1. null: the segment is alone. */
  transition: { role: 'leaving' | 'entering'; kind: TransitionKind; done: number } | null;
}

/** Start of the frame that is on screen at a time; the last one at and beyond the end. */
export function onFrame(seconds: number, rate: number, duration: number): number {
  const last = Math.max(0, Math.round(duration * rate) - 1);
  // A hundredth of a frame of slack: 0.3 × 30 is 8.999… in floating point.
  return Math.min(last, Math.max(0, Math.floor(seconds * rate + 0.01))) / rate;
}

/** What is on screen, from back to front: one segment, or two while one takes over from the other. */
export function shownAt(placed: readonly PlacedSegment[], seconds: number): ShownPart[] {
  const front = placed.findLast((one) => one.start <= seconds + 1e-6) ?? placed[0];
  if (!front) return [];
  const part = (one: PlacedSegment, transition: ShownPart['transition']): ShownPart => ({
    placed: one,
    at: sourceTime(one, seconds),
    transition,
  });
  const before = placed[front.index - 1];
  const kind = front.segment.transition?.kind;
  if (!before || !kind || seconds >= front.start + front.overlap - 1e-6) return [part(front, null)];
  const done = Math.min(1, Math.max(0, (seconds - front.start) / front.overlap));
  return [part(before, { role: 'leaving', kind, done }), part(front, { role: 'entering', kind, done })];
}

/** Seconds of the recording that pass in a second of the timeline; negative when it runs backwards. */
export function pace(segment: Segment): number {
  if (segment.kind !== 'clip') return 0;
  return (segment.speed ?? 1) * (segment.reversed ? -1 : 1);
}

/** Whether one media element plays from one segment into the next without a seek. */
export function runsOn(before: Segment, after: Segment): boolean {
  if (before.kind !== 'clip' || after.kind !== 'clip' || after.transition) return false;
  if (before.source !== after.source || pace(before) !== pace(after) || pace(before) < 0) return false;
  return Math.abs(before.to - after.from) < 1e-3;
}

/**
 * Where a media element is put for a time of the source: the middle of the frame that covers it, since a frame's
 * start may be rounded into the frame before. A reversed segment starts with the frame before `to`.
 */
export function seekTarget(seconds: number, fps: number | null, reversed: boolean): number {
  if (fps === null || !(fps > 0)) return Math.max(0, seconds);
  const frame = reversed ? Math.ceil(seconds * fps - 0.02) - 1 : Math.floor(seconds * fps + 0.02);
  return (Math.max(0, frame) + 0.5) / fps;
}
