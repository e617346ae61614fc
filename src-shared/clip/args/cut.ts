import type { FfmpegAbilities } from '../abilities.ts';
import type { CutPlan } from '../plan.ts';
import type { ClipProbe } from '../probe.ts';
import { framesPerSecond } from '../timeline.ts';
import {
  copiedInput,
  decodedInput,
  type FfmpegCall,
  safeInput,
  secondsText,
  withoutMetadata,
} from './call.ts';
import { audioEncoder, constantRate, frontIndex, muxer, type OutputKind, videoEncoder } from './encode.ts';
import { standardColour, uprightFilters } from './picture.ts';

/** A seek lands this much before the wanted frame, so that rounding never loses it. */
const seekMargin = 0.0005;

const seekTo = (seconds: number): string[] =>
  seconds > seekMargin ? ['-ss', secondsText(seconds - seekMargin)] : [];

/** Sound of exactly `seconds`, silence where the source has none, starting where the picture starts. */
export function soundFilter(seconds: number): string {
  return `aresample=async=1:first_pts=0,apad,atrim=duration=${secondsText(seconds)}`;
}

export interface CutFiles {
  /** Absolute paths. */
  source: string;
  out: string;
  kind: OutputKind;
}

/** Copies packets from a keyframe on. `-copypriorss 0` drops what an early seek brings along. */
export function losslessCall(probe: ClipProbe, plan: CutPlan, files: CutFiles): FfmpegCall {
  const length = plan.actual.to - plan.actual.from;
  const sounds = probe.streams.filter((stream) => stream.type === 'audio');
  return {
    inputs: [copiedInput(files.source, seekTo(plan.actual.from))],
    options: [
      ...(probe.video ? ['-map', `0:${probe.video.index}`] : []),
      ...sounds.flatMap((stream) => ['-map', `0:${stream.index}`]),
      ...['-c', 'copy', '-copypriorss', '0'],
      ...(probe.video?.codec === 'hevc' && files.kind !== 'mkv' ? ['-tag:v', 'hvc1'] : []),
      ...(plan.frames > 0 ? ['-frames:v', String(plan.frames)] : []),
      ...['-t', secondsText(length + seekMargin)],
      ...withoutMetadata,
      ...['-f', muxer[files.kind]],
    ],
    output: { path: files.out },
  };
}

/** Re-encodes exactly `plan.frames` frames and sound of the same length. */
export function exactCall(
  probe: ClipProbe,
  plan: CutPlan,
  files: CutFiles,
  abilities: FfmpegAbilities,
): FfmpegCall {
  const { video, audio } = probe;
  const length =
    plan.frames > 0 ? plan.frames / framesPerSecond(plan.rate) : plan.actual.to - plan.actual.from;
  const picture = video
    ? [
        ...['-map', `0:${video.index}`, '-vf'],
        [
          'setpts=PTS-STARTPTS',
          ...(video.vfr
            ? [`fps=${plan.rate.num}/${plan.rate.den}`, 'tpad=stop_mode=clone:stop_duration=1']
            : []),
          ...uprightFilters(video),
          ...standardColour(video, abilities),
        ].join(','),
        ...videoEncoder(files.kind, { crf: 18, preset: 'veryfast' }),
        ...constantRate(plan.rate, abilities),
        ...['-frames:v', String(plan.frames)],
      ]
    : [];
  const sound = audio
    ? ['-map', `0:${audio.index}`, '-af', soundFilter(length), ...audioEncoder(files.kind)]
    : [];
  return {
    inputs: [decodedInput(files.source, seekTo(plan.actual.from))],
    options: [
      ...picture,
      ...sound,
      ...['-t', secondsText(length)],
      ...withoutMetadata,
      ...frontIndex(files.kind),
      ...['-f', muxer[files.kind]],
    ],
    output: { path: files.out },
  };
}

