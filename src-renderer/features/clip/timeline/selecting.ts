import type { ClipEditorParts, ClipSelection } from '../session/editor.tsx';
import type { Ground } from './hit.ts';
import type { LaneItem, LaneRow } from './lanes.ts';

/** `one` alone, `toggle` in or out of what is chosen, `range` from what is chosen up to it. */
export type SelectMode = 'one' | 'toggle' | 'range';

function selectionOf(
  kind: ClipSelection['kind'],
  ids: readonly string[],
  track?: string,
): ClipSelection | null {
  if (ids.length === 0) return null;
  return track === undefined ? { kind, ids } : { kind, ids, track };
}

/** Chooses an item as a click does. A selection is always of one kind, cues of one track. */
export function selectItem(
  editor: ClipEditorParts,
  ground: Pick<Ground, 'rows'>,
  item: LaneItem,
  row: LaneRow,
  mode: SelectMode,
): void {
  const before = editor.selection.get();
  const alike = before?.kind === item.kind && (item.kind !== 'cue' || before.track === row.track);
  if (mode === 'one' || !alike) {
    editor.selection.set(selectionOf(item.kind, [item.id], row.track));
    return;
  }
  if (mode === 'toggle') {
    const ids = before.ids.includes(item.id)
      ? before.ids.filter((id) => id !== item.id)
      : [...before.ids, item.id];
    editor.selection.set(selectionOf(item.kind, ids, row.track));
    return;
  }
  const all = ground.rows
    .filter((one) => one.kind === row.kind && one.track === row.track)
    .flatMap(({ items }) => items)
    .toSorted((one, other) => one.from - other.from);
  const anchor = all.findIndex(({ id }) => id === before.ids[0]);
  const here = all.findIndex(({ id }) => id === item.id);
  const between = all.slice(Math.min(anchor, here), Math.max(anchor, here) + 1).map(({ id }) => id);
  // What was chosen first stays the anchor of the next range.
  const ids = [before.ids[0] ?? item.id, ...between.filter((id) => id !== before.ids[0])];
  editor.selection.set(selectionOf(item.kind, ids, row.track));
}

/** Chooses what a marquee touches; the kind of most lanes' importance wins: segments, then overlays, sounds, captions. */
export function selectWithin(
  editor: ClipEditorParts,
  rows: readonly LaneRow[],
  span: { from: number; to: number; top: number; bottom: number },
): void {
  for (const kind of ['segment', 'overlay', 'sound', 'cue'] as const) {
    const hit = rows
      .filter((row) => row.top < span.bottom && row.top + row.height > span.top)
      .flatMap((row) => row.items.map((item) => ({ item, row })))
      .filter(({ item }) => item.kind === kind && item.from < span.to && item.to > span.from);
    const track = hit[0]?.row.track;
    const ids = hit.filter(({ row }) => row.track === track).map(({ item }) => item.id);
    if (ids.length > 0) {
      editor.selection.set(selectionOf(kind, ids, track));
      return;
    }
  }
  editor.selection.set(null);
}
