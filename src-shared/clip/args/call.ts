/** Demuxers that a media file may use. Playlists, manifests and lists (hls, dash, concat) are left out on purpose. */
export const mediaFormats =
  'mov,matroska,webm,avi,mpegts,mpeg,flv,asf,ogg,wav,mp3,aac,flac,gif,aiff,caf,amr,h264,hevc,mjpeg,mxf,png_pipe,jpeg_pipe,webp_pipe';

/** A decoder may not allocate pictures beyond 8192 × 8192. */
const maxPixels = '67108864';

/** One input of ffmpeg: finished options, then an absolute path. */
export interface CallInput {
  options: string[];
  path: string;
}

/** One run of ffmpeg as data; `output` null means raw bytes to a pipe, `'none'` means nothing is written. */
export interface FfmpegCall {
  inputs: CallInput[];
  options: string[];
  output: { path: string } | 'pipe' | 'none';
}

/** Options that belong together on one line: a name and its values. */
export const words = (...options: string[]): string[] => options;

/** Options that stand before every untrusted input. */
export function safeInput(extraFormats = ''): string[] {
  return [
    '-protocol_whitelist',
    'file',
    '-format_whitelist',
    extraFormats === '' ? mediaFormats : `${extraFormats},${mediaFormats}`,
  ];
}

/** A safe input whose picture is decoded. */
export function decodedInput(path: string, options: string[] = []): CallInput {
  return { options: [...safeInput(), '-max_pixels', maxPixels, ...options], path };
}

/** A safe input whose packets are copied. */
export function copiedInput(path: string, options: string[] = []): CallInput {
  return { options: [...safeInput(), ...options], path };
}

/** Seconds for ffmpeg: microseconds, no exponent, no needless zeros. */
export function secondsText(seconds: number): string {
  return seconds.toFixed(6).replace(/\.?0+$/, '');
}

/** Drops titles, places, dates and chapters; the display matrix is not metadata and stays. */
export const withoutMetadata: readonly string[] = [
  '-map_metadata',
  '-1',
  '-map_metadata:s:v',
  '-1',
  '-map_metadata:s:a',
  '-1',
  '-map_chapters',
  '-1',
  '-dn',
  '-sn',
];
