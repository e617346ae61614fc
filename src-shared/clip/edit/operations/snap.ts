import { placeSegments } from '../layout.ts';
import type { ClipEdit } from '../schema.ts';

/** What a dragged edge can catch on. */
export interface SnapPoint {
  /** Seconds on the timeline. */
  at: number;
  kind: 'edge' | 'keyframe' | 'cue' | 'overlay' | 'sound' | 'marker' | 'playhead';
}

/**
 * Everything on the timeline that an edge can catch on, in order of time. `except` are ids of what is being dragged:
 * nothing catches on itself.
 */
export function snapPoints(
  edit: ClipEdit,
  options: {
    playhead?: number | undefined;
    /** Seconds on the timeline. */
    keyframes?: readonly number[] | undefined;
    except?: readonly string[] | undefined;
  } = {},
): SnapPoint[] {
  const except = new Set(options.except);
  const points: SnapPoint[] = [{ at: 0, kind: 'edge' }];
  const add = (kind: SnapPoint['kind'], id: string | null, ...times: number[]): void => {
    if (id === null || !except.has(id)) points.push(...times.map((at) => ({ at, kind })));
  };
  for (const { segment, start, end } of placeSegments(edit)) add('edge', segment.id, start, end);
  for (const { id, from, to } of edit.overlays ?? []) add('overlay', id, from, to);
  for (const track of edit.captions ?? [])
    for (const { id, from, to } of track.cues) add('cue', id, from, to);
  for (const { id, at, from, to } of edit.sounds ?? []) add('sound', id, at, at + to - from);
  for (const { id, at } of edit.markers ?? []) add('marker', id, at);
  add('keyframe', null, ...(options.keyframes ?? []));
  if (options.playhead !== undefined) add('playhead', null, options.playhead);
  return points.toSorted((one, other) => one.at - other.at);
}

/** The nearest point within reach (seconds), null when there is none. Points are in order of time. */
export function snap(seconds: number, points: readonly SnapPoint[], reach: number): SnapPoint | null {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.at ?? 0) < seconds) low = middle + 1;
    else high = middle;
  }
  let best: SnapPoint | null = null;
  for (const point of [points[low - 1], points[low]]) {
    const apart = point ? Math.abs(point.at - seconds) : Number.POSITIVE_INFINITY;
    if (point && apart <= reach && (!best || apart < Math.abs(best.at - seconds))) best = point;
  }
  return best;
}
