import { z } from 'zod';
import { type Bilingual, GalleyError } from '../contract/failure.ts';
import { probeWarnings } from './probe-warnings.ts';
import { type FrameRate, framesPerSecond, nearestStandardRate } from './timeline.ts';
import { stepsVary } from './frame-index.ts';

interface ClipStream {
  index: number;
  type: 'video' | 'audio' | 'subtitle' | 'data' | 'picture';
  codec: string;
  language?: string;
  /** What the file calls it: `Microphone`, `Director's commentary`; at most 100 characters. */
  title?: string;
  /** Of sound. */
  channels?: number;
}

export interface ClipVideo {
  /** Stream index inside the file. */
  index: number;
  codec: string;
  /** As a person sees it: after rotation and pixel aspect. */
  width: number;
  height: number;
  /** As stored. */
  codedWidth: number;
  codedHeight: number;
  fps: number;
  rate: FrameRate;
  /** Degrees clockwise that a player turns the stored picture: 0, 90, 180 or 270. */
  rotation: number;
  mirrored: boolean;
  /** Frame steps vary (phones, screen recorders). */
  vfr: boolean;
  hdr: 'pq' | 'hlg' | null;
  pixelFormat: string;
  interlaced: boolean;
  /** Bits per second; 0 when unknown. */
  bitrate: number;
  profile: string;
  /** Colour description for keeping or converting; empty when untagged. */
  colour: { primaries: string; transfer: string; matrix: string; fullRange: boolean };
  /** Ticks per second of the stream's clock. */
  timescale: number;
  bFrames: boolean;
  /** Pixel aspect as a number; 1 for square pixels. */
  pixelAspect: number;
}

interface ClipAudio {
  index: number;
  codec: string;
  channels: number;
  sampleRate: number;
}

export interface ClipWarning {
  code: string;
  message: Bilingual;
}

/** What a media file really is. Times are seconds from the start of the file. */
export interface ClipProbe {
  /** ffprobe's demuxer name, first word: `mov`, `matroska`, `mpegts`, `avi`… */
  container: string;
  duration: number;
  bytes: number;
  /** Seconds on the file's own clock at which the clip starts; already taken off every other time. */
  startTime: number;
  streams: ClipStream[];
  video: ClipVideo | null;
  audio: ClipAudio | null;
  /** The file carries a place: it must not leave the studio by accident. */
  hasLocation: boolean;
  warnings: ClipWarning[];
}

const text = z.string().optional();
const tags = z.record(z.string(), z.string()).optional();
const streamSchema = z.looseObject({
  index: z.number(),
  codec_type: text,
  codec_name: text,
  codec_tag_string: text,
  profile: text,
  width: z.number().optional(),
  height: z.number().optional(),
  sample_aspect_ratio: text,
  r_frame_rate: text,
  avg_frame_rate: text,
  time_base: text,
  pix_fmt: text,
  field_order: text,
  color_range: text,
  color_space: text,
  color_transfer: text,
  color_primaries: text,
  bit_rate: text,
  duration: text,
  has_b_frames: z.number().optional(),
  channels: z.number().optional(),
  sample_rate: text,
  disposition: z.record(z.string(), z.number()).optional(),
  tags,
  side_data_list: z.array(z.looseObject({ displaymatrix: text, rotation: z.number().optional() })).optional(),
});
type RawStream = z.infer<typeof streamSchema>;
const probeSchema = z.looseObject({
  streams: z.array(streamSchema).default([]),
  packets: z.array(z.looseObject({ stream_index: z.number().optional(), pts_time: text })).optional(),
  format: z
    .looseObject({ format_name: text, duration: text, start_time: text, bit_rate: text, tags })
    .optional(),
});

const numberOf = (value: string | undefined): number => {
  const parsed = Number(value);
  return value !== undefined && Number.isFinite(parsed) ? parsed : 0;
};
const known = (value: string | undefined): string =>
  value === undefined || value === 'unknown' ? '' : value;

