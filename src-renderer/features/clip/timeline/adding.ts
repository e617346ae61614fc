import { call } from '#renderer/bridge/client.ts';
import { placeSegments } from '#shared/clip/edit/layout.ts';
import { insertSegments } from '#shared/clip/edit/operations/arrange.ts';
import { addBeside } from '#shared/clip/edit/operations/beside.ts';
import type { ClipEdit, Overlay, SoundItem } from '#shared/clip/edit/schema.ts';
import type { Segment } from '#shared/clip/edit/segment.ts';
import type { Asset } from '#shared/domain/asset.ts';
import { newId } from '#shared/domain/id.ts';
import type { ClipEditorParts, ClipSelection } from '../session/editor.tsx';
import { placeBetween } from './gestures/reorder-segments.ts';

/** Seconds that a picture, a page or a colour stays. */
export const stillSeconds = 4;

/** Something that is to be put on the timeline. */
export type Addition =
  | { kind: 'asset'; asset: Asset }
  | { kind: 'design'; design: string }
  | { kind: 'colour'; colour: string };

/** Between the segments, or over them. */
export type Zone = 'main' | 'over';

/** Seconds of a recording that can be shown: a sound that runs on after the last frame is left out. */
async function endOf(asset: Asset): Promise<number> {
  try {
    const { end } = await call('clips.probe', { assetId: asset.id });
    return end > 0 ? end : asset.duration;
  } catch {
    // The length that was found at import is close enough; what is wrong with the file is said when it is played.
    return asset.duration;
  }
}

async function segmentOf(addition: Addition): Promise<Segment | null> {
  const still = { id: newId(), duration: stillSeconds };
  if (addition.kind === 'colour') return { ...still, kind: 'colour', colour: addition.colour };
  if (addition.kind === 'design') return { ...still, kind: 'design', design: addition.design };
  const { asset } = addition;
  if (asset.kind === 'image') return { ...still, kind: 'still', source: asset.id };
  const to = await endOf(asset);
  return to > 0 ? { id: newId(), kind: 'clip', source: asset.id, from: 0, to } : null;
}

function overlayOf(addition: Addition, at: number): Overlay | null {
  if (addition.kind === 'colour') return null;
  if (addition.kind === 'asset' && addition.asset.kind !== 'image') return null;
  const source =
    addition.kind === 'design'
      ? { kind: 'design' as const, source: addition.design, cutOut: true, x: 0, y: 0, width: 1 }
      : { kind: 'image' as const, source: addition.asset.id, x: 0.3, y: 0.3, width: 0.4 };
  return { id: newId(), from: at, to: at + stillSeconds, ...source };
}

/**
 * Puts things on the timeline in one step and chooses them: sounds beside it from `at` on, one after another; recordings,
 * pictures and pages between the segments nearest to `at`; in the zone over the main track pictures and pages as overlays.
 */
export async function addToTimeline(
  editor: ClipEditorParts,
  additions: readonly Addition[],
  at: number,
  zone: Zone,
): Promise<void> {
  const segments: Segment[] = [];
  const overlays: Overlay[] = [];
  const sounds: SoundItem[] = [];
  let soundAt = at;
  for (const addition of additions) {
    if (addition.kind === 'asset' && addition.asset.kind === 'audio' && editor.placed().length > 0) {
      const { asset } = addition;
      const item = { id: newId(), source: asset.id, at: soundAt, from: 0, to: Math.max(0.1, asset.duration) };
      sounds.push({ ...item, role: asset.duration < 8 ? 'effect' : 'music' });
      soundAt += item.to;
      continue;
    }
    const overlay = zone === 'over' ? overlayOf(addition, at) : null;
    if (overlay) {
      overlays.push(overlay);
      continue;
    }
    const segment = await segmentOf(addition);
    if (segment) segments.push(segment);
  }
  const into = (edit: ClipEdit): ClipEdit => {
    const { index } = placeBetween(placeSegments(edit), at);
    const joined = insertSegments(edit, { index }, segments, newId);
    return addBeside(addBeside(joined, 'overlays', overlays), 'sounds', sounds);
  };
  editor.change(into);
  const lists: [ClipSelection['kind'], readonly { id: string }[]][] = [
    ['segment', segments],
    ['overlay', overlays],
    ['sound', sounds],
  ];
  const chosen = lists.find(([, items]) => items.length > 0);
  if (chosen) editor.selection.set({ kind: chosen[0], ids: chosen[1].map(({ id }) => id) });
}
