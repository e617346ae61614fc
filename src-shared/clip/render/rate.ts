import type { ClipVideo } from '../probe.ts';
import { type FrameRate, framesPerSecond, nearestStandardRate } from '../timeline.ts';

/** Without a recording. */
const plainRate: FrameRate = { num: 30, den: 1 };
/** No screen of a reader shows more. */
const highestRate = 60;

/** So near to a standard rate, a recording is meant to be one: phones write 29.87 or 60.06. */
const nearStandard = 0.006;

/** The rate of one recording on a steady grid. */
function steadyRate(video: Pick<ClipVideo, 'vfr' | 'fps' | 'rate'>): FrameRate {
  const standard = nearestStandardRate(video.fps);
  const apart = Math.abs(framesPerSecond(standard) / framesPerSecond(video.rate) - 1);
  return video.vfr || apart < nearStandard ? standard : video.rate;
}

/** A steady rate not above the cap: the rate itself, or the highest even division or standard one below the cap. */
export function cappedRate(own: FrameRate, maxFps: number): FrameRate {
  if (framesPerSecond(own) <= maxFps + 0.001) return own;
  // Dropping every second frame keeps motion even; otherwise the cap itself.
  for (const by of [2, 3, 4, 5, 8]) {
    const divided = { num: own.num, den: own.den * by };
    const fps = framesPerSecond(divided);
    if (fps <= maxFps + 0.001 && fps >= maxFps * 0.75) return divided;
  }
  const standard = nearestStandardRate(maxFps);
  return framesPerSecond(standard) <= maxFps ? standard : { num: Math.round(maxFps * 1000), den: 1000 };
}

/** The rate of a render: the highest of its recordings, 60 and the wanted cap at most; 30 without a recording. */
export function renderRate(
  videos: readonly Pick<ClipVideo, 'vfr' | 'fps' | 'rate'>[],
  maxFps: number | undefined,
): FrameRate {
  const best = videos
    .map(steadyRate)
    .reduce<FrameRate | null>(
      (most, rate) => (most && framesPerSecond(most) >= framesPerSecond(rate) ? most : rate),
      null,
    );
  return cappedRate(best ?? plainRate, Math.min(maxFps ?? highestRate, highestRate));
}
