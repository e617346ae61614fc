import type { PlacedSegment } from '../edit/layout.ts';
import type { Segment } from '../edit/segment.ts';
import { type FrameRate, framesPerSecond } from '../timeline.ts';

/** A segment on the grid of the result's frames. */
export interface FramedSegment {
  segment: Segment;
  /** First frame on the timeline, and how many. */
  start: number;
  frames: number;
  /** Frames at its start and end that it shares with its neighbours. */
  into: number;
  out: number;
}

/** A run of frames of the timeline, `to` exclusive. */
export interface FrameWindow {
  from: number;
  to: number;
}

/**
 * Segments on the grid of a constant rate. Both ends are rounded from the timeline's start on, so that a long edit
 * never drifts; what is shorter than half a frame is left out.
 */
export function frameSegments(placed: readonly PlacedSegment[], rate: FrameRate): FramedSegment[] {
  const fps = framesPerSecond(rate);
  const framed: FramedSegment[] = [];
  let end = 0;
  for (const { segment, start: seconds, end: until } of placed) {
    const before = framed.at(-1);
    const wanted = Math.min(end, Math.round(seconds * fps));
    const last = Math.round(until * fps);
    // Neither neighbour may be taken up by two transitions at once.
    const room = before ? before.frames - before.into : 0;
    const start = before ? Math.max(wanted, end - room) : 0;
    if (last <= start) continue;
    const into = end - start;
    if (before) before.out = into;
    framed.push({ segment, start, frames: last - start, into, out: 0 });
    end = last;
  }
  return framed;
}

/** Frames of the whole main track. */
export const framesOf = (framed: readonly FramedSegment[]): number => {
  const last = framed.at(-1);
  return last ? last.start + last.frames : 0;
};

/** The window, made wider where it begins or ends inside a transition: those are made in one piece. */
export function wholeTransitions(framed: readonly FramedSegment[], window: FrameWindow): FrameWindow {
  let { from, to } = window;
  for (const { start, into } of framed) {
    if (into === 0) continue;
    if (window.from > start && window.from < start + into) from = start;
    if (window.to > start && window.to < start + into) to = start + into;
  }
  return { from, to };
}

/** What a window needs of one segment: frames counted from the segment's own start, `to` exclusive; null: nothing. */
export function neededOf(one: FramedSegment, window: FrameWindow): FrameWindow | null {
  const from = Math.max(window.from, one.start) - one.start;
  const to = Math.min(window.to, one.start + one.frames) - one.start;
  return to > from ? { from, to } : null;
}

/**
 * Windows that one run of ffmpeg can carry: at most `most` in sum of what the segments weigh, never apart inside a
 * transition, so that each can be encoded alone and joined by copying.
 */
export function chunksOf(
  framed: readonly FramedSegment[],
  end: number,
  weightOf: (segment: Segment) => number,
  most: number,
): FrameWindow[] {
  const chunks: FrameWindow[] = [];
  let from = 0;
  let weight = 0;
  for (const one of framed) {
    if (one.start >= end) break;
    const own = weightOf(one.segment);
    if (weight > 0 && one.into === 0 && weight + own > most) {
      chunks.push({ from, to: one.start });
      from = one.start;
      weight = 0;
    }
    weight += own;
  }
  if (end > from) chunks.push({ from, to: end });
  return chunks;
}
