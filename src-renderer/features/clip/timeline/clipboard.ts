import { insertSegments } from '#shared/clip/edit/operations/arrange.ts';
import { addBeside } from '#shared/clip/edit/operations/beside.ts';
import { placeSegments } from '#shared/clip/edit/layout.ts';
import type { ClipEdit, Overlay, SoundItem } from '#shared/clip/edit/schema.ts';
import type { Segment } from '#shared/clip/edit/segment.ts';
import { newId } from '#shared/domain/id.ts';
import type { ClipEditorParts } from '../session/editor.tsx';
import { placeBetween } from './gestures/reorder-segments.ts';

type Copied =
  | { kind: 'segment'; items: readonly Segment[] }
  | { kind: 'overlay'; items: readonly Overlay[] }
  | { kind: 'sound'; items: readonly SoundItem[] };

/** Kept while the window is open, so that parts go from one clip to another. */
let copied: Copied | null = null;

export const hasCopied = (): boolean => copied !== null;

/** Takes what is chosen; answers whether there was anything. */
export function copyChosen(editor: ClipEditorParts): boolean {
  const chosen = editor.selection.get();
  const { edit } = editor.session.now();
  const mine = <Item extends { id: string }>(items: readonly Item[] | undefined): Item[] =>
    structuredClone((items ?? []).filter(({ id }) => chosen?.ids.includes(id) === true));
  if (chosen?.kind === 'segment') copied = { kind: 'segment', items: mine(edit.segments) };
  else if (chosen?.kind === 'overlay') copied = { kind: 'overlay', items: mine(edit.overlays) };
  else if (chosen?.kind === 'sound') copied = { kind: 'sound', items: mine(edit.sounds) };
  else return false;
  return copied.items.length > 0;
}

/** Puts the copies in at a time (segments between those nearest to it) and chooses them. */
export function pasteCopied(editor: ClipEditorParts, at: number): void {
  if (!copied) return;
  const fresh = <Item extends { id: string }>(items: readonly Item[]): Item[] =>
    structuredClone([...items]).map((item) => ({ ...item, id: newId() }));
  let change: (edit: ClipEdit) => ClipEdit;
  let ids: string[];
  if (copied.kind === 'segment') {
    const items = fresh(copied.items);
    ids = items.map(({ id }) => id);
    change = (edit) =>
      insertSegments(edit, { index: placeBetween(placeSegments(edit), at).index }, items, newId);
  } else if (copied.kind === 'overlay') {
    const first = Math.min(...copied.items.map(({ from }) => from));
    const items = fresh(copied.items).map((item) => ({
      ...item,
      from: item.from - first + at,
      to: item.to - first + at,
    }));
    ids = items.map(({ id }) => id);
    change = (edit) => addBeside(edit, 'overlays', items);
  } else {
    const first = Math.min(...copied.items.map((item) => item.at));
    const items = fresh(copied.items).map((item) => ({ ...item, at: item.at - first + at }));
    ids = items.map(({ id }) => id);
    change = (edit) => addBeside(edit, 'sounds', items);
  }
  editor.change(change);
  editor.selection.set({ kind: copied.kind, ids });
}
