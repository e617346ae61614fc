import type { FfmpegAbilities } from '../abilities.ts';
import type { FrameRate } from '../timeline.ts';

/** Containers that we write. */
export type OutputKind = 'mp4' | 'mov' | 'mkv' | 'webm';

/** The container that a file name asks for, or null. */
export function outputKind(name: string): OutputKind | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === 'mp4' || extension === 'm4v' || extension === 'm4a') return 'mp4';
  if (extension === 'mov' || extension === 'mkv' || extension === 'webm') return extension;
  return null;
}

/** ffmpeg's name of the container: a temporary name may end in anything. */
export const muxer: Record<OutputKind, string> = { mp4: 'mp4', mov: 'mov', mkv: 'matroska', webm: 'webm' };

/** Constant frame rate, in the words of this build. */
export function constantRate(rate: FrameRate, abilities: FfmpegAbilities): string[] {
  return [abilities.fpsMode ? '-fps_mode' : '-vsync', 'cfr', '-r', `${rate.num}/${rate.den}`];
}

export interface VideoQuality {
  /** x264's constant quality; 18 is visually the same as the source. */
  crf?: number;
  /** Bits per second; overrides `crf`. */
  bitrate?: number;
  preset: 'ultrafast' | 'veryfast' | 'medium';
}

/** Encoder of the picture for a container. */
export function videoEncoder(kind: OutputKind, quality: VideoQuality): string[] {
  const rate =
    quality.bitrate === undefined ? ['-crf', String(quality.crf ?? 18)] : ['-b:v', String(quality.bitrate)];
  if (kind === 'webm') {
    const constant = quality.bitrate === undefined ? ['-crf', '30', '-b:v', '0'] : rate;
    return ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '5', '-row-mt', '1', ...constant];
  }
  return ['-c:v', 'libx264', '-preset', quality.preset, ...rate, '-pix_fmt', 'yuv420p'];
}

/** Encoder of the sound for a container. */
export function audioEncoder(kind: OutputKind, bitrate = 192_000): string[] {
  return ['-c:a', kind === 'webm' ? 'libopus' : 'aac', '-b:a', String(bitrate), '-ar', '48000'];
}

/** Index at the front, so that playback can begin before the whole file is there. */
export function frontIndex(kind: OutputKind): string[] {
  return kind === 'mp4' || kind === 'mov' ? ['-movflags', '+faststart'] : [];
}
