import { type RefObject, useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { FrameClock } from '../fields/time-text.ts';
import { useClipEditor } from '../session/editor.tsx';
import { dragEdge, type Range } from '../session/range.ts';
import { keyframesOnTimeline } from './keyframes.ts';
import { EdgeHandle } from './edge-handle.tsx';
import { nearestWithin } from './scale.ts';
import styles from './timeline.module.css';
import type { TimelineView } from './use-timeline-view.ts';

/** Pixels within which a dragged point takes hold of a keyframe, a cut or the playhead. */
const snapReach = 8;

/** In and out points on the ruler: dragged with snapping, or moved by arrow keys. */
export function RangeGrips({
  clock,
  view,
  range,
  whole,
  lane,
  readOnly,
  snapping,
  onRange,
}: {
  clock: FrameClock;
  view: TimelineView;
  range: Range;
  /** They are where the clip begins and ends. */
  whole: boolean;
  lane: RefObject<HTMLDivElement | null>;
  readOnly: boolean;
  snapping: boolean;
  onRange(range: Range, gesture: string): void;
}) {
  const { t } = useWords();
  const { player, placed, sources, session } = useClipEditor();
  const { scale } = view;
  const px = (seconds: number): number => (seconds - scale.start) * scale.density;
  const timeAt = (clientX: number): number => {
    const left = lane.current?.getBoundingClientRect().left ?? 0;
    return Math.min(clock.duration, Math.max(0, scale.start + (clientX - left) / scale.density));
  };
  // The playhead goes along with a dragged point: it can catch only where it stood before.
  const held = useRef<{ gesture: string; playhead: number } | null>(null);
  const keyframes = (): number[] => keyframesOnTimeline(placed(), sources);
  const move = (edge: 'in' | 'out', seconds: number, gesture: string, free: boolean): void => {
    const reach = snapReach / scale.density;
    const cuts = placed().flatMap(({ start, end }) => [start, end]);
    if (held.current?.gesture !== gesture) held.current = { gesture, playhead: player.now().time };
    const points = [...keyframes(), ...cuts, held.current.playhead].toSorted((one, other) => one - other);
    const caught = free || !snapping ? null : nearestWithin(points, seconds, reach);
    const next = dragEdge(range, edge, caught ?? seconds, clock);
    onRange(next, gesture);
    if (gesture.endsWith('-keys')) return;
    player.pause();
    // The picture shows the first frame kept, or the last one.
    player.seek(edge === 'in' ? next.from : next.to - 0.5 / clock.fps);
  };
  const toKeyframe = (edge: 'in' | 'out', direction: 1 | -1): void => {
    const at = edge === 'in' ? range.from : range.to;
    const half = 0.5 / clock.fps;
    const all = keyframes();
    const found =
      direction === 1 ? all.find((time) => time > at + half) : all.findLast((time) => time < at - half);
    if (found !== undefined) move(edge, found, `${edge}-keys`, true);
  };
  return (
    <div className={styles.range} data-whole={whole}>
      <div
        className={styles.kept}
        style={{ left: px(range.from), width: Math.max(1, px(range.to) - px(range.from)) }}
      />
      {(['in', 'out'] as const).map((edge) => (
        <EdgeHandle
          key={edge}
          edge={edge}
          label={edge === 'in' ? t('clip.in-point') : t('clip.out-point')}
          seconds={edge === 'in' ? range.from : range.to}
          scale={scale}
          clock={clock}
          disabled={readOnly}
          timeAt={timeAt}
          onMove={(seconds, gesture, free) => move(edge, seconds, gesture, free)}
          onKeyframe={(direction) => toKeyframe(edge, direction)}
          onEnd={() => session.settle()}
        />
      ))}
    </div>
  );
}
