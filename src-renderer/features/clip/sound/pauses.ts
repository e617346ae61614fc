import type { PlacedSegment } from '#shared/clip/edit/layout.ts';
import type { TimeRange } from '#shared/clip/edit/operations/remove.ts';

/** Seconds of a recording. */
export interface Span {
  from: number;
  to: number;
}

/** Less than this is no pause worth a cut, seconds. */
const shortest = 0.05;

/**
 * Silent stretches of recordings as ranges of the timeline, in order. `kept` seconds of the timeline stay on the side
 * of a word, so that breath and echo are not cut off; where a segment itself begins or ends nothing is kept.
 */
export function pausesOnTimeline(
  placed: readonly PlacedSegment[],
  silences: ReadonlyMap<string, readonly Span[]>,
  kept: number,
): TimeRange[] {
  const found: TimeRange[] = [];
  for (const { segment, start, end } of placed) {
    if (segment.kind !== 'clip') continue;
    const speed = segment.speed ?? 1;
    const onTimeline = (seconds: number): number =>
      segment.reversed ? start + (segment.to - seconds) / speed : start + (seconds - segment.from) / speed;
    for (const silence of silences.get(segment.source) ?? []) {
      const one = onTimeline(Math.max(silence.from, segment.from));
      const other = onTimeline(Math.min(silence.to, segment.to));
      if (silence.to <= segment.from || silence.from >= segment.to) continue;
      const [first, last] = [Math.min(one, other), Math.max(one, other)];
      const from = first > start + 1e-6 ? first + kept : first;
      const to = last < end - 1e-6 ? last - kept : last;
      if (to - from >= shortest) found.push({ from, to });
    }
  }
  return found.toSorted((left, right) => left.from - right.from);
}

/** Seconds of several ranges together. */
export const secondsOf = (ranges: readonly TimeRange[]): number =>
  ranges.reduce((sum, range) => sum + range.to - range.from, 0);
