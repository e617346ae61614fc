import type { FfmpegAbilities } from '../abilities.ts';
import type { CutPlan } from '../plan.ts';
import type { ClipOutline } from '../outline.ts';
import type { ClipProbe } from '../probe.ts';
import { type FrameRate, framesPerSecond } from '../timeline.ts';
import { copiedInput, decodedInput, type FfmpegCall, secondsText, withoutMetadata, words } from './call.ts';
import { audioEncoder, constantRate, frontIndex, muxer, type OutputKind, videoEncoder } from './encode.ts';
import { standardColour, uprightFilters } from './picture.ts';

/** A seek lands this much before the wanted frame, so that rounding never loses it. */
const seekMargin = 0.0005;
/** Containers without an index of frames (TS, FLV, AVI) are entered this much earlier, and the rest skipped. */
const coarseMargin = 0.5;

interface Seek {
  input: string[];
  /** Seconds after the landing point at which the cut starts. */
  skip: number;
}

/** How to land on a frame: at once where the container has an index, else early and then skip. */
export function seekTo(probe: ClipOutline, seconds: number, keyframe = seconds): Seek {
  if (probe.container === 'mov' || probe.container === 'matroska') {
    return { input: seconds > seekMargin ? ['-ss', secondsText(seconds - seekMargin)] : [], skip: 0 };
  }
  const landing = Math.max(0, Math.min(seconds, keyframe) - coarseMargin);
  const skip = Math.max(0, seconds - landing - seekMargin);
  return { input: landing > 0 ? ['-ss', secondsText(landing)] : [], skip };
}

/**
 * Exactly `frames` frames at a steady rate from the seek on. The end is set by a filter: `-frames:v` would close the
 * sound with the picture, which in loosely interleaved files cuts off up to a second of it.
 */
export function frameFilters(frames: number, rate: FrameRate, skip = 0): string[] {
  return [
    ...(skip > 0 ? [`trim=start=${secondsText(skip)}`] : []),
    'setpts=PTS-STARTPTS',
    `fps=${rate.num}/${rate.den}`,
    'tpad=stop_mode=clone:stop_duration=1',
    `trim=end_frame=${frames}`,
  ];
}

/** Sound of exactly `seconds`, silence where the source has none, starting where the picture starts. */
export function soundFilter(seconds: number, skip = 0): string {
  const start = skip > 0 ? `atrim=start=${secondsText(skip)},asetpts=PTS-${secondsText(skip)}/TB,` : '';
  return `${start}aresample=async=1:first_pts=0,apad,atrim=duration=${secondsText(seconds)}`;
}

export interface CutFiles {
  /** Absolute paths. */
  source: string;
  out: string;
  kind: OutputKind;
}

/**
 * Where packets are skipped by ffmpeg itself, it compares the time at which they are *decoded*: a keyframe that is shown
 * up to this many frames later would be skipped too, and the cut would begin a whole group late.
 */
const mostReordered = 4;

/** Copies packets from a keyframe on. `-copypriorss 0` drops what an early seek brings along. */
export function losslessCall(
  probe: ClipOutline,
  plan: CutPlan,
  files: CutFiles,
  abilities: FfmpegAbilities,
): FfmpegCall {
  const seek = seekTo(probe, plan.actual.from);
  // The end in frames, without ending the sound with them; builds before 5.1 can only end both.
  const end = abilities.fpsMode
    ? ['-bsf:v', `noise=drop='gte(n,${plan.frames})'`]
    : ['-frames:v', String(plan.frames)];
  const length = plan.actual.to - plan.actual.from;
  const early = probe.video?.bFrames ? Math.min(seek.skip, mostReordered / framesPerSecond(plan.rate)) : 0;
  // The sound that this lets in is dropped again, and everything moved to where it belongs.
  const inTime =
    early > 0
      ? [
          ...(abilities.fpsMode ? ['-bsf:a', `noise=drop='lt(pts*tb,${secondsText(early)})'`] : []),
          ...words('-output_ts_offset', secondsText(-early)),
        ]
      : [];
  const sounds = probe.streams.filter((stream) => stream.type === 'audio');
  return {
    inputs: [copiedInput(files.source, seek.input)],
    options: [
      ...(seek.skip - early > 0 ? ['-ss', secondsText(seek.skip - early)] : []),
      ...(probe.video ? ['-map', `0:${probe.video.index}`] : []),
      ...sounds.flatMap((stream) => ['-map', `0:${stream.index}`]),
      ...words('-c', 'copy', '-copypriorss', '0'),
      ...(probe.video?.codec === 'hevc' && files.kind !== 'mkv' ? ['-tag:v', 'hvc1'] : []),
      ...(plan.frames > 0 ? end : []),
      ...words('-t', secondsText(length + seekMargin + early)),
      ...inTime,
      ...withoutMetadata,
      ...words('-f', muxer[files.kind]),
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
  const seek = seekTo(probe, plan.actual.from, plan.decodeFrom);
  const picture = video
    ? [
        ...words('-map', `0:${video.index}`, '-vf'),
        [
          ...frameFilters(plan.frames, plan.rate, seek.skip),
          ...uprightFilters(video),
          ...standardColour(video, abilities),
        ].join(','),
        ...videoEncoder(files.kind, { crf: 18, preset: 'veryfast' }),
        ...constantRate(plan.rate, abilities),
      ]
    : [];
  const sound = audio
    ? ['-map', `0:${audio.index}`, '-af', soundFilter(length, seek.skip), ...audioEncoder(files.kind)]
    : [];
  return {
    inputs: [decodedInput(files.source, seek.input)],
    options: [
      ...picture,
      ...sound,
      ...words('-t', secondsText(length)),
      ...withoutMetadata,
      ...frontIndex(files.kind),
      ...words('-f', muxer[files.kind]),
    ],
    output: { path: files.out },
  };
}
