import type { Bilingual } from '../contract/failure.ts';
import { GalleyError } from '../contract/failure.ts';
import type { FrameIndex } from './frame-index.ts';
import type { ClipOutline } from './outline.ts';
import { reasons } from './plan-reasons.ts';
import { cannotDecode } from './probe-warnings.ts';
import type { ClipProbe } from './probe.ts';
import { smartParts } from './smart-parts.ts';
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

type RequestedCut = CutRange & { mode?: CutMode | undefined };

/** The frames that a request means, before it is known how they are made. */
interface Aim {
  steady: boolean;
  rate: FrameRate;
  half: number;
  /** Position of the first frame in shown order, how many are wanted, and their times. */
  first: number;
  count: number;
  from: number;
  to: number;
  /** Where the clip ends. */
  end: number;
  found: CutReason[];
}

/** @throws GalleyError invalid-input for an empty range or one that starts at or after `end` */
function checkedEnd(range: CutRange, end: number, frame: number): { to: number; found: CutReason[] } {
  if (!(range.from >= 0) || !(range.to > range.from))
    throw new GalleyError('invalid-input', reasons.badRange);
  if (range.from >= end - frame / 2)
    throw new GalleyError('invalid-input', reasons.beyondEnd, { duration: end });
  return { to: Math.min(range.to, end), found: range.to > end + frame / 2 ? [reasons.clamped] : [] };
}

function aimAt(video: NonNullable<ClipOutline['video']>, index: FrameIndex, requested: CutRange): Aim {
  const steady = !video.vfr && !index.vfr;
  const rate = steady ? video.rate : nearestStandardRate(video.fps);
  const frame = 1 / framesPerSecond(rate);
  const end = (index.shown.at(-1) ?? 0) + frame;
  const { to, found } = checkedEnd(requested, end, frame);
  const first = Math.min(lastAtMost(index.shown, requested.from - frame / 2) + 1, index.shown.length - 1);
  const from = index.shown[first] ?? 0;
  const wanted = Math.max(1, Math.round((to - requested.from) * framesPerSecond(rate)));
  const left = steady
    ? index.shown.length - first
    : Math.max(1, Math.round((end - from) * framesPerSecond(rate)));
  const count = Math.min(wanted, left);
  return {
    steady,
    rate,
    half: frame / 2,
    first,
    count,
    from,
    to: from + count / framesPerSecond(rate),
    end,
    found,
  };
}

/**
 * The plan of a cut that copies, when the request comes to that; null when something must be re-encoded, or when there
 * is no picture. Pure, and right for a clip of which only the outline is known, if its codec can be decoded.
 * @throws GalleyError invalid-input for an empty range or one beyond the end
 */
export function planCopy(clip: ClipOutline, index: FrameIndex, request: RequestedCut): CutPlan | null {
  if (clip.video === null || index.shown.length === 0) return null;
  const aim = aimAt(clip.video, index, request);
  const asked = request.mode ?? null;
  if (asked !== null && asked !== 'lossless') return null;
  const plan = losslessPlan(aim, index, request, asked);
  const onKeyframe = Math.abs(plan.actual.from - aim.from) < aim.half && plan.frames === aim.count;
  return asked === 'lossless' || onKeyframe ? plan : null;
}

/** Without a single frame: the sound is copied or re-encoded. */
function soundPlan(probe: ClipProbe, request: RequestedCut): CutPlan {
  const { video } = probe;
  const rate = video === null ? { num: 25, den: 1 } : video.vfr ? nearestStandardRate(video.fps) : video.rate;
  const { to, found } = checkedEnd(request, probe.duration, 1 / framesPerSecond(rate));
  return {
    asked: request.mode ?? null,
    requested: { from: request.from, to: request.to },
    rate,
    smart: null,
    mode: request.mode === 'lossless' ? 'lossless' : 'exact',
    actual: { from: request.from, to },
    decodeFrom: request.from,
    frames: 0,
    reencodedFrames: 0,
    reasons: found,
  };
}

/**
 * Decides how a cut is made. Pure: nothing is read.
 * @throws GalleyError invalid-input for an empty range or one beyond the end, unreadable-file for a codec that
 * cannot be decoded, invalid-input for a lossless cut of a picture that cannot be copied.
 */
export function planCut(probe: ClipProbe, index: FrameIndex, request: RequestedCut): CutPlan {
  if (cannotDecode(probe)) throw new GalleyError('unreadable-file', reasons.undecodable);
  if (probe.video === null || index.shown.length === 0) return soundPlan(probe, request);
  const copy = planCopy(probe, index, request);
  if (copy) return copy;
  const { rate, half, first, count, from, to, found } = aimAt(probe.video, index, request);
  const asked = request.mode ?? null;
  const exact: CutPlan = {
    asked,
    requested: { from: request.from, to: request.to },
    rate,
    smart: null,
    mode: 'exact',
    actual: { from, to },
    decodeFrom: index.keyframes[Math.max(0, lastAtMost(index.keyframes, from + half))] ?? 0,
    frames: count,
    reencodedFrames: count,
    reasons: found,
  };
  if (asked === 'exact') return exact;
  const parts = smartParts(probe, index, first, count);
  if ('code' in parts) return { ...exact, reasons: [...found, parts] };
  return { ...exact, mode: 'smart', reencodedFrames: parts.head + parts.tail, smart: parts };
}

function losslessPlan(aim: Aim, index: FrameIndex, requested: CutRange, asked: CutMode | null): CutPlan {
  const at = Math.max(0, lastAtMost(index.keyframes, aim.from + aim.half));
  const start = index.keyframes[at] ?? 0;
  const position = index.keyPositions.find((stored) => index.stored[stored] === start) ?? 0;
  const copied = copiedFrames(index, position, aim.to - aim.half);
  const actual = { from: start, to: Math.min(copied.end, aim.end) };
  const moved: CutReason[] = [];
  if (aim.from - start > aim.half) moved.push(reasons.earlierStart);
  if (actual.to - aim.to > aim.half) moved.push(reasons.laterEnd);
  return {
    asked,
    requested: { from: requested.from, to: requested.to },
    rate: aim.rate,
    mode: 'lossless',
    actual,
    decodeFrom: start,
    frames: copied.count,
    reencodedFrames: 0,
    reasons: [...aim.found, ...moved],
    smart: null,
  };
}
