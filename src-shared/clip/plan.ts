import type { Bilingual } from '../contract/failure.ts';
import { GalleyError } from '../contract/failure.ts';
import { type FrameIndex, stepsVary } from './frame-index.ts';
import { reasons } from './plan-reasons.ts';
import { cannotDecode } from './probe-warnings.ts';
import type { ClipProbe } from './probe.ts';
import { type FrameRate, framesPerSecond, lastAtMost, nearestStandardRate } from './timeline.ts';

/** lossless: starts at a keyframe, copies. smart: frame-exact, re-encodes only the edges. exact: re-encodes all. */
const cutModes = ['lossless', 'smart', 'exact'] as const;
export type CutMode = (typeof cutModes)[number];

export interface CutRange {
  from: number;
  to: number;
}

export interface CutReason {
  code: string;
  message: Bilingual;
}

/** What a cut will do, known before anything is written. All times in seconds from the start of the clip. */
export interface CutPlan {
  mode: CutMode;
  /** The mode that was asked for; null when the best was to be chosen. */
  asked: CutMode | null;
  requested: CutRange;
  actual: CutRange;
  /** Frames in the result; 0 for sound alone. */
  frames: number;
  reencodedFrames: number;
  /** The keyframe from which the first frame is decoded. */
  decodeFrom: number;
  /** Frame rate of re-encoded parts. */
  rate: FrameRate;
  /** Why the mode, the start or the end differs from what was asked. */
  reasons: CutReason[];
  /** Frames of the copied middle and the re-encoded edges; smart cuts only. */
  smart: { head: number; middle: number; tail: number; middleFrom: number; tailFrom: number } | null;
}

const halfFrame = (rate: FrameRate) => 0.5 / framesPerSecond(rate);

/** Why a smart cut is not possible, or null with its three parts. */
function smartParts(probe: ClipProbe, index: FrameIndex, first: number, count: number) {
  const { video } = probe;
  if (!video) return reasons.smartCodec;
  if (video.codec !== 'h264' || !['yuv420p', 'yuvj420p'].includes(video.pixelFormat))
    return reasons.smartCodec;
  if (!['mov', 'matroska'].includes(probe.container)) return reasons.smartContainer;
  if (video.interlaced) return reasons.smartInterlaced;
  const wanted = index.shown.subarray(first, first + count);
  if (video.vfr || index.vfr || (wanted.length > 2 && stepsVary(wanted))) return reasons.smartVfr;
  if (index.openGop) return reasons.smartOpenGop;
  const positions = index.keyframes.map((time) => lastAtMost(index.shown, time + 1e-6));
  const inside = positions.filter((position) => position >= first && position <= first + count);
  const middleFirst = inside[0];
  const middleEnd = first + count === index.shown.length ? index.shown.length : inside.at(-1);
  // Edges cost a GOP each, so under about three GOPs the whole is re-encoded as fast.
  if (middleFirst === undefined || middleEnd === undefined || inside.length < 3) return reasons.smartShort;
  return {
    head: middleFirst - first,
    middle: middleEnd - middleFirst,
    tail: first + count - middleEnd,
    middleFrom: index.shown[middleFirst] ?? 0,
    tailFrom: index.shown[middleEnd] ?? 0,
  };
}

/**
 * How many stored frames after a keyframe must be copied so that every frame before `to` is there and none is
 * missing between: with B-frames the stored order runs ahead, so the end moves to where both orders agree.
 */
function copiedFrames(index: FrameIndex, position: number, before: number): { count: number; end: number } {
  const { stored } = index;
  const start = stored[position] ?? 0;
  const lowestAfter = new Float64Array(stored.length + 1).fill(Number.POSITIVE_INFINITY);
  for (let at = stored.length - 1; at >= position; at -= 1) {
    lowestAfter[at] = Math.min(lowestAfter[at + 1] ?? Number.POSITIVE_INFINITY, stored[at] ?? 0);
  }
  let highest = start;
  for (let at = position; at < stored.length; at += 1) {
    highest = Math.max(highest, stored[at] ?? 0);
    const rest = lowestAfter[at + 1] ?? Number.POSITIVE_INFINITY;
    if (rest >= before && rest > highest) return { count: at + 1 - position, end: rest };
  }
  return { count: stored.length - position, end: Number.POSITIVE_INFINITY };
}

