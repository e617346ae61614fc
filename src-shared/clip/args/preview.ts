import type { FfmpegAbilities } from '../abilities.ts';
import type { ClipProbe } from '../probe.ts';
import { copiedInput, decodedInput, type FfmpegCall, secondsText, withoutMetadata, words } from './call.ts';
import { frontIndex } from './encode.ts';
import { croppedSize, even, standardColour, uprightFilters } from './picture.ts';

/** Even size of a thumbnail of a given height. */
export function thumbnailSize(video: { width: number; height: number }, height: number) {
  const tall = even(height);
  return { width: even(Math.max(2, (video.width / Math.max(1, video.height)) * tall)), height: tall };
}

export interface StripPlan {
  count: number;
  columns: number;
  width: number;
  height: number;
  /** Seconds of the clip that the strip covers. */
  duration: number;
  /** Only keyframes are decoded: ten times faster, right when they are no further apart than the pictures. */
  keyframesOnly: boolean;
}

function stripFilters(probe: ClipProbe, strip: StripPlan, abilities: FfmpegAbilities): string[] {
  const video = probe.video;
  if (!video) return [];
  const rate = strip.count / Math.max(strip.duration, 0.001);
  return [
    'setpts=PTS-STARTPTS',
    `fps=${rate.toFixed(6)}:round=up`,
    'tpad=stop_mode=clone:stop=-1',
    `scale=${strip.width}:${strip.height}`,
    'setsar=1',
    ...standardColour(video, abilities),
  ];
}

const stripInput = (path: string, strip: StripPlan) =>
  decodedInput(path, ['-an', '-sn', '-dn', ...(strip.keyframesOnly ? ['-skip_frame', 'nokey'] : [])]);

/** All thumbnails in one picture, in one pass. */
export function filmstripCall(
  probe: ClipProbe,
  strip: StripPlan,
  files: { source: string; out: string },
  abilities: FfmpegAbilities,
): FfmpegCall {
  const rows = Math.ceil(strip.count / strip.columns);
  const filters = [
    ...stripFilters(probe, strip, abilities),
    `trim=end_frame=${strip.count}`,
    `tile=${strip.columns}x${rows}`,
  ];
  return {
    inputs: [stripInput(files.source, strip)],
    options: [
      ...words('-map', `0:${probe.video?.index ?? 0}`, '-vf', filters.join(','), '-frames:v', '1'),
      ...words('-c:v', 'mjpeg', '-q:v', '4', '-pix_fmt', 'yuvj420p', '-update', '1', '-f', 'image2'),
    ],
    output: { path: files.out },
  };
}

/** One picture per thumbnail, named by `pattern` inside the folder in which ffmpeg is run. */
export function framesCall(
  probe: ClipProbe,
  strip: StripPlan,
  files: { source: string; pattern: string },
  abilities: FfmpegAbilities,
): FfmpegCall {
  return {
    inputs: [stripInput(files.source, strip)],
    options: [
      ...words(
        '-map',
        `0:${probe.video?.index ?? 0}`,
        '-vf',
        stripFilters(probe, strip, abilities).join(','),
      ),
      '-frames:v',
      String(strip.count),
      '-c:v',
      'mjpeg',
      '-q:v',
      '3',
      '-pix_fmt',
      'yuvj420p',
      '-f',
      'image2',
    ],
    output: { path: files.pattern },
  };
}