function fraction(value: string | undefined): FrameRate | null {
  const match = /^(\d+)[/:](\d+)$/.exec(value ?? '');
  if (!match) return null;
  const [num, den] = [Number(match[1]), Number(match[2])];
  return num > 0 && den > 0 ? { num, den } : null;
}

/** Reads the display matrix, which is the truth about rotation and mirroring. */
export function orientationOf(matrix: string | undefined): { rotation: number; mirrored: boolean } {
  const rows = [...(matrix ?? '').matchAll(/^[0-9a-f]{8}:\s*(-?\d+)\s+(-?\d+)/gm)].map((row) => [
    Number(row[1]),
    Number(row[2]),
  ]);
  const [a = 1, b = 0] = rows[0] ?? [];
  const [c = 0, d = 1] = rows[1] ?? [];
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  return { rotation: ((Math.round(degrees / 90) * 90 + 360) % 360) | 0, mirrored: a * d - b * c < 0 };
}

const codecByTag: Record<string, string> = { vvc1: 'vvc', vvi1: 'vvc' };

function codecOf(stream: RawStream): string {
  return known(stream.codec_name) || codecByTag[stream.codec_tag_string ?? ''] || 'unknown';
}

/** The name that somebody gave a stream; most writers put words of their own into `handler_name`. */
function titleOf({ tags: named }: RawStream): string {
  const handler = named?.['handler_name'] ?? '';
  const title = named?.['title'] ?? named?.['name'] ?? (/handle|core media/i.test(handler) ? '' : handler);
  return title.trim().slice(0, 100);
}

function typeOf(stream: RawStream): ClipStream['type'] {
  if (stream.codec_type === 'video') return stream.disposition?.attached_pic === 1 ? 'picture' : 'video';
  if (stream.codec_type === 'audio' || stream.codec_type === 'subtitle') return stream.codec_type;
  return 'data';
}

function videoOf(stream: RawStream, packetTimes: number[], duration: number): ClipVideo {
  const matrix = stream.side_data_list?.find((side) => side.displaymatrix !== undefined)?.displaymatrix;
  const { rotation, mirrored } = orientationOf(matrix);
  const aspect = fraction(stream.sample_aspect_ratio);
  const pixelAspect = aspect ? aspect.num / aspect.den : 1;
  const codedWidth = stream.width ?? 0;
  const codedHeight = stream.height ?? 0;
  const wide = Math.round(codedWidth * pixelAspect);
  const turned = rotation % 180 !== 0;
  const real = fraction(stream.r_frame_rate);
  const average = fraction(stream.avg_frame_rate);
  // Matroska without a default duration reports 1000/1 on average; old builds report 90000/1 as the real rate.
  const sane = [average, real].find((rate) => rate !== null && framesPerSecond(rate) <= 480) ?? null;
  const measured = measuredRate(packetTimes);
  const snapped = nearestStandardRate(measured);
  const near = Math.abs(framesPerSecond(snapped) / measured - 1) < 0.0015;
  const rate =
    sane && (measured === 0 || Math.abs(framesPerSecond(sane) / measured - 1) < 0.1)
      ? sane
      : measured > 0
        ? near
          ? snapped
          : { num: Math.round(measured * 1000), den: 1000 }
        : (sane ?? { num: 25, den: 1 });
  const transfer = known(stream.color_transfer);
  const vfr =
    packetTimes.length > 2
      ? stepsVary(packetTimes)
      : real !== null &&
        average !== null &&
        Math.abs(framesPerSecond(real) / framesPerSecond(average) - 1) > 0.02;
  return {
    index: stream.index,
    codec: codecOf(stream),
    width: turned ? codedHeight : wide,
    height: turned ? wide : codedHeight,
    codedWidth,
    codedHeight,
    fps: Math.round(framesPerSecond(rate) * 1000) / 1000,
    rate,
    rotation,
    mirrored,
    vfr: vfr && duration > 0,
    hdr: transfer === 'smpte2084' ? 'pq' : transfer === 'arib-std-b67' ? 'hlg' : null,
    pixelFormat: known(stream.pix_fmt),
    interlaced: ['tt', 'bb', 'tb', 'bt'].includes(stream.field_order ?? ''),
    bitrate: numberOf(stream.bit_rate),
    profile: known(stream.profile),
    colour: {
      primaries: known(stream.color_primaries),
      transfer,
      matrix: known(stream.color_space),
      fullRange: stream.color_range === 'pc' || (stream.pix_fmt ?? '').startsWith('yuvj'),
    },
    timescale: fraction(stream.time_base)?.den ?? 1000,
    bFrames: (stream.has_b_frames ?? 0) > 0,
    pixelAspect,
  };
}

