import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { type FrameClock, toFrameEdge } from '../fields/time-text.ts';

/** In and out point in seconds of the source; `to` is exclusive. */
export interface Range {
  from: number;
  to: number;
}

/** The segment whose points the window sets: the first, while the timeline has one track of one segment. Within the clip. */
export function rangeOf(edit: ClipEdit, duration: number): Range {
  const segment = edit.segments[0];
  if (segment?.kind !== 'clip' || segment.from >= duration) return { from: 0, to: duration };
  // Sound often runs on after the last frame, and a new clip is as long as the longer of the two.
  return { from: segment.from, to: Math.min(segment.to, duration) };
}

export function withRange(edit: ClipEdit, range: Range): ClipEdit {
  const [first, ...rest] = edit.segments;
  return { ...edit, segments: first?.kind === 'clip' ? [{ ...first, ...range }, ...rest] : edit.segments };
}

/** A new in point on a frame edge. One at or past the out point opens the range to the end of the clip. */
export function moveIn(range: Range, seconds: number, clock: FrameClock): Range {
  const frame = 1 / clock.fps;
  const from = Math.min(toFrameEdge(clock, seconds), Math.max(0, toFrameEdge(clock, clock.duration - frame)));
  return { from, to: range.to - from > frame / 2 ? range.to : clock.duration };
}

/** A new out point on a frame edge. One at or before the in point opens the range to the start of the clip. */
export function moveOut(range: Range, seconds: number, clock: FrameClock): Range {
  const frame = 1 / clock.fps;
  const to = Math.max(toFrameEdge(clock, seconds), Math.min(frame, clock.duration));
  return { from: to - range.from > frame / 2 ? range.from : 0, to };
}

/** Drags an edge without ever crossing the other: at least one frame stays. */
export function dragEdge(range: Range, edge: 'in' | 'out', seconds: number, clock: FrameClock): Range {
  const frame = 1 / clock.fps;
  const at = toFrameEdge(clock, seconds);
  if (edge === 'in') return { from: Math.max(0, Math.min(at, range.to - frame)), to: range.to };
  return { from: range.from, to: Math.min(clock.duration, Math.max(at, range.from + frame)) };
}

/** The same in point with another length. */
export function withLength(range: Range, seconds: number, clock: FrameClock): Range {
  return dragEdge(range, 'out', range.from + seconds, clock);
}
