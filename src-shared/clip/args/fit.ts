import type { FfmpegAbilities } from '../abilities.ts';
import type { ClipCrop, FrameFit } from '../edit/segment.ts';
import type { ClipProbe, ClipVideo } from '../probe.ts';
import { cappedRate } from '../render/rate.ts';
import { type FrameRate, framesPerSecond, nearestStandardRate } from '../timeline.ts';
import { decodedInput, type FfmpegCall, secondsText, withoutMetadata, words } from './call.ts';
import { frameFilters, soundFilter } from './cut.ts';
import { audioEncoder, constantRate, frontIndex, muxer, type OutputKind, videoEncoder } from './encode.ts';
import { croppedSize, cropFilter, even, fitFilter, standardColour, uprightFilters } from './picture.ts';

export interface FitWanted {
  width: number;
  height: number;
  fit: FrameFit;
  focus?: { x: number; y: number } | undefined;
  crop?: ClipCrop | undefined;
  /** Seconds of the source. */
  from?: number | undefined;
  to?: number | undefined;
  maxDuration?: number | undefined;
  maxFps?: number | undefined;
  maxBytes?: number | undefined;
  muted?: boolean | undefined;
}

export interface FitPlan {
  from: number;
  duration: number;
  rate: FrameRate;
  frames: number;
  width: number;
  height: number;
  filters: string;
  sound: boolean;
}

/** Everything about a fit that does not depend on the byte limit. `scale` below 1 lowers the picture size. */
export function planFit(
  probe: ClipProbe,
  video: ClipVideo,
  wanted: FitWanted,
  abilities: FfmpegAbilities,
  scale = 1,
): FitPlan {
  const from = Math.max(0, wanted.from ?? 0);
  const end = Math.min(wanted.to ?? probe.duration, probe.duration || Number.POSITIVE_INFINITY);
  const own = video.vfr ? nearestStandardRate(video.fps) : video.rate;
  const rate = cappedRate(own, wanted.maxFps ?? Number.POSITIVE_INFINITY);
  const length = Math.min(Math.max(0, end - from), wanted.maxDuration ?? Number.POSITIVE_INFINITY);
  // Never one frame over a duration cap.
  const frames = Math.max(1, Math.floor(length * framesPerSecond(rate) + 0.01));
  const width = even(wanted.width * scale);
  const height = even(wanted.height * scale);
  const filters = [
    ...frameFilters(frames, rate),
    ...uprightFilters(video),
    ...(wanted.crop ? [cropFilter(video, wanted.crop)] : []),
    fitFilter(croppedSize(video, wanted.crop), { width, height }, wanted.fit, wanted.focus),
    ...standardColour(video, abilities),
  ].join(',');
  const duration = frames / framesPerSecond(rate);
  return {
    from,
    duration,
    rate,
    frames,
    width,
    height,
    filters,
    sound: probe.audio !== null && !wanted.muted,
  };
}

/** Bits per second that leave 3% of the byte limit for the container. */
export function bitrateFor(plan: FitPlan, maxBytes: number, factor = 1): { video: number; audio: number } {
  const total = (maxBytes * 8 * 0.97 * factor) / plan.duration;
  const audio = plan.sound ? Math.max(32_000, Math.min(128_000, Math.floor(total * 0.12))) : 0;
  return { video: Math.max(20_000, Math.floor(total - audio)), audio };
}

/** How much smaller the picture must be so that each pixel still gets 0.07 bit; 1 when it already does. */
export function scaleForBitrate(plan: FitPlan, videoBitrate: number): number {
  const perPixel = videoBitrate / (plan.width * plan.height * framesPerSecond(plan.rate));
  return perPixel >= 0.07 ? 1 : Math.max(0.25, Math.sqrt(perPixel / 0.07));
}

export type FitPass =
  | { pass: 'single' }
  | { pass: 'first' | 'second'; video: number; audio: number; log: string };

/** One pass of a fit. Both passes of two hold the same rate: a first pass without it fails. */
export function fitCall(
  probe: ClipProbe,
  plan: FitPlan,
  files: { source: string; out: string; kind: OutputKind },
  pass: FitPass,
  abilities: FfmpegAbilities,
): FfmpegCall {
  const quality =
    pass.pass === 'single'
      ? ({ crf: 20, preset: 'veryfast' } as const)
      : ({ bitrate: pass.video, preset: 'veryfast' } as const);
  const first = pass.pass === 'first';
  const sound =
    plan.sound && !first
      ? [
          ...words('-map', `0:${probe.audio?.index ?? 0}`, '-af', soundFilter(plan.duration), '-ac', '2'),
          ...audioEncoder(files.kind, pass.pass === 'single' ? 160_000 : pass.audio),
        ]
      : [];
  return {
    inputs: [decodedInput(files.source, plan.from > 0 ? ['-ss', secondsText(plan.from)] : [])],
    options: [
      ...words('-map', `0:${probe.video?.index ?? 0}`, '-vf', plan.filters),
      ...videoEncoder(files.kind, quality),
      ...(pass.pass === 'single' ? [] : ['-pass', first ? '1' : '2', '-passlogfile', pass.log]),
      ...constantRate(plan.rate, abilities),
      ...words('-t', secondsText(plan.duration)),
      ...sound,
      ...withoutMetadata,
      ...(first ? ['-f', 'null'] : [...frontIndex(files.kind), '-f', muxer[files.kind]]),
    ],
    output: first ? 'none' : { path: files.out },
  };
}