function measuredRate(times: number[]): number {
  if (times.length < 4) return 0;
  const sorted = times.toSorted((a, b) => a - b);
  const steps = sorted.slice(1).map((time, at) => time - (sorted[at] ?? 0));
  const median = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0;
  const span = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  return median > 0 && span > 0 ? (sorted.length - 1) / span : 0;
}

/** How many packets `probeArguments` asks for. */
export const probedPackets = 300;

const placeTag = /location|geotag|gps|\bxyz\b|latitude|longitude/i;

/**
 * What ffprobe's JSON (`-show_format -show_streams`, and the first packets) says, in our own terms.
 * @throws GalleyError unreadable-file when there is neither picture nor sound in it.
 */
export function parseProbe(json: unknown, bytes: number): ClipProbe {
  const parsed = probeSchema.safeParse(json);
  const raw = parsed.success ? parsed.data : { streams: [], format: undefined, packets: undefined };
  const pictures = raw.streams.filter((stream) => typeOf(stream) === 'video' && (stream.width ?? 0) > 0);
  const main = pictures.find((stream) => stream.disposition?.default === 1) ?? pictures[0];
  const sound = raw.streams.find((stream) => stream.codec_type === 'audio');
  if (!main && !sound) {
    throw new GalleyError('unreadable-file', {
      en: 'There is no picture or sound in this file. It may be damaged, or not be a clip at all; export it again from where it came.',
      zh: '此文件中没有画面或声音。文件可能已损坏，或根本不是视频；请从来源重新导出。',
    });
  }
  const duration =
    numberOf(raw.format?.duration) || Math.max(0, ...raw.streams.map((stream) => numberOf(stream.duration)));
  const packetTimes = (raw.packets ?? [])
    .filter((packet) => packet.stream_index === main?.index && packet.pts_time !== undefined)
    .map((packet) => numberOf(packet.pts_time))
    .sort((a, b) => a - b)
    // The sample ends in the middle of a reordered group: its last times have gaps that the clip has not.
    .slice(0, raw.packets !== undefined && raw.packets.length >= probedPackets ? -16 : undefined);
  const allTags = [raw.format?.tags, ...raw.streams.map((stream) => stream.tags)];
  const probe: ClipProbe = {
    container: (raw.format?.format_name ?? '').split(',')[0] ?? '',
    duration,
    bytes,
    startTime: numberOf(raw.format?.start_time),
    streams: raw.streams.map((stream) => {
      const title = titleOf(stream);
      const language = stream.tags?.language ?? 'und';
      return {
        index: stream.index,
        type: typeOf(stream),
        codec: codecOf(stream),
        ...(stream.channels === undefined ? {} : { channels: stream.channels }),
        ...(language === 'und' || language === '' ? {} : { language }),
        ...(title === '' ? {} : { title }),
      };
    }),
    video: main ? videoOf(main, packetTimes, duration) : null,
    audio: sound
      ? {
          index: sound.index,
          codec: codecOf(sound),
          channels: sound.channels ?? 0,
          sampleRate: numberOf(sound.sample_rate),
        }
      : null,
    hasLocation: allTags.some((set) => Object.keys(set ?? {}).some((key) => placeTag.test(key))),
    warnings: [],
  };
  return { ...probe, warnings: probeWarnings(probe) };
}
