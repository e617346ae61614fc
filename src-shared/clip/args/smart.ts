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
  words,
} from './call.ts';
import { type CutFiles, seekTo, soundFilter } from './cut.ts';
import { audioEncoder, constantRate, frontIndex, muxer } from './encode.ts';

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
    inputs: [decodedInput(edge.source, ['-noautorotate', ...seekTo(probe, edge.from).input])],
    options: [
      ...words('-map', `0:${video?.index ?? 0}`, '-vf', 'setpts=PTS-STARTPTS'),
      ...words('-c:v', 'libx264', '-preset', 'veryfast', '-crf', '16'),
      ...words('-profile:v', profiles[video?.profile ?? ''] ?? 'high'),
      ...words('-pix_fmt', video?.pixelFormat ?? 'yuv420p', '-bf', video?.bFrames ? '2' : '0'),
      ...constantRate(plan.rate, abilities),
      ...words('-frames:v', String(edge.frames), '-video_track_timescale', String(edge.timescale)),
      ...withoutMetadata,
      ...words('-f', 'mp4'),
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
    inputs: [copiedInput(middle.source, seekTo(probe, middle.from).input)],
    options: [
      ...words('-map', `0:${probe.video?.index ?? 0}`, '-c', 'copy', '-copypriorss', '0'),
      ...words('-frames:v', String(middle.frames), '-video_track_timescale', String(middle.timescale)),
      ...withoutMetadata,
      ...words('-f', 'mp4'),
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
      ...(audio ? [decodedInput(files.source, ['-vn', ...seekTo(probe, plan.actual.from).input])] : []),
    ],
    options: [
      ...words('-map', '0:v:0', '-c:v', 'copy'),
      ...sound,
      ...(files.kind === 'mkv' ? [] : ['-video_track_timescale', String(files.timescale)]),
      ...words('-t', secondsText(length)),
      ...withoutMetadata,
      ...frontIndex(files.kind),
      ...words('-f', muxer[files.kind]),
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