/** One frame as JPEG or PNG, no side longer than `maxSide`. */
export function posterCall(
  probe: ClipProbe,
  poster: { source: string; out: string; at: number; maxSide: number; type: 'jpeg' | 'png' },
  abilities: FfmpegAbilities,
): FfmpegCall {
  const video = probe.video;
  const size = video ? croppedSize(video, undefined) : { width: 2, height: 2 };
  const scale = Math.min(1, poster.maxSide / Math.max(size.width, size.height));
  const filters = video
    ? [
        ...uprightFilters(video),
        `scale=${even(size.width * scale)}:${even(size.height * scale)}`,
        'setsar=1',
        ...standardColour(video, abilities),
      ]
    : [];
  const encoder =
    poster.type === 'png' ? ['-c:v', 'png'] : ['-c:v', 'mjpeg', '-q:v', '2', '-pix_fmt', 'yuvj420p'];
  return {
    inputs: [decodedInput(poster.source, poster.at > 0 ? ['-ss', secondsText(poster.at)] : [])],
    options: [
      ...words('-map', `0:${video?.index ?? 0}`, '-vf', filters.join(','), '-frames:v', '1', ...encoder),
      ...words('-map_metadata', '-1', '-update', '1', '-f', 'image2'),
    ],
    output: { path: poster.out },
  };
}

/** Samples per second of the waveform's sound: enough for peaks, little to move. */
export const waveformRate = 8000;

/** Channels of the drawn sound: mono and stereo as they are, anything wider mixed down to stereo. */
export const waveformChannels = (probe: ClipProbe): number => (probe.audio?.channels === 1 ? 1 : 2);

/** Interleaved 16-bit samples of `waveformChannels` channels to a pipe. */
export function waveformCall(probe: ClipProbe, source: string): FfmpegCall {
  return {
    inputs: [decodedInput(source, ['-vn', '-sn', '-dn'])],
    options: [
      ...words('-map', `0:${probe.audio?.index ?? 0}`, '-ac', String(waveformChannels(probe))),
      // Single samples instead of filtered ones: truer peaks, for a seventh of the time.
      ...words('-af', `aresample=${waveformRate}:filter_size=1:phase_shift=0:linear_interp=0`),
      ...words('-t', secondsText(probe.duration + 1), '-c:a', 'pcm_s16le', '-f', 's16le'),
    ],
    output: 'pipe',
  };
}

/** A light copy for playing and scrubbing: at most 540 lines, every frame a keyframe, index in front. */
export function proxyCall(
  probe: ClipProbe,
  files: { source: string; out: string },
  abilities: FfmpegAbilities,
): FfmpegCall {
  const { video, audio } = probe;
  const picture: string[] = [];
  if (video) {
    const scale = Math.min(1, 540 / Math.min(video.width, video.height));
    const size = `scale=${even(video.width * scale)}:${even(video.height * scale)}`;
    picture.push(
      ...words('-map', `0:${video.index}`, '-vf'),
      [...uprightFilters(video), size, 'setsar=1', ...standardColour(video, abilities)].join(','),
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-crf',
      '26',
      '-pix_fmt',
      'yuv420p',
      // Every frame stands for itself: a seek decodes one picture, which is what scrubbing is made of.
      '-g',
      '1',
      ...words(abilities.fpsMode ? '-fps_mode' : '-vsync', 'vfr'),
    );
  }
  return {
    inputs: [decodedInput(files.source)],
    options: [
      ...picture,
      ...(audio ? ['-map', `0:${audio.index}`, '-c:a', 'aac', '-b:a', '128000', '-ac', '2'] : []),
      ...(probe.duration > 0 ? ['-t', secondsText(probe.duration)] : []),
      ...withoutMetadata,
      ...frontIndex('mp4'),
      ...words('-f', 'mp4'),
    ],
    output: { path: files.out },
  };
}

/** The same packets in an MP4 that browsers play. */
export function remuxCall(probe: ClipProbe, files: { source: string; out: string }): FfmpegCall {
  const { video, audio } = probe;
  return {
    inputs: [copiedInput(files.source)],
    options: [
      ...(video ? ['-map', `0:${video.index}`] : []),
      ...(audio ? ['-map', `0:${audio.index}`] : []),
      ...words('-c', 'copy'),
      ...(video?.codec === 'hevc' ? ['-tag:v', 'hvc1'] : []),
      ...withoutMetadata,
      ...frontIndex('mp4'),
      ...words('-f', 'mp4'),
    ],
    output: { path: files.out },
  };
}
