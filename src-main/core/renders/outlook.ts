import type { CallOutput } from '#shared/contract/index.ts';
import type { RenderWanted } from '#shared/contract/renders.ts';
import type { StoredRender } from '#main/ports/repositories.ts';
import type { ChosenTarget } from './choose-target.ts';

/** Bits per pixel and frame that H.264 takes at each quality in ordinary footage; VP9 and HEVC need less. */
const bitsPerPixel: Record<RenderWanted['quality'], number> = { small: 0.045, good: 0.09, best: 0.17 };
const codecShare: Record<ChosenTarget['target']['codec'], number> = { h264: 1, hevc: 0.7, vp9: 0.75 };

/** A moving picture keeps nearly every pixel of every frame. */
const animationBits: Partial<Record<RenderWanted['type'], number>> = { gif: 3, webp: 0.6 };

/** Bits per second. */
const soundRate = 160_000;

type Size = Pick<ChosenTarget['target'], 'width' | 'height'>;

/** A guess; never more than the limit. */
function bytesOf({ target, type, fps, duration }: ChosenTarget, hasAudio: boolean): number {
  const animated = animationBits[type];
  const picture =
    target.width *
    target.height *
    fps *
    (animated ?? bitsPerPixel[target.quality] * codecShare[target.codec]);
  const rate =
    Math.min(picture, target.maxBitrate ?? picture) + (hasAudio && animated === undefined ? soundRate : 0);
  return Math.round(Math.min((rate * duration) / 8, target.maxBytes ?? Number.POSITIVE_INFINITY));
}

const work = (size: Size, duration: number): number => size.width * size.height * Math.max(0.1, duration);

/** Seconds by the pace of earlier renders of the same type: the middle one of the last nine. */
function secondsOf(chosen: ChosenTarget, earlier: readonly Omit<StoredRender, 'edit'>[]): number | null {
  const paces = earlier
    .filter(({ wanted }) => wanted.type === chosen.type)
    .flatMap(({ seconds, result }) =>
      seconds !== null && result ? [seconds / work(result, result.duration)] : [],
    )
    .slice(0, 9)
    .toSorted((a, b) => a - b);
  const pace = paces[Math.floor(paces.length / 2)];
  return pace === undefined ? null : pace * work(chosen.target, chosen.duration);
}

/** What a render will come to. */
export function outlookOf(
  chosen: ChosenTarget,
  hasAudio: boolean,
  earlier: readonly Omit<StoredRender, 'edit'>[],
): CallOutput<'renders.outlook'> {
  const { target, fps, duration, notes } = chosen;
  return {
    width: target.width,
    height: target.height,
    fps,
    duration,
    bytes: bytesOf(chosen, hasAudio),
    seconds: secondsOf(chosen, earlier),
    notes,
  };
}
