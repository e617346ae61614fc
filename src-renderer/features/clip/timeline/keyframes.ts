import type { PlacedSegment } from '#shared/clip/edit/layout.ts';
import type { SourceBook } from '../session/editor.tsx';

/** Times of the timeline at which a recording has a keyframe, ascending. A cut there copies without loss. */
export function keyframesOnTimeline(placed: readonly PlacedSegment[], sources: SourceBook): number[] {
  const found: number[] = [];
  for (const { segment, start, end } of placed) {
    if (segment.kind !== 'clip') continue;
    const speed = segment.speed ?? 1;
    for (const at of sources.get(segment.source)?.keyframes ?? []) {
      if (at < segment.from - 1e-6 || at > segment.to + 1e-6) continue;
      const time = start + (segment.reversed ? segment.to - at : at - segment.from) / speed;
      if (time <= end + 1e-6) found.push(time);
    }
  }
  return found.toSorted((one, other) => one - other);
}
