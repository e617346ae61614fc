import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { Range } from '../session/range.ts';

/** In and out point in seconds of the timeline, within it; null while they are the whole. */
export function workRange(edit: ClipEdit, duration: number): Range | null {
  const { range } = edit;
  if (!range) return null;
  const [from, to] = [Math.max(0, range.from), Math.min(range.to, duration)];
  // What is left of a range that was cut away is no range.
  if (to - from < 1e-3 || (from < 1e-6 && to > duration - 1e-6)) return null;
  return { from, to };
}

/** The whole is kept as no range at all, so that it stays the whole when the clip gets longer. */
export function withWorkRange(edit: ClipEdit, range: Range, duration: number): ClipEdit {
  if (range.from > 1e-6 || range.to < duration - 1e-6) return { ...edit, range };
  const { range: _whole, ...rest } = edit;
  return rest;
}
