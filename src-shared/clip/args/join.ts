import type { ClipProbe } from '../probe.ts';
import {
  copiedInput,
  decodedInput,
  type FfmpegCall,
  safeInput,
  secondsText,
  withoutMetadata,
  words,
} from './call.ts';
import { audioEncoder, frontIndex, muxer, type OutputKind } from './encode.ts';
import { seekTo } from './cut.ts';

/** A part of a recording, in its seconds, and how many of them it plays in the joined file. */
export interface JoinedPart {
  from: number;
  seconds: number;
}

/** The picture of one part alone, untouched, in ticks that all parts share. */
export function pictureCall(
  probe: ClipProbe,
  files: { source: string; out: string; kind: OutputKind; timescale: number },
): FfmpegCall {
  const mp4 = files.kind === 'mp4' || files.kind === 'mov';
  return {
    inputs: [copiedInput(files.source, [])],
    options: [
      ...words('-map', '0:v:0', '-c', 'copy'),
      ...(probe.video?.codec === 'hevc' && mp4 ? ['-tag:v', 'hvc1'] : []),
      ...(mp4 ? ['-video_track_timescale', String(files.timescale)] : []),
      ...withoutMetadata,
      ...words('-f', muxer[files.kind]),
    ],
    output: { path: files.out },
  };
}

const follows = (parts: readonly JoinedPart[]): boolean =>
  parts.every((part, at) => {
    const before = parts[at - 1];
    return !before || part.from >= before.from + before.seconds - 1e-6;
  });

const shaped = (part: JoinedPart): string =>
  `aresample=async=1:first_pts=0,apad,atrim=duration=${secondsText(part.seconds)}`;

/** The sound of all parts as one: every part exactly as long as its picture, so that nothing drifts at the joins. */
function soundGraph(
  probe: ClipProbe,
  source: string,
  parts: readonly JoinedPart[],
): { inputs: FfmpegCall['inputs']; graph: string } {
  const index = probe.audio?.index ?? 0;
  const join = `${parts.map((_, at) => `[s${at}]`).join('')}concat=n=${parts.length}:v=0:a=1[sound]`;
  if (follows(parts)) {
    // In order the recording is read once: each part is used up before the next begins.
    const split = `[1:${index}]asplit=${parts.length}${parts.map((_, at) => `[a${at}]`).join('')}`;
    const cuts = parts.map((part, at) => {
      const span = `start=${secondsText(part.from)}:duration=${secondsText(part.seconds)}`;
      return `[a${at}]atrim=${span},asetpts=PTS-${secondsText(part.from)}/TB,${shaped(part)}[s${at}]`;
    });
    return { inputs: [decodedInput(source, ['-vn'])], graph: [split, ...cuts, join].join(';') };
  }
  const inputs = parts.map((part) =>
    decodedInput(source, ['-vn', ...seekTo(probe, part.from).input, '-t', secondsText(part.seconds + 1)]),
  );
  const cuts = parts.map((part, at) => `[${at + 1}:${index}]${shaped(part)}[s${at}]`);
  return { inputs, graph: [...cuts, join].join(';') };
}

/** Pictures copied one after another (`list` is our own file), with the sound of the recording encoded in one piece. */
export function joinPartsCall(
  probe: ClipProbe,
  parts: readonly JoinedPart[],
  files: { source: string; list: string; out: string; kind: OutputKind; timescale: number },
): FfmpegCall {
  const mp4 = files.kind === 'mp4' || files.kind === 'mov';
  const sound = probe.audio ? soundGraph(probe, files.source, parts) : null;
  const total = parts.reduce((sum, part) => sum + part.seconds, 0);
  return {
    inputs: [
      { options: [...safeInput('concat'), '-f', 'concat', '-safe', '1'], path: files.list },
      ...(sound?.inputs ?? []),
    ],
    options: [
      ...(sound ? ['-filter_complex', sound.graph] : []),
      ...words('-map', '0:v:0', '-c:v', 'copy'),
      ...(probe.video?.codec === 'hevc' && mp4 ? ['-tag:v', 'hvc1'] : []),
      ...(sound ? ['-map', '[sound]', ...audioEncoder(files.kind)] : []),
      ...(mp4 ? ['-video_track_timescale', String(files.timescale)] : []),
      ...words('-t', secondsText(total)),
      ...withoutMetadata,
      ...frontIndex(files.kind),
      ...words('-f', muxer[files.kind]),
    ],
    output: { path: files.out },
  };
}
