import { placeSegments, segmentAt, segmentLength, sourceTime } from '../layout.ts';
import type { ClipEdit } from '../schema.ts';
import type { Segment, Transition } from '../segment.ts';
import { betweenFocus, keyAt } from './keys.ts';
import { kept, type Part, type RippleOptions, withParts } from './retime.ts';
import { afterCut, beforeCut, noise, sliceSegment } from './slice.ts';
import type { NewId } from './split-join.ts';
import { canSplitAt } from './split-join.ts';

const whole = (segment: Segment): Part => kept(segment, segment, segmentLength(segment));

/** Puts segments (in the order they have) before another, or at the end. */
export function reorder(
  edit: ClipEdit,
  ids: readonly string[],
  beforeId: string | null,
  options?: RippleOptions,
): ClipEdit {
  const moved = edit.segments.filter(({ id }) => ids.includes(id));
  const rest = edit.segments.filter(({ id }) => !ids.includes(id));
  // Before one that moves itself: before the next that stays.
  const from = beforeId === null ? -1 : edit.segments.findIndex(({ id }) => id === beforeId);
  const anchor = from < 0 ? undefined : edit.segments.slice(from).find(({ id }) => !ids.includes(id));
  const index = anchor ? rest.indexOf(anchor) : rest.length;
  const segments = rest.toSpliced(index, 0, ...moved);
  if (segments.every((segment, place) => segment === edit.segments[place])) return edit;
  return withParts(edit, segments.map(whole), options);
}

const added = (segment: Segment): Part => ({ segment, origin: null });

/** The main track cut at a time, so that something can be put in between. */
function cutAt(edit: ClipEdit, seconds: number, newId: NewId): { before: Part[]; after: Part[] } {
  const placed = placeSegments(edit);
  const place = segmentAt(placed, seconds);
  const parts = edit.segments.map(whole);
  if (!place) return { before: [], after: [] };
  if (!canSplitAt(edit, seconds)) {
    const index = seconds - place.start < place.end - seconds ? place.index : place.index + 1;
    return { before: parts.slice(0, index), after: parts.slice(index) };
  }
  const { segment } = place;
  const [inside, length] = [seconds - place.start, place.end - place.start];
  const second = { ...afterCut(sliceSegment(segment, inside, length)), id: newId() };
  return {
    before: [
      ...parts.slice(0, place.index),
      kept(beforeCut(sliceSegment(segment, 0, inside)), segment, inside),
    ],
    after: [
      { segment: second, origin: { id: segment.id, from: inside, to: length, at: 0, scale: 1 } },
      ...parts.slice(place.index + 1),
    ],
  };
}

/** Puts new segments in at an index, or at a time (a segment that plays then is split); the rest moves on. */
export function insertSegments(
  edit: ClipEdit,
  where: { index: number } | { time: number },
  segments: readonly Segment[],
  newId: NewId,
  options?: RippleOptions,
): ClipEdit {
  if (segments.length === 0) return edit;
  const parts = edit.segments.map(whole);
  const { before, after } =
    'time' in where
      ? cutAt(edit, where.time, newId)
      : { before: parts.slice(0, where.index), after: parts.slice(where.index) };
  return withParts(edit, [...before, ...segments.map(added), ...after], options);
}

/** Copies of segments behind the last of them. */
export function duplicate(
  edit: ClipEdit,
  ids: readonly string[],
  newId: NewId,
  options?: RippleOptions,
): ClipEdit {
  const last = edit.segments.findLastIndex(({ id }) => ids.includes(id));
  if (last < 0) return edit;
  const copies = edit.segments
    .filter(({ id }) => ids.includes(id))
    .map((segment): Segment => ({ ...structuredClone(segment), id: newId() }));
  const [first, ...others] = copies;
  if (!first) return edit;
  const { transition: _none, ...leading } = first;
  return insertSegments(edit, { index: last + 1 }, [leading as Segment, ...others], newId, options);
}

/** How fast recorded segments play, 0.25 to 4; what lies over them is stretched or pressed together with them. */
export function setSpeed(
  edit: ClipEdit,
  ids: readonly string[],
  wanted: number,
  options?: RippleOptions,
): ClipEdit {
  const speed = Math.min(4, Math.max(0.25, wanted));
  const parts = edit.segments.map((segment): Part => {
    if (segment.kind !== 'clip' || !ids.includes(segment.id) || (segment.speed ?? 1) === speed)
      return whole(segment);
    const { speed: was = 1, ...rest } = segment;
    const faster: Segment = speed === 1 ? rest : { ...rest, speed };
    const origin = { id: segment.id, from: 0, to: segmentLength(segment), at: 0, scale: was / speed };
    return { segment: faster, origin };
  });
  if (parts.every(({ segment }, index) => segment === edit.segments[index])) return edit;
  return withParts(edit, parts, options);
}

/** Holds the frame that is shown at a time; seconds of the timeline. The same edit where no recording plays. */
export function freezeAt(
  edit: ClipEdit,
  seconds: number,
  duration: number,
  newId: NewId,
  options?: RippleOptions,
): ClipEdit {
  const place = segmentAt(placeSegments(edit), seconds);
  if (place?.segment.kind !== 'clip' || duration < noise) return edit;
  const { segment } = place;
  const at = sourceTime(place, seconds);
  const frozen: Segment = { id: newId(), kind: 'freeze', source: segment.source, at, duration };
  if (segment.picture) {
    const { focus, fadeIn: _in, fadeOut: _out, ...picture } = segment.picture;
    const looksAt =
      focus && focus.length > 0 ? [{ ...keyAt(focus, at - segment.from, betweenFocus), at: 0 }] : [];
    frozen.picture = { ...picture, ...(looksAt.length > 0 ? { focus: looksAt } : {}) };
  }
  return insertSegments(edit, { time: seconds }, [frozen], newId, options);
}

/** Plays recorded segments backwards, or forwards again. */
export function setReversed(edit: ClipEdit, ids: readonly string[], reversed: boolean): ClipEdit {
  return changeSegments(edit, ids, (segment) => {
    if (segment.kind !== 'clip' || (segment.reversed ?? false) === reversed) return segment;
    const { reversed: _was, ...rest } = segment;
    return reversed ? { ...rest, reversed } : rest;
  });
}

/** How segments take over from the ones before them; null: by a cut. The timeline gets shorter by what overlaps. */
export function setTransition(
  edit: ClipEdit,
  ids: readonly string[],
  transition: Transition | null,
  options?: RippleOptions,
): ClipEdit {
  const change = (segment: Segment): Segment => {
    const { transition: _was, ...rest } = segment;
    return transition ? { ...segment, transition } : (rest as Segment);
  };
  return changeSegments(edit, ids, change, options);
}

/**
 * Other fields of segments (looks, sound, names, lengths of stills); what follows moves along when one becomes
 * longer or shorter. The same edit when `change` answers the same segments.
 */
export function changeSegments(
  edit: ClipEdit,
  ids: readonly string[],
  change: (segment: Segment) => Segment,
  options?: RippleOptions,
): ClipEdit {
  const parts = edit.segments.map((segment): Part => {
    if (!ids.includes(segment.id)) return whole(segment);
    const changed = change(segment);
    return kept(changed, segment, Math.min(segmentLength(segment), segmentLength(changed)));
  });
  if (parts.every(({ segment }, index) => segment === edit.segments[index])) return edit;
  return withParts(edit, parts, options);
}
