import { changeBeside, moveBeside, orderOverlays } from '#shared/clip/edit/operations/beside.ts';
import { moveCues } from '#shared/clip/edit/operations/cues.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { timecode } from '../../fields/time-text.ts';
import { type LaneItem, type LaneRow, overlayHeight, laneGap, rulerHeight } from '../lanes.ts';
import {
  changesOf,
  createCatch,
  deltaText,
  type Gesture,
  type GestureTools,
  onFrameEdge,
  type PointerAt,
} from './gesture.ts';

/** How far cues may move together without covering those beside them. */
export function cueRoom(
  edit: ClipEdit,
  track: string | undefined,
  ids: readonly string[],
): { back: number; on: number } {
  const cues = edit.captions?.find(({ id }) => id === track)?.cues ?? [];
  const mine = cues.filter(({ id }) => ids.includes(id));
  const others = cues.filter(({ id }) => !ids.includes(id));
  let [back, on] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const cue of mine) {
    back = Math.min(back, cue.from);
    for (const other of others) {
      if (other.to <= cue.from + 1e-6) back = Math.min(back, cue.from - other.to);
      if (other.from >= cue.to - 1e-6) on = Math.min(on, other.from - cue.to);
    }
  }
  return { back, on };
}

/** The row under a pointer. */
const rowAt = (tools: GestureTools, y: number): LaneRow | undefined => {
  const { rows, scrolled } = tools.ground();
  const below = y - rulerHeight + scrolled;
  return rows.find(({ top, height }) => below >= top && below < top + height);
};

/** Overlays past their neighbours, sounds to another kind of sound: what dragging up and down does. */
function acrossLanes(
  edit: ClipEdit,
  item: LaneItem,
  ids: readonly string[],
  pointer: PointerAt,
  startY: number,
  target: LaneRow | undefined,
): ClipEdit {
  if (item.kind === 'overlay') {
    const lanes = Math.round((startY - pointer.y) / (overlayHeight + laneGap));
    let next = edit;
    for (let step = 0; step < Math.min(20, Math.abs(lanes)); step += 1)
      next = orderOverlays(next, ids, lanes > 0 ? 'forward' : 'backward');
    return next;
  }
  const role = target?.kind === 'sound' ? target.role : undefined;
  return item.kind === 'sound' && role
    ? changeBeside(edit, 'sounds', ids, (sound) => (sound.role === role ? sound : { ...sound, role }))
    : edit;
}

/** Moves overlays, sounds or cues in time and between lanes. */
export function moveGesture(
  tools: GestureTools,
  item: LaneItem,
  row: LaneRow,
  ids: readonly string[],
  start: { time: number; y: number },
): Gesture {
  const { clock } = tools;
  const changes = changesOf(tools);
  const caught = createCatch(tools, ids);
  const room = item.kind === 'cue' ? cueRoom(changes.base, row.track, ids) : null;
  return {
    move(pointer) {
      const raw = pointer.time - start.time;
      const held = caught([item.from + raw, item.to + raw], pointer);
      let delta = held.on === null ? onFrameEdge(clock, item.from + raw) - item.from : raw + held.by;
      if (room) delta = Math.min(Math.max(delta, -room.back), room.on);
      const target = rowAt(tools, pointer.y);
      changes.make((base) => {
        if (item.kind === 'cue') return row.track ? moveCues(base, row.track, ids, delta) : base;
        const moved = moveBeside(base, item.kind === 'overlay' ? 'overlays' : 'sounds', ids, delta);
        return acrossLanes(moved, item, ids, pointer, start.y, target);
      });
      const from = Math.max(0, item.from + delta);
      tools.show({
        tip: `${timecode(clock, from)} · ${deltaText(clock, from - item.from)}`,
        x: pointer.x,
        y: pointer.y,
        snapAt: held.on,
      });
    },
    end: () => {},
    cancel: changes.back,
  };
}

/** Moves a marker along the ruler. */
export function markerGesture(tools: GestureTools, id: string, startTime: number): Gesture {
  const { clock } = tools;
  const changes = changesOf(tools);
  const caught = createCatch(tools, [id]);
  const was = changes.base.markers?.find((marker) => marker.id === id)?.at ?? startTime;
  return {
    move(pointer) {
      const wanted = was + pointer.time - startTime;
      const held = caught([wanted], pointer);
      const at = Math.min(clock.duration, held.on ?? onFrameEdge(clock, wanted));
      changes.make((base) => changeBeside(base, 'markers', [id], (marker) => ({ ...marker, at })));
      tools.show({ tip: timecode(clock, at), x: pointer.x, y: pointer.y, snapAt: held.on });
    },
    end: () => {},
    cancel: changes.back,
  };
}
