import { placeSegments } from '../layout.ts';
import type { ClipEdit } from '../schema.ts';
import type { Segment } from '../segment.ts';
import { type Move, movePoint, moveSpan, nearestPoint } from './moves.ts';
import { retimeCues } from './retime-cues.ts';
import { retimeSounds } from './retime-sounds.ts';
import { noise } from './slice.ts';

/** A segment as an operation leaves it, and which seconds (of its time on screen) of which segment it was before. */
export interface Part {
  segment: Segment;
  /** null: it is new. */
  origin: Origin | null;
}

export interface Origin {
  id: string;
  from: number;
  to: number;
  /** Where that stands in the segment now. */
  at: number;
  /** How many seconds one of them takes now. */
  scale: number;
}

export interface RippleOptions {
  /** Only the main track changes: what lies beside it keeps its times. */
  alone?: boolean | undefined;
}

/** How the old timeline goes over into a new one; joined where neighbours stay neighbours. `tail`: what lies beyond the end stays too. */
function movesBetween(edit: ClipEdit, parts: readonly Part[], tail: boolean): Move[] {
  const old = placeSegments(edit);
  const now = placeSegments({ segments: parts.map(({ segment }) => segment) });
  const byId = new Map<string, { origin: Origin; start: number }[]>();
  parts.forEach(({ origin }, index) => {
    if (!origin) return;
    const list = byId.get(origin.id) ?? [];
    list.push({ origin, start: now[index]?.start ?? 0 });
    byId.set(origin.id, list);
  });
  const moves: Move[] = [];
  const add = (move: Move): void => {
    const last = moves.at(-1);
    const follows =
      last?.scale === 1 &&
      move.scale === 1 &&
      Math.abs(last.to - move.from) < noise &&
      Math.abs(last.at + last.to - last.from - move.at) < noise;
    if (last && follows) last.to = move.to;
    else if (move.to > move.from) moves.push(move);
  };
  old.forEach(({ segment, start, end }, index) => {
    // Where two are on screen the later one counts.
    const until = old[index + 1]?.start ?? end;
    const pieces = (byId.get(segment.id) ?? []).toSorted((one, other) => one.origin.from - other.origin.from);
    for (const { origin, start: newStart } of pieces)
      add({
        from: start + origin.from,
        to: Math.min(start + origin.to, until),
        at: newStart + origin.at,
        scale: origin.scale,
      });
  });
  const end = old.at(-1)?.end ?? 0;
  if (tail) add({ from: end, to: Number.POSITIVE_INFINITY, at: now.at(-1)?.end ?? 0, scale: 1 });
  return moves;
}

/** The list itself when nothing of it has changed: whoever watches it is not told then. */
function unlessSame<Item>(before: Item[], after: Item[]): Item[] {
  return after.length === before.length && after.every((item, index) => item === before[index])
    ? before
    : after;
}

const byTime = (one: { at: number }, other: { at: number }): number => one.at - other.at;

function retime(edit: ClipEdit, moves: readonly Move[], duration: number): ClipEdit {
  const next = { ...edit };
  if (edit.overlays) {
    const overlays = edit.overlays.flatMap((overlay) => {
      const span = moveSpan(moves, overlay);
      if (!span) return [];
      return span.from === overlay.from && span.to === overlay.to ? [overlay] : [{ ...overlay, ...span }];
    });
    next.overlays = unlessSame(edit.overlays, overlays);
  }
  if (edit.captions) {
    const captions = edit.captions.map((track) => {
      const cues = retimeCues(track.cues, moves);
      return cues === track.cues ? track : { ...track, cues };
    });
    next.captions = unlessSame(edit.captions, captions);
  }
  if (edit.sounds) next.sounds = unlessSame(edit.sounds, retimeSounds(edit.sounds, moves).toSorted(byTime));
  if (edit.markers) {
    const markers = edit.markers.flatMap((marker) => {
      const at = movePoint(moves, marker.at);
      if (at === null) return [];
      return at === marker.at ? [marker] : [{ ...marker, at }];
    });
    next.markers = unlessSame(edit.markers, markers.toSorted(byTime));
  }
  if (edit.cover?.kind === 'frame') {
    const at = nearestPoint(moves, edit.cover.at) ?? duration;
    if (at !== edit.cover.at) next.cover = { ...edit.cover, at };
  }
  return next;
}

/** A segment that stays as it is, or changes without becoming longer or shorter. */
export function kept(segment: Segment, was: Segment, length: number): Part {
  return { segment, origin: { id: was.id, from: 0, to: length, at: 0, scale: 1 } };
}

/** The edit with another main track; what lies beside it goes along. `cutTail`: what lies beyond the end is removed. */
export function withParts(
  edit: ClipEdit,
  parts: readonly Part[],
  options: RippleOptions & { cutTail?: boolean } = {},
): ClipEdit {
  const next = { ...edit, segments: parts.map(({ segment }) => segment) };
  if (options.alone === true) return next;
  const moves = movesBetween(edit, parts, options.cutTail !== true);
  const stays = moves.every((move) => move.at === move.from && move.scale === 1);
  if (moves.length === 1 && stays && moves[0]?.from === 0 && moves[0].to === Number.POSITIVE_INFINITY)
    return next;
  return retime(next, moves, placeSegments(next).at(-1)?.end ?? 0);
}
