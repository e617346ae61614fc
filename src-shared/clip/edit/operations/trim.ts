import { segmentLength } from '../layout.ts';
import type { ClipEdit } from '../schema.ts';
import type { Segment } from '../segment.ts';
import { kept, type Part, type RippleOptions, withParts } from './retime.ts';
import { noise, sliceSegment } from './slice.ts';
import type { NewId } from './split-join.ts';

/** What of a source can be shown, in its seconds. */
export interface SourceLimits {
  from: number;
  to: number;
}

/** Seconds that a segment keeps at least; the caller gives one frame. */
const shortest = 0.01;
const longest = 360_000;

/** How many seconds of screen time an edge may move: both negative (more of the source) and positive. */
function room(
  segment: Segment,
  edge: 'start' | 'end',
  limits: SourceLimits | undefined,
  least: number,
): { inwards: number; outwards: number } {
  const length = segmentLength(segment);
  const inwards = Math.max(0, length - least);
  if (segment.kind !== 'clip') return { inwards, outwards: longest - length };
  const early = (edge === 'start') !== (segment.reversed === true);
  const beyond = early
    ? segment.from - Math.max(0, limits?.from ?? 0)
    : (limits?.to ?? Number.POSITIVE_INFINITY) - segment.to;
  return { inwards, outwards: Math.max(0, beyond) / (segment.speed ?? 1) };
}

function held(delta: number, { inwards, outwards }: { inwards: number; outwards: number }): number {
  return Math.min(Math.max(delta, -outwards), inwards);
}

/** A segment with an edge moved by seconds of its screen time, and where its picture stands now. */
function trimmed(segment: Segment, edge: 'start' | 'end', delta: number): Part {
  const length = segmentLength(segment);
  if (edge === 'start') {
    const origin = {
      id: segment.id,
      from: Math.max(0, delta),
      to: length,
      at: Math.max(0, -delta),
      scale: 1,
    };
    return { segment: sliceSegment(segment, delta, length), origin };
  }
  return kept(sliceSegment(segment, 0, length + delta), segment, Math.min(length, length + delta));
}

export interface TrimOptions extends RippleOptions {
  /** Of the segment's source; nothing is shown that it does not have. */
  limits?: SourceLimits | undefined;
  /** Seconds that stay at least: a frame. */
  least?: number | undefined;
}

/**
 * Moves an edge of a segment by seconds of the timeline (positive: later), as far as its source and its length
 * allow; what follows moves along.
 */
export function trimSegment(
  edit: ClipEdit,
  id: string,
  edge: 'start' | 'end',
  delta: number,
  options: TrimOptions = {},
): ClipEdit {
  const least = options.least ?? shortest;
  const found = edit.segments.find((segment) => segment.id === id);
  if (!found) return edit;
  const space = room(found, edge, options.limits, least);
  const by = edge === 'start' ? held(delta, space) : -held(-delta, space);
  if (Math.abs(by) < noise) return edit;
  const parts = edit.segments.map((segment) =>
    segment.id === id ? trimmed(segment, edge, by) : kept(segment, segment, segmentLength(segment)),
  );
  return withParts(edit, parts, options);
}

/**
 * The same without moving anything else: a shorter segment leaves black, a longer one takes the time of its
 * neighbour. At the end of the track it is an ordinary trim.
 */
export function trimInPlace(
  edit: ClipEdit,
  id: string,
  edge: 'start' | 'end',
  delta: number,
  newId: NewId,
  options: TrimOptions = {},
): ClipEdit {
  const index = edit.segments.findIndex((segment) => segment.id === id);
  const segment = edit.segments[index];
  const beside = edge === 'start' ? index - 1 : index + 1;
  const neighbour = edit.segments[beside];
  if (!segment) return edit;
  if (!neighbour && edge === 'end') return trimSegment(edit, id, edge, delta, { ...options, alone: true });
  const least = options.least ?? shortest;
  const space = room(segment, edge, options.limits, least);
  const isGap = neighbour?.kind === 'colour' && neighbour.colour === '#000000';
  const taken = neighbour ? segmentLength(neighbour) - (isGap ? 0 : least) : 0;
  const outwards = Math.min(space.outwards, Math.max(0, taken));
  const inwards = held(edge === 'start' ? delta : -delta, { inwards: space.inwards, outwards });
  if (Math.abs(inwards) < noise) return edit;
  const own = trimmed(segment, edge, edge === 'start' ? inwards : -inwards).segment;
  const other: Segment[] = [];
  if (neighbour && (isGap || inwards < 0)) {
    const length = segmentLength(neighbour);
    const facing = edge === 'start' ? 'end' : 'start';
    if (length + inwards >= noise)
      other.push(trimmed(neighbour, facing, facing === 'end' ? inwards : -inwards).segment);
  } else {
    const gap: Segment = { id: newId(), kind: 'colour', colour: '#000000', duration: inwards };
    other.push(
      ...(edge === 'start'
        ? [...(neighbour ? [neighbour] : []), gap]
        : [gap, ...(neighbour ? [neighbour] : [])]),
    );
  }
  const pair = edge === 'start' ? [...other, own] : [own, ...other];
  const start = edge === 'start' && neighbour ? beside : index;
  return { ...edit, segments: edit.segments.toSpliced(start, neighbour ? 2 : 1, ...pair) };
}

/** Shows a later (positive) or earlier part of the recording in the same place, in seconds of the recording. */
export function slip(edit: ClipEdit, id: string, delta: number, limits: SourceLimits): ClipEdit {
  const segments = edit.segments.map((segment): Segment => {
    if (segment.id !== id) return segment;
    if (segment.kind === 'freeze')
      return { ...segment, at: Math.min(Math.max(segment.at + delta, limits.from), limits.to) };
    if (segment.kind !== 'clip') return segment;
    const by = Math.max(limits.from - segment.from, Math.min(delta, limits.to - segment.to));
    return by === 0 ? segment : { ...segment, from: segment.from + by, to: segment.to + by };
  });
  return segments.every((segment, index) => segment === edit.segments[index]) ? edit : { ...edit, segments };
}

/**
 * Moves the cut between a segment and the one before it by seconds of the timeline: one becomes as much longer
 * as the other becomes shorter, and nothing else moves. Limits are of the two sources.
 */
export function roll(
  edit: ClipEdit,
  id: string,
  delta: number,
  options: {
    before?: SourceLimits | undefined;
    after?: SourceLimits | undefined;
    least?: number | undefined;
  } = {},
): ClipEdit {
  const index = edit.segments.findIndex((segment) => segment.id === id);
  const [before, after] = [edit.segments[index - 1], edit.segments[index]];
  if (!before || !after) return edit;
  const least = options.least ?? shortest;
  const left = room(before, 'end', options.before, least);
  const right = room(after, 'start', options.after, least);
  const by = Math.min(Math.max(delta, -left.inwards, -right.outwards), left.outwards, right.inwards);
  if (Math.abs(by) < noise) return edit;
  const pair = [trimmed(before, 'end', by).segment, trimmed(after, 'start', by).segment];
  return { ...edit, segments: edit.segments.toSpliced(index - 1, 2, ...pair) };
}
