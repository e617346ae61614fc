import { type FrameClock, toFrameEdge } from '../fields/time-text.ts';

/** In and out point in seconds; `to` is exclusive. */
export interface Range {
  from: number;
  to: number;
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
