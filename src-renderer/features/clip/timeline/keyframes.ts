import type { PlacedSegment } from '#shared/clip/edit/layout.ts';
import { lastAtMost } from '#shared/clip/timeline.ts';
import type { SourceBook } from '../session/editor.tsx';

/** Times of the timeline at which a recording has a keyframe, ascending. A cut there copies without loss. */
export function keyframesOnTimeline(placed: readonly PlacedSegment[], sources: SourceBook): number[] {
  const found: number[] = [];
  for (const { segment, start, end } of placed) {
    if (segment.kind !== 'clip') continue;
    const speed = segment.speed ?? 1;
    const all = sources.get(segment.source)?.keyframes ?? [];
    for (let index = Math.max(0, lastAtMost(all, segment.from - 1e-6)); index < all.length; index += 1) {
      const at = all[index] ?? 0;
      if (at < segment.from - 1e-6) continue;
      if (at > segment.to + 1e-6) break;
      const time = start + (segment.reversed ? segment.to - at : at - segment.from) / speed;
      if (time <= end + 1e-6) found.push(time);
    }
  }
  return found.toSorted((one, other) => one - other);
}
