import type { ClipEdit, Marker, Overlay, SoundItem } from '../schema.ts';

/** What lies beside the main track, apart from captions. */
export interface BesideItems {
  overlays: Overlay;
  sounds: SoundItem;
  markers: Marker;
}
export type BesideList = keyof BesideItems;

/** Overlays are the only ones without a single moment of their own. */
const isOverlay = (item: Overlay | SoundItem | Marker): item is Overlay => !('at' in item);
const startOf = (item: Overlay | SoundItem | Marker): number => (isOverlay(item) ? item.from : item.at);

function listOf<List extends BesideList>(edit: ClipEdit, list: List): readonly BesideItems[List][] {
  return (edit[list] ?? []) as unknown as readonly BesideItems[List][];
}

/** Overlays lie in order of depth, everything else in order of time. */
function withList<List extends BesideList>(
  edit: ClipEdit,
  list: List,
  items: readonly BesideItems[List][],
): ClipEdit {
  const before = listOf(edit, list);
  if (items.length === before.length && items.every((item, index) => item === before[index])) return edit;
  const inOrder = list === 'overlays' ? items : items.toSorted((one, other) => startOf(one) - startOf(other));
  return { ...edit, [list]: inOrder };
}

export function addBeside<List extends BesideList>(
  edit: ClipEdit,
  list: List,
  items: readonly BesideItems[List][],
): ClipEdit {
  return withList(edit, list, [...listOf(edit, list), ...items]);
}

export function removeBeside(edit: ClipEdit, list: BesideList, ids: readonly string[]): ClipEdit {
  const items = listOf(edit, list);
  return withList(
    edit,
    list,
    items.filter(({ id }) => !ids.includes(id)),
  );
}

/** Other fields of some of them; `change` answers the same item to leave it alone. */
export function changeBeside<List extends BesideList>(
  edit: ClipEdit,
  list: List,
  ids: readonly string[],
  change: (item: BesideItems[List]) => BesideItems[List],
): ClipEdit {
  const items = listOf(edit, list);
  return withList(
    edit,
    list,
    items.map((item) => (ids.includes(item.id) ? change(item) : item)),
  );
}

/** Moves some of them together by seconds; none of them goes before the start. */
export function moveBeside(
  edit: ClipEdit,
  list: BesideList,
  ids: readonly string[],
  delta: number,
): ClipEdit {
  const chosen = listOf(edit, list).filter(({ id }) => ids.includes(id));
  const by = Math.max(delta, -Math.min(...chosen.map(startOf)));
  if (chosen.length === 0 || by === 0) return edit;
  return changeBeside(edit, list, ids, (item) =>
    isOverlay(item) ? { ...item, from: item.from + by, to: item.to + by } : { ...item, at: item.at + by },
  );
}

/** Puts overlays in front of all others, behind them, or past one neighbour. */
export function orderOverlays(
  edit: ClipEdit,
  ids: readonly string[],
  to: 'front' | 'back' | 'forward' | 'backward',
): ClipEdit {
  const items = edit.overlays ?? [];
  const chosen = items.filter(({ id }) => ids.includes(id));
  const rest = items.filter(({ id }) => !ids.includes(id));
  const ends = to === 'front' ? rest.length : 0;
  const first = items.findIndex(({ id }) => ids.includes(id));
  const last = items.findLastIndex(({ id }) => ids.includes(id));
  if (first < 0) return edit;
  const below = (index: number): number =>
    items.slice(0, Math.max(0, index)).filter(({ id }) => !ids.includes(id)).length;
  const at = to === 'forward' ? below(last + 2) : to === 'backward' ? below(first - 1) : ends;
  return withList(edit, 'overlays', rest.toSpliced(at, 0, ...chosen));
}
