import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { FocusKey, Segment, SegmentPicture } from '#shared/clip/edit/segment.ts';

/** Other fields of a segment's picture; the same edit when there is no such segment. */
export function withPicture(
  edit: ClipEdit,
  id: string,
  change: (picture: SegmentPicture) => SegmentPicture,
): ClipEdit {
  if (!edit.segments.some((segment) => segment.id === id)) return edit;
  const segments = edit.segments.map(
    (segment): Segment =>
      segment.id === id ? { ...segment, picture: change(segment.picture ?? {}) } : segment,
  );
  return { ...edit, segments };
}

/** Takes the crop or the focus of a segment away. */
export function withoutPicture(edit: ClipEdit, id: string, field: 'crop' | 'focus'): ClipEdit {
  return withPicture(edit, id, (picture) => {
    const rest = { ...picture };
    delete rest[field];
    return rest;
  });
}

/** Index of the keyframe at a time, -1 when none is within `reach` seconds. */
export function keyNear(keys: readonly FocusKey[], at: number, reach: number): number {
  return keys.findIndex((key) => Math.abs(key.at - at) <= reach);
}

/**
 * What the frame looks at is moved at a time: with keyframes the one there is changed or one is added, a single
 * point stays a single point. `reach` in seconds.
 */
export function moveFocus(
  keys: readonly FocusKey[] | undefined,
  at: number,
  point: { x: number; y: number; zoom: number },
  reach: number,
): FocusKey[] {
  const zoom = point.zoom > 1.001 ? { zoom: point.zoom } : {};
  const next = { x: point.x, y: point.y, ...zoom };
  const known = keys ?? [];
  if (known.length <= 1) return [{ at: known[0]?.at ?? 0, ...next }];
  const index = keyNear(known, at, reach);
  if (index >= 0) return known.map((key, each) => (each === index ? { at: key.at, ...next } : key));
  return [...known, { at, ...next }].toSorted((one, other) => one.at - other.at);
}

/** Puts a keyframe where there is none, or takes the one there away. */
export function toggleFocusKey(
  keys: readonly FocusKey[] | undefined,
  at: number,
  point: { x: number; y: number; zoom: number },
  reach: number,
): FocusKey[] {
  const known = keys ?? [];
  const index = keyNear(known, at, reach);
  if (index >= 0 && known.length > 1) return known.filter((_, each) => each !== index);
  const zoom = point.zoom > 1.001 ? { zoom: point.zoom } : {};
  const key = { at, x: point.x, y: point.y, ...zoom };
  const rest = index >= 0 ? [] : known;
  return [...rest, key].toSorted((one, other) => one.at - other.at);
}
