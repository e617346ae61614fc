import { changeBeside } from '#shared/clip/edit/operations/beside.ts';
import { changeCues } from '#shared/clip/edit/operations/cues.ts';
import type { Cue } from '#shared/clip/edit/captions.ts';
import type { ClipEdit, Overlay, SoundItem } from '#shared/clip/edit/schema.ts';
import { timecode } from '../../fields/time-text.ts';
import type { LaneItem, LaneRow } from '../lanes.ts';
import {
  changesOf,
  createCatch,
  deltaText,
  type Gesture,
  type GestureTools,
  onFrameEdge,
} from './gesture.ts';
import { cueRoom } from './move-beside.ts';

type Edge = 'from' | 'to';

/** A cue with an edge moved; its words share the new time as they shared the old. */
export function resizedCue(cue: Cue, edge: Edge, delta: number): Cue {
  const next = edge === 'from' ? { ...cue, from: cue.from + delta } : { ...cue, to: cue.to + delta };
  if (!cue.words) return next;
  const share = (next.to - next.from) / (cue.to - cue.from);
  const moved = (at: number): number => Math.max(0, next.from + (at - cue.from) * share);
  return {
    ...next,
    words: cue.words.map((word) => ({ ...word, from: moved(word.from), to: moved(word.to) })),
  };
}

/** A sound with an edge moved; its volume line stays where it was on the timeline. */
export function resizedSound(sound: SoundItem, edge: Edge, delta: number): SoundItem {
  if (edge === 'to') return { ...sound, to: sound.to + delta };
  const moved = { ...sound, at: sound.at + delta, from: sound.from + delta };
  if (!sound.envelope) return moved;
  const envelope = sound.envelope
    .map((point) => ({ ...point, at: point.at - delta }))
    .filter((point) => point.at >= 0);
  return { ...moved, envelope };
}

const resizedOverlay = (overlay: Overlay, edge: Edge, delta: number): Overlay =>
  edge === 'from' ? { ...overlay, from: overlay.from + delta } : { ...overlay, to: overlay.to + delta };

/** How far an edge may be moved back and on, in seconds. */
function roomOf(
  tools: GestureTools,
  edit: ClipEdit,
  item: LaneItem,
  row: LaneRow,
  edge: Edge,
): { back: number; on: number } {
  const least = 1 / tools.clock.fps;
  const inwards = Math.max(0, item.to - item.from - least);
  if (item.kind === 'cue') {
    const { back, on } = cueRoom(edit, row.track, [item.id]);
    return edge === 'from' ? { back, on: inwards } : { back: inwards, on };
  }
  const sound = item.kind === 'sound' ? edit.sounds?.[item.index] : undefined;
  if (!sound)
    return edge === 'from'
      ? { back: item.from, on: inwards }
      : { back: inwards, on: Number.POSITIVE_INFINITY };
  const end = tools.editor.sources.get(sound.source)?.end ?? 0;
  const once = Math.max(0, sound.to - sound.from - least);
  return edge === 'from'
    ? { back: Math.min(sound.at, sound.from), on: once }
    : { back: once, on: end > 0 ? Math.max(0, end - sound.to) : 0 };
}

/** Drags an edge of an overlay, a sound or a cue. */
export function resizeGesture(
  tools: GestureTools,
  item: LaneItem,
  row: LaneRow,
  edge: Edge,
  startTime: number,
): Gesture {
  const { clock } = tools;
  const changes = changesOf(tools);
  const caught = createCatch(tools, [item.id]);
  const room = roomOf(tools, changes.base, item, row, edge);
  return {
    move(pointer) {
      const wanted = item[edge] + pointer.time - startTime;
      const held = caught([wanted], pointer);
      const raw = (held.on ?? onFrameEdge(clock, wanted)) - item[edge];
      const delta = Math.min(Math.max(raw, -room.back), room.on);
      changes.make((base) => {
        if (item.kind === 'cue')
          return changeCues(base, row.track ?? '', (cues) =>
            cues.map((cue) => (cue.id === item.id ? resizedCue(cue, edge, delta) : cue)),
          );
        if (item.kind === 'overlay')
          return changeBeside(base, 'overlays', [item.id], (one) => resizedOverlay(one, edge, delta));
        return changeBeside(base, 'sounds', [item.id], (one) => resizedSound(one, edge, delta));
      });
      const length = item.to - item.from + (edge === 'from' ? -delta : delta);
      tools.show({
        tip: `${deltaText(clock, delta)} · ${timecode(clock, length)}`,
        x: pointer.x,
        y: pointer.y,
        snapAt: held.on,
      });
    },
    end: () => {},
    cancel: changes.back,
  };
}
