import { editDuration } from './layout.ts';
import { keepRange } from './operations/remove.ts';
import type { ClipEdit } from './schema.ts';

/** Seconds; a range that is shorter was cut away since it was set. */
const least = 1e-3;

/**
 * What lies between the in and the out point of an edit, from 0 on; the edit itself where they hold all of it. A cover
 * frame outside moves to the nearest one inside. The answer has no points any more.
 */
export function inToOut(edit: ClipEdit, newId: () => string): ClipEdit {
  const { range, ...rest } = edit;
  if (!range) return edit;
  const end = editDuration(edit);
  const [from, to] = [Math.max(0, range.from), Math.min(range.to, end)];
  if (to - from < least || (from < least && end - to < least)) return edit;
  const part = keepRange(rest, { from, to }, newId);
  if (part.cover?.kind !== 'frame') return part;
  const at = Math.min(Math.max(0, (edit.cover?.kind === 'frame' ? edit.cover.at : from) - from), to - from);
  return { ...part, cover: { kind: 'frame', at } };
}
