import type { FfmpegAbilities } from '../abilities.ts';
import { type CallInput, type FfmpegCall, secondsText, withoutMetadata, words } from '../args/call.ts';
import { audioEncoder, constantRate, frontIndex, muxer } from '../args/encode.ts';
import { even, type PixelSize } from '../args/picture.ts';
import { type FrameRate, framesPerSecond } from '../timeline.ts';
import type { GraphPart, RenderTarget } from './types.ts';

/** One run of an encoder: at constant quality, or one of two at a bit rate. `log` is a plain name in the folder. */
export type OutputPass =
  | { pass: 'single' }
  | { pass: 'first' | 'second'; video: number; audio: number; log: string };

export interface OutputPlan {
  target: Pick<RenderTarget, 'kind' | 'codec' | 'quality' | 'maxBitrate'>;
  rate: FrameRate;
  duration: number;
  abilities: FfmpegAbilities;
  /** Smaller than the frame, to keep a byte limit. */
  size: PixelSize | null;
}

type Codec = RenderTarget['codec'];

/** What is really written: WebM holds VP9 alone, the others what every player plays. */
export function codecOf(target: Pick<RenderTarget, 'kind' | 'codec'>, abilities: FfmpegAbilities): Codec {
  if (target.kind === 'webm') return 'vp9';
  if (target.codec === 'hevc' && abilities.encoders.hevc) return 'hevc';
  return 'h264';
}

const constant: Record<Codec, Record<RenderTarget['quality'], number>> = {
  h264: { small: 26, good: 21, best: 17 },
  hevc: { small: 29, good: 25, best: 20 },
  vp9: { small: 38, good: 32, best: 24 },
};
const soundBits: Record<RenderTarget['quality'], number> = { small: 96_000, good: 160_000, best: 256_000 };

/** Encoder of the picture with everything that players and platforms ask for. */
export function pictureEncoder(plan: OutputPlan, pass: OutputPass): string[] {
  const { target, rate, abilities } = plan;
  const codec = codecOf(target, abilities);
  const group = ['-g', String(Math.max(1, Math.round(framesPerSecond(rate) * 2)))];
  const capped =
    target.maxBitrate === undefined
      ? []
      : ['-maxrate', String(target.maxBitrate), '-bufsize', String(target.maxBitrate * 2)];
  const crf = String(constant[codec][target.quality]);
  const amount = pass.pass === 'single' ? ['-crf', crf] : ['-b:v', String(pass.video)];
  const step = pass.pass === 'first' ? '1' : '2';
  const two = pass.pass === 'single' ? [] : ['-pass', step, '-passlogfile', pass.log];
  const tags = words('-pix_fmt', 'yuv420p', '-color_range', 'tv', '-colorspace', 'bt709').concat(
    words('-color_primaries', 'bt709', '-color_trc', 'bt709'),
  );
  if (codec === 'vp9') {
    // Constant quality of VP9 needs a rate of nothing, or the cap as its rate.
    const rateOf = pass.pass === 'single' ? [...amount, '-b:v', String(target.maxBitrate ?? 0)] : amount;
    return words('-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '5', '-row-mt', '1').concat(
      rateOf,
      group,
      two,
      tags,
    );
  }
  if (codec === 'hevc') {
    const passes = pass.pass === 'single' ? '' : `:pass=${step}:stats=${pass.log}-x265`;
    return words('-c:v', 'libx265', '-preset', target.quality === 'best' ? 'medium' : 'veryfast').concat(
      amount,
      capped,
      group,
      ['-x265-params', `log-level=error${passes}`, '-tag:v', 'hvc1'],
      tags,
    );
  }
  const preset = target.quality === 'best' ? 'medium' : 'veryfast';
  return [
    '-c:v',
    'libx264',
    '-preset',
    preset,
    '-profile:v',
    'high',
    ...amount,
    ...capped,
    ...group,
    ...two,
    ...tags,
  ];
}

/** The whole of one run: graph, encoders, container. Without a picture graph nothing of it is encoded. */
export function renderCall(
  plan: OutputPlan,
  made: { inputs: readonly CallInput[]; picture: GraphPart; sound: GraphPart | null },
  pass: OutputPass,
  out: string,
): FfmpegCall {
  const { target, rate, duration, abilities, size } = plan;
  const first = pass.pass === 'first';
  const sound = first ? null : made.sound;
  const scaled = size ? [`[${made.picture.output}]scale=${size.width}:${size.height},setsar=1[small]`] : [];
  const graph = [...made.picture.filters, ...scaled, ...(sound?.filters ?? [])].join(';');
  return {
    inputs: [...made.inputs],
    options: [
      ...words('-filter_complex', graph, '-map', `[${size ? 'small' : made.picture.output}]`),
      ...(sound ? ['-map', `[${sound.output}]`, ...soundEncoder(plan, pass)] : []),
      ...pictureEncoder(plan, pass),
      ...constantRate(rate, abilities),
      ...words('-t', secondsText(duration)),
      ...withoutMetadata,
      ...timescale(plan),
      ...(first ? ['-f', 'null'] : [...frontIndex(target.kind), '-f', muxer[target.kind]]),
    ],
    output: first ? 'none' : { path: out },
  };
}

export function soundEncoder(plan: OutputPlan, pass: OutputPass): string[] {
  const bits = pass.pass === 'single' ? soundBits[plan.target.quality] : pass.audio;
  return ['-ac', '2', ...audioEncoder(plan.target.kind, bits)];
}

/** Ticks in which whole frames have whole lengths. */
export const ticksOf = (rate: FrameRate): number => rate.num * Math.max(1, Math.ceil(10_000 / rate.num));

function timescale({ target, rate }: OutputPlan): string[] {
  return target.kind === 'mp4' || target.kind === 'mov'
    ? ['-video_track_timescale', String(ticksOf(rate))]
    : [];
}

/** Bits per second that leave 3% of the byte limit for the container. */
export function bitsFor(
  maxBytes: number,
  {
    duration,
    sound,
    maxBitrate,
    factor,
  }: { duration: number; sound: boolean; maxBitrate?: number | undefined; factor: number },
): { video: number; audio: number } {
  const total = Math.min((maxBytes * 8 * 0.97 * factor) / duration, maxBitrate ?? Number.POSITIVE_INFINITY);
  const audio = sound ? Math.max(32_000, Math.min(128_000, Math.floor(total * 0.12))) : 0;
  return { video: Math.max(20_000, Math.floor(total - audio)), audio };
}

/** The size at which each pixel still gets 0.07 bit; null when the whole frame does. */
export function sizeFor(frame: PixelSize, rate: FrameRate, video: number): PixelSize | null {
  const perPixel = video / (frame.width * frame.height * framesPerSecond(rate));
  if (perPixel >= 0.07) return null;
  const scale = Math.max(0.25, Math.sqrt(perPixel / 0.07));
  return { width: even(frame.width * scale), height: even(frame.height * scale) };
}
