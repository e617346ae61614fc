import { segmentLength } from '#shared/clip/edit/layout.ts';
import { roll, slip, type SourceLimits, trimSegment } from '#shared/clip/edit/operations/trim.ts';
import type { Segment } from '#shared/clip/edit/segment.ts';
import { timecode } from '../../fields/time-text.ts';
import type { ClipEditorParts } from '../../session/editor.tsx';
import {
  changesOf,
  createCatch,
  deltaText,
  type Gesture,
  type GestureTools,
  onFrameEdge,
} from './gesture.ts';

/** What of a segment's source can be shown; undefined while it is not known. */
export function limitsOf(editor: ClipEditorParts, segment: Segment | undefined): SourceLimits | undefined {
  if (segment?.kind !== 'clip' && segment?.kind !== 'freeze') return undefined;
  const end = editor.sources.get(segment.source)?.end ?? 0;
  return end > 0 ? { from: 0, to: end } : undefined;
}

/** Drags an edge of a segment: what follows moves along, with Alt the cut to its neighbour rolls instead. */
export function trimGesture(
  tools: GestureTools,
  id: string,
  edge: 'start' | 'end',
  startTime: number,
): Gesture {
  const { editor, clock } = tools;
  const changes = changesOf(tools);
  const placed = editor.placed();
  const at = placed.findIndex(({ segment }) => segment.id === id);
  const place = placed[at];
  const caught = createCatch(tools, [id]);
  const was = place ? (edge === 'start' ? place.start : place.end) : 0;
  const offset = startTime - was;
  const limits = limitsOf(editor, place?.segment);
  const least = 1 / clock.fps;
  editor.player.pause();

  return {
    move(pointer) {
      const wanted = pointer.time - offset;
      const held = caught([wanted], pointer);
      const edgeAt = held.on ?? onFrameEdge(clock, wanted);
      const delta = edgeAt - was;
      // Rolling moves the cut before `rolled`.
      const rolled = edge === 'start' ? place : placed[at + 1];
      const rolls = pointer.alt && rolled !== undefined && rolled.index > 0;
      changes.make((base) => {
        if (!rolls) return trimSegment(base, id, edge, delta, { limits, least });
        const before = limitsOf(editor, placed[rolled.index - 1]?.segment);
        const after = limitsOf(editor, rolled.segment);
        return roll(base, rolled.segment.id, delta, { before, after, least });
      });
      const now = editor.placed().find(({ segment }) => segment.id === id);
      if (!now || !place) return;
      const by = rolls
        ? (edge === 'start' ? now.start : now.end) - was
        : (segmentLength(now.segment) - segmentLength(place.segment)) * (edge === 'start' ? -1 : 1);
      editor.player.seek(edge === 'start' ? now.start : now.end - 0.5 / clock.fps);
      tools.show({
        tip: `${deltaText(clock, by)} · ${timecode(clock, segmentLength(now.segment))}`,
        x: pointer.x,
        y: pointer.y,
        snapAt: held.on,
      });
    },
    end: () => {},
    cancel: changes.back,
  };
}

/** Shows another part of the recording in the same place. */
export function slipGesture(tools: GestureTools, id: string, startTime: number): Gesture {
  const { editor, clock } = tools;
  const changes = changesOf(tools);
  const place = editor.placed().find(({ segment }) => segment.id === id);
  const limits = limitsOf(editor, place?.segment);
  editor.player.pause();
  return {
    move(pointer) {
      const segment = place?.segment;
      if (!limits || !place || segment?.kind !== 'clip') return;
      const moved = Math.round((pointer.time - startTime) * clock.fps) / clock.fps;
      // The picture follows the pointer: to the right an earlier part comes in.
      const delta = -moved * (segment.speed ?? 1) * (segment.reversed ? -1 : 1);
      changes.make((base) => slip(base, id, delta, limits));
      editor.player.seek(place.start);
      const now = editor.placed().find((one) => one.segment.id === id)?.segment;
      const by = now?.kind === 'clip' ? now.from - segment.from : 0;
      tools.show({ tip: deltaText(clock, by), x: pointer.x, y: pointer.y });
    },
    end: () => {},
    cancel: changes.back,
  };
}
