import { type CallInput, decodedInput, secondsText } from '../args/call.ts';
import type { Segment } from '../edit/segment.ts';
import type { FrameIndex } from '../frame-index.ts';
import type { ClipProbe, ClipVideo } from '../probe.ts';
import { type FrameRate, framesPerSecond, lastAtMost } from '../timeline.ts';
import type { FrameWindow } from './frames.ts';
import type { RenderContext } from './types.ts';
import { number } from './writer.ts';

/** A recording is read this much beyond the last frame that is needed. */
const readMargin = 0.5;
/** Containers without an index of frames are entered this much before a keyframe. */
const coarseMargin = 0.5;

/** An input and the filters that make exactly the wanted frames of it. */
export interface TimedSource {
  input: CallInput;
  video: ClipVideo;
  /** Before everything else: they need the frames as they are stored. */
  first: string[];
  /** Onto the grid of the result, exactly so many frames. */
  timing: string[];
  /** The grid has fewer frames than the recording: timing comes first, and spares the rest of the work. */
  early: boolean;
}

/** The frame that is on screen at a time of the recording. */
function shownAt(
  probe: ClipProbe,
  video: ClipVideo,
  index: FrameIndex | null,
  seconds: number,
  reach: number,
): { time: number; keyframe: number } {
  const fps = framesPerSecond(video.rate);
  if (index && index.shown.length > 0) {
    const time = index.shown[Math.max(0, lastAtMost(index.shown, seconds + reach))] ?? 0;
    return {
      time,
      keyframe: index.keyframes[Math.max(0, lastAtMost(index.keyframes, time + 0.25 / fps))] ?? 0,
    };
  }
  const last = probe.duration > 0 ? Math.max(0, probe.duration - 1.2 / fps) : Number.POSITIVE_INFINITY;
  const time = Math.max(0, Math.min(Math.floor((seconds + reach) * fps + 1e-6) / fps, last));
  return { time, keyframe: time };
}

/**
 * Frames `window` (counted from the segment's start) of `from` seconds on at a speed. The frame on screen at a time
 * is the one whose time is at most half a frame later, so that rounded times of a person's hand find their frame.
 */
export function recordedFrames(
  source: { path: string; probe: ClipProbe; video: ClipVideo; index: FrameIndex | null },
  { from, speed, window, rate }: { from: number; speed: number; window: FrameWindow; rate: FrameRate },
): TimedSource {
  const { path, probe, video, index } = source;
  const fps = framesPerSecond(rate);
  const own = framesPerSecond(video.rate);
  const start = shownAt(probe, video, index, from, 0.5 / own);
  // Where steps vary, a frame may have been on screen long before the segment starts.
  const zero = Math.abs(start.time - from) <= 0.51 / own ? start.time : from;
  const begin = zero + (window.from * speed) / fps;
  const shown =
    window.from === 0 ? start : shownAt(probe, video, index, begin, Math.max(0.5 / own, (0.5 * speed) / fps));
  const indexed = probe.container === 'mov' || probe.container === 'matroska';
  const landing = Math.max(
    0,
    indexed ? shown.time - 0.25 / own : Math.min(shown.time, shown.keyframe) - coarseMargin,
  );
  const count = window.to - window.from;
  const length = Math.max(0, begin - landing) + (count * speed) / fps + readMargin;
  const seek = landing > 0 ? ['-ss', secondsText(landing)] : [];
  const offset = begin - landing;
  const shifted = Math.abs(offset) < 1e-9 ? 'PTS' : `PTS-${number(offset)}/TB`.replace('--', '+');
  return {
    input: decodedInput(path, [...seek, '-t', secondsText(length), '-an', '-sn', '-dn']),
    video,
    first: video.interlaced ? ['yadif=mode=send_frame:parity=auto:deint=interlaced'] : [],
    timing: [
      // More frames after the last: the next filter would take a slowed-down end for an early one.
      'tpad=stop=2:stop_mode=clone',
      `setpts=${speed === 1 ? shifted : `(${shifted})/${number(speed)}`}`,
      `fps=${rate.num}/${rate.den}:start_time=0`,
      'tpad=stop=-1:stop_mode=clone',
      `trim=end_frame=${count}`,
    ],
    early: own * speed >= fps * 0.99,
  };
}

/** One frame of a recording; its timing is to hold it. */
function frozenFrame(
  context: RenderContext,
  source: string,
  at: number,
): { input: CallInput; video: ClipVideo } | null {
  const probe = context.probeOf(source);
  const { video } = probe;
  if (!video) return null;
  const index = context.indexOf?.(source) ?? null;
  const own = framesPerSecond(video.rate);
  const shown = shownAt(probe, video, index, at, 0.5 / own);
  const one = recordedFrames(
    { path: context.fileOf(source), probe, video, index },
    { from: shown.time, speed: 1, window: { from: 0, to: 1 }, rate: video.rate },
  );
  return { input: one.input, video };
}

/** What a segment shows, before anything is done to it; null for a plain colour or a source without a picture. */
export type SegmentSource =
  | { kind: 'moving'; source: TimedSource }
  | { kind: 'still'; input: CallInput; video: ClipVideo };

/** A painted picture as ffmpeg will find it. */
export const paintedVideo = (size: { width: number; height: number }): ClipVideo => ({
  index: 0,
  codec: 'png',
  width: size.width,
  height: size.height,
  codedWidth: size.width,
  codedHeight: size.height,
  fps: 25,
  rate: { num: 25, den: 1 },
  rotation: 0,
  mirrored: false,
  vfr: false,
  hdr: null,
  pixelFormat: 'rgba',
  interlaced: false,
  bitrate: 0,
  profile: '',
  colour: { primaries: '', transfer: '', matrix: 'gbr', fullRange: true },
  timescale: 25,
  bFrames: false,
  pixelAspect: 1,
});

export function segmentSource(
  segment: Segment,
  window: FrameWindow,
  context: RenderContext,
): SegmentSource | null {
  const painted = context.painted.segments.get(segment.id);
  if (painted && segment.kind !== 'clip' && segment.kind !== 'freeze') {
    return { kind: 'still', input: decodedInput(painted.path), video: paintedVideo(painted) };
  }
  if (segment.kind === 'still') {
    const { video } = context.probeOf(segment.source);
    return video && { kind: 'still', input: decodedInput(context.fileOf(segment.source)), video };
  }
  if (segment.kind === 'freeze') {
    const frozen = frozenFrame(context, segment.source, segment.at);
    return frozen && { kind: 'still', ...frozen };
  }
  if (segment.kind !== 'clip') return null;
  const { rate } = context;
  const prepared = context.preparedOf(segment.id);
  const probe = prepared?.probe ?? context.probeOf(segment.source);
  const { video } = probe;
  if (!video) return null;
  const source = {
    path: prepared?.path ?? context.fileOf(segment.source),
    probe,
    video,
    index: prepared ? null : (context.indexOf?.(segment.source) ?? null),
  };
  const speed = segment.speed ?? 1;
  // Backwards without having been prepared is one frame alone: its time counted from the end.
  if (segment.reversed && !prepared) {
    const at = segment.to - ((window.from + 1) * speed) / framesPerSecond(rate);
    return {
      kind: 'moving',
      source: recordedFrames(source, {
        from: Math.max(0, at),
        speed,
        window: { from: 0, to: window.to - window.from },
        rate,
      }),
    };
  }
  return {
    kind: 'moving',
    source: recordedFrames(source, {
      from: prepared ? 0 : segment.from,
      speed: prepared?.timed ? 1 : speed,
      window,
      rate,
    }),
  };
}
