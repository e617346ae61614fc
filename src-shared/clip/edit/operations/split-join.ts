import { type PlacedSegment, placeSegments, segmentAt, segmentLength } from '../layout.ts';
import type { ClipEdit } from '../schema.ts';
import type { EnvelopePoint, FocusKey, Segment } from '../segment.ts';
import { betweenFocus, betweenGain, joinKeys } from './keys.ts';
import { afterCut, beforeCut, noise, sliceSegment } from './slice.ts';

/** Makes an id that nothing else has. */
export type NewId = () => string;

/** The segment that would be split at a time, and how far in; null at its edges and beside a transition that would become shorter. */
function splitPlace(edit: ClipEdit, seconds: number): { place: PlacedSegment; inside: number } | null {
  const placed = placeSegments(edit);
  const place = segmentAt(placed, seconds);
  if (!place || seconds >= place.end) return null;
  const inside = seconds - place.start;
  const rest = place.end - seconds;
  const next = placed[place.index + 1]?.overlap ?? 0;
  if (inside < noise || rest < noise) return null;
  // A transition takes at most half of a segment: a shorter half would move everything after it.
  if (inside < place.overlap * 2 - noise || rest < next * 2 - noise) return null;
  return { place, inside };
}

/** Whether a split at a time changes anything: not on an edge, not in or close to a transition. */
export function canSplitAt(edit: ClipEdit, seconds: number): boolean {
  return splitPlace(edit, seconds) !== null;
}

/** The two halves of a segment, `inside` in seconds of its time on screen. */
export function halves(segment: Segment, inside: number, newId: NewId): [Segment, Segment] {
  const first = beforeCut(sliceSegment(segment, 0, inside));
  const second = afterCut(sliceSegment(segment, inside, segmentLength(segment)));
  return [first, { ...second, id: newId() }];
}

/** Splits the segment under a time of the timeline; the first half keeps the id. The same edit where it cannot be split. */
export function splitAt(edit: ClipEdit, seconds: number, newId: NewId): ClipEdit {
  const found = splitPlace(edit, seconds);
  if (!found) return edit;
  const segments = edit.segments.toSpliced(
    found.place.index,
    1,
    ...halves(found.place.segment, found.inside, newId),
  );
  return { ...edit, segments };
}

/** What two halves of one segment have in common. */
function character(segment: Segment): string {
  const { id: _id, name: _name, transition: _transition, picture, ...rest } = segment;
  const { focus, fadeIn: _in, fadeOut: _out, ...look } = picture ?? {};
  const fields: Record<string, unknown> = { ...rest, look, focus: (focus ?? []).length > 0 };
  if (segment.kind === 'clip') {
    const { envelope, fadeIn: _soundIn, fadeOut: _soundOut, ...sound } = segment.sound ?? {};
    Object.assign(fields, { from: 0, to: 0, sound, envelope: (envelope ?? []).length > 0 });
  } else Object.assign(fields, { duration: 0 });
  return JSON.stringify(Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function joinable(first: Segment | undefined, second: Segment | undefined): boolean {
  if (!first || !second || second.transition || character(first) !== character(second)) return false;
  if (first.kind !== 'clip' || second.kind !== 'clip') return true;
  const [end, start] = first.reversed ? [first.from, second.to] : [first.to, second.from];
  return Math.abs(end - start) < noise;
}

/** Whether a segment and the next are two halves of one. */
export function canJoin(edit: ClipEdit, id: string): boolean {
  const index = edit.segments.findIndex((segment) => segment.id === id);
  return index >= 0 && joinable(edit.segments[index], edit.segments[index + 1]);
}

function joined(first: Segment, second: Segment): Segment {
  const speed = first.kind === 'clip' ? (first.speed ?? 1) : 1;
  const backwards = first.kind === 'clip' && first.reversed === true;
  // Focus counts in the time of the source, in which the half that is shown last comes first when it plays backwards.
  const [early, late] = backwards ? [second, first] : [first, second];
  const cut = segmentLength(early) * speed;
  const sound = (segment: Segment) => (segment.kind === 'clip' ? segment.sound : undefined);
  const next: Segment = { ...first };
  if (first.picture || second.picture) {
    const { focus: _focus, fadeOut: _out, ...picture } = { ...second.picture, ...first.picture };
    const { fadeIn: _in, ...rest } = picture;
    const keys: FocusKey[] = joinKeys(
      early.picture?.focus ?? [],
      late.picture?.focus ?? [],
      cut,
      betweenFocus,
    );
    next.picture = {
      ...rest,
      ...(keys.length > 0 || first.picture?.focus ? { focus: keys } : {}),
      ...(first.picture?.fadeIn === undefined ? {} : { fadeIn: first.picture.fadeIn }),
      ...(second.picture?.fadeOut === undefined ? {} : { fadeOut: second.picture.fadeOut }),
    };
  }
  if (next.kind !== 'clip' || second.kind !== 'clip') {
    if (next.kind !== 'clip') next.duration = segmentLength(first) + segmentLength(second);
    return next;
  }
  next.from = Math.min(next.from, second.from);
  next.to = Math.max(next.to, second.to);
  const [one, other] = [sound(first), sound(second)];
  if (!one && !other) return next;
  const { envelope: _line, fadeOut: _end, fadeIn: _start, ...fields } = { ...other, ...one };
  const heard = segmentLength(first) * speed;
  const line: EnvelopePoint[] = joinKeys(one?.envelope ?? [], other?.envelope ?? [], heard, betweenGain);
  next.sound = {
    ...fields,
    ...(line.length > 0 || one?.envelope ? { envelope: line } : {}),
    ...(one?.fadeIn === undefined ? {} : { fadeIn: one.fadeIn }),
    ...(other?.fadeOut === undefined ? {} : { fadeOut: other.fadeOut }),
  };
  return next;
}

/** Makes one segment of one and the next, when they are two halves of one (see `canJoin`); else the same edit. */
export function joinNeighbours(edit: ClipEdit, id: string): ClipEdit {
  const index = edit.segments.findIndex((segment) => segment.id === id);
  const [first, second] = [edit.segments[index], edit.segments[index + 1]];
  if (!first || !second || !joinable(first, second)) return edit;
  return { ...edit, segments: edit.segments.toSpliced(index, 2, joined(first, second)) };
}
