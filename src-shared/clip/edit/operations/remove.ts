import { editDuration, placeSegments, segmentLength } from '../layout.ts';
import type { ClipEdit } from '../schema.ts';
import type { Segment } from '../segment.ts';
import { kept, type Part, type RippleOptions, withParts } from './retime.ts';
import { afterCut, beforeCut, noise, sliceSegment } from './slice.ts';
import type { NewId } from './split-join.ts';

/** Seconds on the timeline, `to` exclusive. */
export interface TimeRange {
  from: number;
  to: number;
}

const whole = (segment: Segment): Part => kept(segment, segment, segmentLength(segment));

/** Takes segments out; what follows moves up. */
export function rippleDelete(edit: ClipEdit, ids: readonly string[], options?: RippleOptions): ClipEdit {
  const left = edit.segments.filter(({ id }) => !ids.includes(id));
  if (left.length === edit.segments.length) return edit;
  return withParts(edit, left.map(whole), options);
}

/** Takes segments out and leaves black of the same length: nothing else moves. */
export function lift(edit: ClipEdit, ids: readonly string[], newId: NewId): ClipEdit {
  if (!edit.segments.some(({ id }) => ids.includes(id))) return edit;
  const segments = edit.segments.map((segment): Segment => {
    if (!ids.includes(segment.id)) return segment;
    const { transition } = segment;
    const gap = { kind: 'colour' as const, colour: '#000000', duration: segmentLength(segment) };
    return { id: newId(), ...gap, ...(transition ? { transition } : {}) };
  });
  return { ...edit, segments };
}

/** Ranges in order of time; those that meet are one. */
export function mergeRanges(ranges: readonly TimeRange[]): TimeRange[] {
  const merged: TimeRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last && range.from <= last.to + noise) last.to = Math.max(last.to, range.to);
    else if (range.to > range.from) merged.push({ ...range });
  }
  return merged;
}

/** A segment and the seconds of the timeline that are its own. */
interface Stretch {
  segment: Segment;
  start: number;
  length: number;
}

/**
 * The main track with every transition that a range touches turned into a cut; everything stays where it was,
 * the segment before ends where the later one begins.
 */
function withoutTouched(edit: ClipEdit, ranges: readonly TimeRange[]): Stretch[] {
  const placed = placeSegments(edit);
  const touched = (index: number): boolean => {
    const place = placed[index];
    if (!place || place.overlap === 0) return false;
    return ranges.some(
      ({ from, to }) => to >= place.start - noise && from < place.start + place.overlap - noise,
    );
  };
  return placed.map(({ segment, start, end, index }) => {
    const until = touched(index + 1) ? (placed[index + 1]?.start ?? end) : end;
    const shorter = until === end ? segment : beforeCut(sliceSegment(segment, 0, until - start));
    return { segment: touched(index) ? afterCut(shorter) : shorter, start, length: until - start };
  });
}

/** What of a stretch of some length lies in none of the ranges, which are in order and apart. */
function leftOf(length: number, ranges: readonly TimeRange[]): TimeRange[] {
  const left: TimeRange[] = [];
  let from = 0;
  for (const range of ranges) {
    if (range.from - from > noise) left.push({ from, to: range.from });
    from = Math.max(from, range.to);
  }
  if (length - from > noise) left.push({ from, to: length });
  return left;
}

/** What is left of the main track without some ranges (in order and apart), and where it was. */
function cutOut(edit: ClipEdit, ranges: readonly TimeRange[], newId: NewId): Part[] {
  const parts: Part[] = [];
  // From the back, as if one range after the other was taken out.
  for (const { segment, start, length } of withoutTouched(edit, ranges).toReversed()) {
    const inside = ranges
      .map(({ from, to }) => ({ from: Math.max(0, from - start), to: Math.min(length, to - start) }))
      .filter(({ from, to }) => to - from >= noise);
    const left = leftOf(length, inside);
    left.toReversed().forEach(({ from, to }, index) => {
      const isFirst = index === left.length - 1;
      let piece = sliceSegment(segment, from, to);
      if (index > 0) piece = beforeCut(piece);
      if (!isFirst) piece = { ...afterCut(piece), id: newId() };
      parts.push({ segment: piece, origin: { id: segment.id, from, to, at: 0, scale: 1 } });
    });
  }
  return parts.toReversed();
}

/** Takes several ranges out at once (silences), all in times of the timeline as it is now; what follows moves up. */
export function removeRanges(
  edit: ClipEdit,
  ranges: readonly TimeRange[],
  newId: NewId,
  options?: RippleOptions,
): ClipEdit {
  const end = editDuration(edit);
  const within = mergeRanges(ranges)
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(end, to) }))
    .filter(({ from, to }) => to - from >= noise);
  return within.length === 0 ? edit : withParts(edit, cutOut(edit, within, newId), options);
}

/** Takes a range of time out of the whole edit. Ids are for second halves of segments. */
export function removeRange(
  edit: ClipEdit,
  range: TimeRange,
  newId: NewId,
  options?: RippleOptions,
): ClipEdit {
  return removeRanges(edit, [range], newId, options);
}

/** Only what lies within a range of the timeline, from 0 on: the part between in and out. */
export function keepRange(edit: ClipEdit, range: TimeRange, newId: NewId): ClipEdit {
  const end = editDuration(edit);
  const from = Math.min(Math.max(0, range.from), end);
  const to = Math.min(Math.max(from, range.to), end);
  const parts =
    end - to < noise ? edit.segments.map(whole) : cutOut(edit, [{ from: to, to: end + 1 }], newId);
  const headed = withParts(edit, parts, { cutTail: true });
  return from < noise ? headed : removeRange(headed, { from: 0, to: from }, newId);
}
