import { type Bilingual, GalleyError } from '../../contract/failure.ts';
import type { FfmpegAbilities } from '../abilities.ts';
import { type PlacedSegment, placeSegments } from '../edit/layout.ts';
import type { ClipEdit } from '../edit/schema.ts';
import type { Segment } from '../edit/segment.ts';
import type { ClipProbe } from '../probe.ts';
import { type FrameRate, framesPerSecond } from '../timeline.ts';
import { wantsNeighbours } from './colour-lut.ts';
import { type FramedSegment, framesOf, frameSegments } from './frames.ts';
import { renderRate } from './rate.ts';
import type { RenderTarget } from './types.ts';

/** All that is known of a render before anything is read or written but the sources' headers. */
export interface EditPlan {
  placed: PlacedSegment[];
  framed: FramedSegment[];
  rate: FrameRate;
  frames: number;
  /** Seconds. */
  duration: number;
  notes: Bilingual[];
}

const notes = {
  cut: (seconds: number): Bilingual => ({
    en: `The clip is longer than this format allows; it ends after ${Math.round(seconds * 100) / 100} s.`,
    zh: `视频超出此格式允许的时长，将在 ${Math.round(seconds * 100) / 100} 秒处结束。`,
  }),
  neighbours: {
    en: 'Sharpening, blur, vignette and grain of photos are left out: a recording takes only what changes colours.',
    zh: '照片的锐化、模糊、暗角和颗粒未应用：视频只采用改变颜色的调整。',
  },
  noStabilise: {
    en: 'This ffmpeg cannot stabilise; shaky parts stay as they were recorded.',
    zh: '当前 ffmpeg 不支持防抖；抖动的片段保持原样。',
  },
  noHevc: {
    en: 'This ffmpeg cannot write HEVC; H.264 was written instead.',
    zh: '当前 ffmpeg 无法写入 HEVC，已改用 H.264。',
  },
  noTransitions: {
    en: 'This ffmpeg is too old for slides, wipes and zooms between segments; they became cross-fades.',
    zh: '当前 ffmpeg 版本过旧，不支持滑动、擦除和缩放转场；已改为交叉淡化。',
  },
  noToneMapping: {
    en: 'This ffmpeg cannot convert HDR; colours of HDR recordings may look washed out.',
    zh: '当前 ffmpeg 无法转换 HDR；HDR 素材的颜色可能发灰。',
  },
} as const;

/** Seconds on screen beyond which nothing is rendered: a slip of a key must not fill the disk. */
const longest = 12 * 3600;

/** @throws GalleyError invalid-input for an edit in which nothing lasts, or one of more than twelve hours */
export function planEdit(
  edit: ClipEdit,
  target: RenderTarget,
  probeOf: (source: string) => ClipProbe,
  abilities: FfmpegAbilities,
): EditPlan {
  const placed = placeSegments(edit);
  const videos = edit.segments.flatMap((segment) => {
    const video = segment.kind === 'clip' ? probeOf(segment.source).video : null;
    return video ? [video] : [];
  });
  const rate = renderRate(videos, target.maxFps);
  const fps = framesPerSecond(rate);
  const framed = frameSegments(placed, rate);
  const all = framesOf(framed);
  if (all === 0) {
    throw new GalleyError('invalid-input', {
      en: 'There is nothing to render: no segment lasts a frame. Add a recording, a picture or a colour.',
      zh: '没有可渲染的内容：没有任何片段达到一帧。请添加视频、图片或纯色。',
    });
  }
  if (all / fps > longest) {
    throw new GalleyError('invalid-input', {
      en: 'This edit is longer than twelve hours. Check the lengths of its segments.',
      zh: '此剪辑超过十二小时。请检查各片段的时长。',
    });
  }
  // Never one frame over a cap.
  const most =
    target.maxDuration === undefined ? all : Math.max(1, Math.floor(target.maxDuration * fps + 0.01));
  const frames = Math.min(all, most);
  const duration = frames / fps;
  const has = (test: (segment: Segment) => boolean): boolean => edit.segments.some(test);
  const found: Bilingual[] = [
    ...(frames < all ? [notes.cut(duration)] : []),
    ...(has(({ picture }) => picture?.adjustments !== undefined && wantsNeighbours(picture.adjustments))
      ? [notes.neighbours]
      : []),
    ...(has((segment) => segment.kind === 'clip' && segment.picture?.stabilise === true) &&
    !abilities.filters.stabilise
      ? [notes.noStabilise]
      : []),
    ...(target.codec === 'hevc' && target.kind !== 'webm' && !abilities.encoders.hevc ? [notes.noHevc] : []),
    ...(!abilities.filters.xfade &&
    has(({ transition }) => !!transition && !['fade', 'dip-black', 'dip-white'].includes(transition.kind))
      ? [notes.noTransitions]
      : []),
    ...(!abilities.toneMapping && videos.some((video) => video.hdr) ? [notes.noToneMapping] : []),
  ];
  return { placed, framed, rate, frames, duration, notes: found };
}

/** How many segments of full HD one run of ffmpeg may hold open. */
export const mostOpen = 24;
/** Bytes that a decoder of full HD keeps, about. */
const openBytes = 1920 * 1080 * 1.5 * 12;

/** What a segment weighs against `mostOpen`: large pictures keep more memory while they are open. */
export function weightOf(segment: Segment, probeOf: (source: string) => ClipProbe): number {
  if (segment.kind !== 'clip' && segment.kind !== 'freeze') return 1;
  const { video } = probeOf(segment.source);
  if (!video) return 1;
  const deep = /1[02](le|be)?$/.test(video.pixelFormat) ? 2 : 1;
  return Math.max(1, (video.codedWidth * video.codedHeight * 1.5 * 12 * deep) / openBytes);
}
