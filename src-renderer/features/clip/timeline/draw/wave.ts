import type { Wave } from '../media-book.ts';

/** Quiet recordings are drawn up to this much larger, so that speech can be seen. */
const mostGain = 4;

/** How much a wave is drawn larger than it is. */
const gainOf = (loudest: number): number => Math.min(mostGain, 1 / Math.max(0.05, loudest));

/**
 * Lowest and highest sample per pixel from `left` to `right`, around the middle of a lane. `secondsAt` tells the time of
 * the sound under a pixel's left edge, `level` how loud it plays there (1 unchanged).
 */
export function drawWaveSpan(
  context: CanvasRenderingContext2D,
  wave: Wave,
  place: { left: number; right: number; top: number; height: number },
  secondsAt: (x: number) => number,
  level: (x: number) => number,
  colour: string,
): void {
  const { peaks, channels, buckets, seconds } = wave;
  if (peaks.length === 0 || channels === 0 || seconds <= 0) return;
  const middle = place.top + place.height / 2;
  const half = (place.height / 2 - 1) * gainOf(wave.loudest);
  const most = place.height / 2 - 1;
  const perSecond = buckets / seconds;
  context.fillStyle = colour;
  context.beginPath();
  for (let x = place.left; x < place.right; x += 1) {
    const one = secondsAt(x) * perSecond;
    const other = secondsAt(x + 1) * perSecond;
    const from = Math.floor(Math.min(one, other));
    const to = Math.max(from + 1, Math.floor(Math.max(one, other)));
    if (from < 0 || from >= buckets) continue;
    let low = 0;
    let high = 0;
    for (let channel = 0; channel < channels; channel += 1)
      for (let at = from; at < to && at < buckets; at += 1) {
        const peak = peaks[channel * buckets + at];
        if (!peak) continue;
        if (peak[0] < low) low = peak[0];
        if (peak[1] > high) high = peak[1];
      }
    const loud = level(x);
    const up = Math.min(most, Math.max(0.5, high * half * loud));
    const down = Math.min(most, Math.max(0.5, -low * half * loud));
    context.rect(x, middle - up, 1, up + down);
  }
  context.fill();
}
