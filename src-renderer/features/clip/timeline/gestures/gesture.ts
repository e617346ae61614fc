import { type SnapPoint, snap, snapPoints } from '#shared/clip/edit/operations/snap.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { type FrameClock, timecode } from '../../fields/time-text.ts';
import type { ClipEditorParts } from '../../session/editor.tsx';
import type { Feedback } from '../feedback.tsx';
import type { Ground } from '../hit.ts';
import { keyframesOnTimeline } from '../keyframes.ts';

/** A pointer over the lanes; `time` in seconds of the timeline, not held within the clip. */
export interface PointerAt {
  time: number;
  x: number;
  y: number;
  /** Held keys: Alt changes what a drag does, Ctrl or ⌘ lets it go free of snapping. */
  alt: boolean;
  shift: boolean;
  free: boolean;
}

/** A drag from press to release. Everything it changes undoes as one. */
export interface Gesture {
  move(at: PointerAt): void;
  end(at: PointerAt): void;
  /** Puts everything back as it was. */
  cancel(): void;
}

/** What gestures work on. */
export interface GestureTools {
  editor: ClipEditorParts;
  clock: FrameClock;
  ground(): Ground;
  snapping(): boolean;
  show(feedback: Feedback | null): void;
}

/** Pixels within which a dragged edge catches on something. */
const snapReach = 8;

/** `+00:00:01:05`: how far something was moved. */
export function deltaText(clock: FrameClock, seconds: number): string {
  const sign = seconds < -0.5 / clock.fps ? '−' : '+';
  return `${sign}${timecode(clock, Math.abs(seconds))}`;
}

/** On the nearest frame of the timeline, from 0 on. */
export const onFrameEdge = (clock: FrameClock, seconds: number): number =>
  Math.max(0, Math.round(seconds * clock.fps) / clock.fps);

/** Changes that belong to one gesture, always made from the edit as it was at its start. */
export function changesOf(tools: GestureTools): {
  base: ClipEdit;
  make(next: (base: ClipEdit) => ClipEdit): void;
  back(): void;
} {
  const { editor } = tools;
  const base = editor.session.now().edit;
  const gesture = crypto.randomUUID();
  let changed = false;
  return {
    base,
    make(next) {
      changed = true;
      editor.change(() => next(base), gesture);
    },
    back() {
      if (changed) editor.change(() => base, gesture);
    },
  };
}

/** Catches edges on what is near; the points are those of the start of the gesture. */
export function createCatch(
  tools: GestureTools,
  except: readonly string[],
): (edges: readonly number[], at: PointerAt) => { by: number; on: number | null } {
  const { editor, ground } = tools;
  const points: SnapPoint[] = snapPoints(editor.session.now().edit, {
    playhead: editor.player.now().time,
    keyframes: keyframesOnTimeline(editor.placed(), editor.sources),
    except,
  });
  return (edges, at) => {
    if (at.free || !tools.snapping()) return { by: 0, on: null };
    const reach = snapReach / ground().scale.density;
    let best: { by: number; on: number | null } = { by: 0, on: null };
    for (const edge of edges) {
      const point = snap(edge, points, reach);
      if (point && (best.on === null || Math.abs(point.at - edge) < Math.abs(best.by)))
        best = { by: point.at - edge, on: point.at };
    }
    return best;
  };
}
