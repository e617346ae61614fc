import type { Change, Patch } from '#shared/clip/edit/patch.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { ClipSelection, Store } from './editor.tsx';

/** A value with listeners; equal values (by `same`) are not announced. */
export function createStore<Value>(
  start: Value,
  same: (one: Value, other: Value) => boolean = Object.is,
): Store<Value> {
  let value = start;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (same(value, next)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function sameSelection(one: ClipSelection | null, other: ClipSelection | null): boolean {
  if (one === other) return true;
  if (!one || !other || one.kind !== other.kind || one.track !== other.track) return false;
  return one.ids.length === other.ids.length && one.ids.every((id, index) => id === other.ids[index]);
}

function idsThere(edit: ClipEdit, { kind, track }: ClipSelection): readonly { id: string }[] {
  if (kind === 'segment') return edit.segments;
  if (kind === 'overlay') return edit.overlays ?? [];
  if (kind === 'sound') return edit.sounds ?? [];
  if (kind === 'marker') return edit.markers ?? [];
  return edit.captions?.find(({ id }) => id === track)?.cues ?? [];
}

/** A selection without what the edit does not have any more; null when nothing is left. */
export function stillThere(edit: ClipEdit, selection: ClipSelection | null): ClipSelection | null {
  if (!selection) return null;
  const missing = new Set(selection.ids);
  for (const { id } of idsThere(edit, selection)) {
    if (missing.size === 0) break;
    missing.delete(id);
  }
  if (missing.size === 0) return selection;
  const ids = selection.ids.filter((id) => !missing.has(id));
  return ids.length > 0 ? { ...selection, ids } : null;
}

interface Touched {
  put: string[];
  changed: string[];
}

function touchedItems(change: Change | undefined): Touched {
  if (!change || !('items' in change)) return { put: [], changed: [] };
  const idOf = (item: unknown): string[] =>
    typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? [item.id] : [];
  return {
    put: (change.items.put ?? []).flatMap(({ id, item }) => (id === undefined ? idOf(item) : [id])),
    changed: Object.keys(change.items.changed ?? {}),
  };
}

const fieldOf = (change: Change | undefined, name: string): Change | undefined =>
  change && 'fields' in change ? change.fields[name] : undefined;

/**
 * What undo or redo has brought back or changed, to be chosen then: what was put back first, and the main track
 * before what lies beside it. null when nothing of that is left to choose.
 */
export function selectionOf(patch: Patch, edit: ClipEdit): ClipSelection | null {
  const change = fieldOf(patch[0], 'edit');
  const found: (ClipSelection & { touched: Touched })[] = (
    [
      ['segment', 'segments'],
      ['overlay', 'overlays'],
      ['sound', 'sounds'],
      ['marker', 'markers'],
    ] as const
  ).map(([kind, list]) => ({ kind, ids: [], touched: touchedItems(fieldOf(change, list)) }));
  const tracks = fieldOf(change, 'captions');
  if (tracks && 'items' in tracks)
    for (const [track, inside] of Object.entries(tracks.items.changed ?? {}))
      found.push({ kind: 'cue', track, ids: [], touched: touchedItems(fieldOf(inside, 'cues')) });
  for (const list of ['put', 'changed'] as const)
    for (const { touched, ...selection } of found) {
      const there = stillThere(edit, { ...selection, ids: touched[list] });
      if (there && there.ids.length > 0) return there;
    }
  return null;
}