function checkedRange(probe: ClipProbe, index: FrameIndex, range: CutRange, rate: FrameRate) {
  const frame = 1 / framesPerSecond(rate);
  const end = index.shown.length > 0 ? (index.shown.at(-1) ?? 0) + frame : probe.duration;
  if (!(range.from >= 0) || !(range.to > range.from))
    throw new GalleyError('invalid-input', reasons.badRange);
  if (range.from >= end - frame / 2)
    throw new GalleyError('invalid-input', reasons.beyondEnd, { duration: end });
  return { end, to: Math.min(range.to, end), clamped: range.to > end + frame / 2 };
}

/**
 * Decides how a cut is made. Pure: nothing is read.
 * @throws GalleyError invalid-input for an empty range or one beyond the end, unreadable-file for a codec that
 * cannot be decoded, invalid-input for a lossless cut of a picture that cannot be copied.
 */
export function planCut(
  probe: ClipProbe,
  index: FrameIndex,
  request: CutRange & { mode?: CutMode | undefined },
): CutPlan {
  if (cannotDecode(probe)) throw new GalleyError('unreadable-file', reasons.undecodable);
  const requested = { from: request.from, to: request.to };
  const asked = request.mode ?? null;
  const { video } = probe;
  const steady = video !== null && !video.vfr && !index.vfr;
  const rate = video === null ? { num: 25, den: 1 } : steady ? video.rate : nearestStandardRate(video.fps);
  const { to, clamped, end } = checkedRange(probe, index, requested, rate);
  const found: CutReason[] = clamped ? [reasons.clamped] : [];
  const common = { asked, requested, rate, smart: null };

  if (video === null || index.shown.length === 0) {
    const mode = asked === 'lossless' ? 'lossless' : 'exact';
    const actual = { from: requested.from, to };
    return {
      ...common,
      mode,
      actual,
      decodeFrom: actual.from,
      frames: 0,
      reencodedFrames: 0,
      reasons: found,
    };
  }

  const half = halfFrame(rate);
  const first = Math.min(lastAtMost(index.shown, requested.from - half) + 1, index.shown.length - 1);
  const firstTime = index.shown[first] ?? 0;
  const wanted = Math.max(1, Math.round((to - Math.max(0, requested.from)) * framesPerSecond(rate)));
  const left = steady
    ? index.shown.length - first
    : Math.max(1, Math.round((end - firstTime) * framesPerSecond(rate)));
  const count = Math.min(wanted, left);
  const exactEnd = firstTime + count / framesPerSecond(rate);
  const exact: CutPlan = {
    ...common,
    mode: 'exact',
    actual: { from: firstTime, to: exactEnd },
    decodeFrom: index.keyframes[Math.max(0, lastAtMost(index.keyframes, firstTime + half))] ?? 0,
    frames: count,
    reencodedFrames: count,
    reasons: found,
  };
  if (asked === 'exact') return exact;

  const lossless = losslessPlan({ ...common, index, from: firstTime, to: exactEnd, end, half, found });
  if (asked === 'lossless') return lossless;
  const onKeyframe = Math.abs(lossless.actual.from - firstTime) < half && lossless.frames === count;
  if (asked === null && onKeyframe) return lossless;

  const parts = smartParts(probe, index, first, count);
  if ('code' in parts) return { ...exact, reasons: [...found, parts] };
  return { ...exact, mode: 'smart', reencodedFrames: parts.head + parts.tail, smart: parts };
}

interface LosslessInput {
  asked: CutMode | null;
  requested: CutRange;
  rate: FrameRate;
  index: FrameIndex;
  from: number;
  to: number;
  end: number;
  half: number;
  found: CutReason[];
}

function losslessPlan(input: LosslessInput): CutPlan {
  const { index, half } = input;
  const at = Math.max(0, lastAtMost(index.keyframes, input.from + half));
  const start = index.keyframes[at] ?? 0;
  const position = index.keyPositions.find((stored) => index.stored[stored] === start) ?? 0;
  const copied = copiedFrames(index, position, input.to - half);
  const actual = { from: start, to: Math.min(copied.end, input.end) };
  const moved: CutReason[] = [];
  if (input.from - start > half) moved.push(reasons.earlierStart);
  if (actual.to - input.to > half) moved.push(reasons.laterEnd);
  return {
    asked: input.asked,
    requested: input.requested,
    rate: input.rate,
    mode: 'lossless',
    actual,
    decodeFrom: start,
    frames: copied.count,
    reencodedFrames: 0,
    reasons: [...input.found, ...moved],
    smart: null,
  };
}