const profiles: Record<string, string> = {
  High: 'high',
  Main: 'main',
  Baseline: 'baseline',
  'Constrained Baseline': 'baseline',
};

/** One re-encoded edge of a smart cut: like the source in codec, profile, pixels and orientation. */
export function edgeCall(
  probe: ClipProbe,
  plan: CutPlan,
  edge: { source: string; out: string; from: number; frames: number; timescale: number },
  abilities: FfmpegAbilities,
): FfmpegCall {
  const video = probe.video;
  return {
    // The copied middle stays as it is stored, so the edges must not be turned either.
    inputs: [decodedInput(edge.source, ['-noautorotate', ...seekTo(edge.from)])],
    options: [
      ...['-map', `0:${video?.index ?? 0}`, '-vf', 'setpts=PTS-STARTPTS'],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '16'],
      ...['-profile:v', profiles[video?.profile ?? ''] ?? 'high'],
      ...['-pix_fmt', video?.pixelFormat ?? 'yuv420p', '-bf', video?.bFrames ? '2' : '0'],
      ...constantRate(plan.rate, abilities),
      ...['-frames:v', String(edge.frames), '-video_track_timescale', String(edge.timescale)],
      ...withoutMetadata,
      ...['-f', 'mp4'],
    ],
    output: { path: edge.out },
  };
}

/** The untouched middle of a smart cut: whole groups of frames, picture only. */
export function middleCall(
  probe: ClipProbe,
  middle: { source: string; out: string; from: number; frames: number; timescale: number },
): FfmpegCall {
  return {
    inputs: [copiedInput(middle.source, seekTo(middle.from))],
    options: [
      ...['-map', `0:${probe.video?.index ?? 0}`, '-c', 'copy', '-copypriorss', '0'],
      ...['-frames:v', String(middle.frames), '-video_track_timescale', String(middle.timescale)],
      ...withoutMetadata,
      ...['-f', 'mp4'],
    ],
    output: { path: middle.out },
  };
}

/** Joins the parts of a smart cut with the sound, which is cut once and in one piece. `list` is our own file. */
export function joinCall(
  probe: ClipProbe,
  plan: CutPlan,
  files: CutFiles & { list: string; timescale: number },
): FfmpegCall {
  const length = plan.frames / framesPerSecond(plan.rate);
  const { audio } = probe;
  const sound = audio
    ? ['-map', `1:${audio.index}`, '-af', soundFilter(length), ...audioEncoder(files.kind)]
    : [];
  return {
    inputs: [
      { options: [...safeInput('concat'), '-f', 'concat', '-safe', '1'], path: files.list },
      ...(audio ? [decodedInput(files.source, ['-vn', ...seekTo(plan.actual.from)])] : []),
    ],
    options: [
      ...['-map', '0:v:0', '-c:v', 'copy'],
      ...sound,
      ...(files.kind === 'mkv' ? [] : ['-video_track_timescale', String(files.timescale)]),
      ...['-t', secondsText(length)],
      ...withoutMetadata,
      ...frontIndex(files.kind),
      ...['-f', muxer[files.kind]],
    ],
    output: { path: files.out },
  };
}

/** The list that the concat demuxer reads: our own names, whole durations. */
export function joinList(parts: readonly { name: string; seconds: number }[]): string {
  const lines = parts.flatMap((part) => [`file ${part.name}`, `duration ${part.seconds.toFixed(6)}`]);
  return ['ffconcat version 1.0', ...lines, ''].join('\n');
}

/** Ticks per second in which whole frames of the rate have whole lengths; the source's own when it has that. */
export function joinTimescale(probe: ClipProbe, plan: CutPlan): number {
  const own = probe.video?.timescale ?? 0;
  if (probe.container === 'mov' && own >= 1000 && (own * plan.rate.den) % plan.rate.num === 0) return own;
  return plan.rate.num * Math.max(1, Math.ceil(10_000 / plan.rate.num));
}
