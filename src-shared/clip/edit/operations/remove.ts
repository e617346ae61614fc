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
function withoutTouched(edit: ClipEdit, range: TimeRange): Stretch[] {
  const placed = placeSegments(edit);
  const touched = (index: number): boolean => {
    const place = placed[index];
    if (!place || place.overlap === 0) return false;
    return range.to >= place.start - noise && range.from < place.start + place.overlap - noise;
  };
  return placed.map(({ segment, start, end, index }) => {
    const until = touched(index + 1) ? (placed[index + 1]?.start ?? end) : end;
    const shorter = until === end ? segment : beforeCut(sliceSegment(segment, 0, until - start));
    return { segment: touched(index) ? afterCut(shorter) : shorter, start, length: until - start };
  });
}

/** What is left of the main track without a range, and where it was. */
function cutOut(edit: ClipEdit, range: TimeRange, newId: NewId): Part[] {
  return withoutTouched(edit, range).flatMap(({ segment, start, length }): Part[] => {
    const [from, to] = [Math.max(0, range.from - start), Math.min(length, range.to - start)];
    if (to - from < noise) return [kept(segment, segment, length)];
    const [head, tail] = [from > noise, length - to > noise];
    const parts: Part[] = [];
    if (head) {
      const first = sliceSegment(segment, 0, from);
      parts.push(kept(tail ? beforeCut(first) : first, segment, from));
    }
    if (tail) {
      const second = sliceSegment(segment, to, length);
      parts.push({
        segment: head ? { ...afterCut(second), id: newId() } : second,
        origin: { id: segment.id, from: to, to: length, at: 0, scale: 1 },
      });
    }
    return parts;
  });
}

/** Takes a range of time out of the whole edit; what follows moves up. Ids are for second halves of segments. */
export function removeRange(
  edit: ClipEdit,
  range: TimeRange,
  newId: NewId,
  options?: RippleOptions,
): ClipEdit {
  const end = editDuration(edit);
  const within = { from: Math.max(0, range.from), to: Math.min(end, range.to) };
  if (within.to - within.from < noise) return edit;
  return withParts(edit, cutOut(edit, within, newId), options);
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

/** Takes several ranges out at once (silences); all of them in times of the timeline as it is now. */
export function removeRanges(
  edit: ClipEdit,
  ranges: readonly TimeRange[],
  newId: NewId,
  options?: RippleOptions,
): ClipEdit {
  return mergeRanges(ranges).reduceRight((rest, range) => removeRange(rest, range, newId, options), edit);
}

/** Only what lies within a range of the timeline, from 0 on: the part between in and out. */
export function keepRange(edit: ClipEdit, range: TimeRange, newId: NewId): ClipEdit {
  const end = editDuration(edit);
  const from = Math.min(Math.max(0, range.from), end);
  const to = Math.min(Math.max(from, range.to), end);
  const parts = end - to < noise ? edit.segments.map(whole) : cutOut(edit, { from: to, to: end + 1 }, newId);
  const headed = withParts(edit, parts, { cutTail: true });
  return from < noise ? headed : removeRange(headed, { from: 0, to: from }, newId);
}
