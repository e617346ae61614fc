import type { PixelSize } from '../args/picture.ts';
import type { Segment, SegmentPicture } from '../edit/segment.ts';
import { framesPerSecond } from '../timeline.ts';
import { filterColour } from './colour-lut.ts';
import { ground, insideSize, surround } from './fill.ts';
import type { FramedSegment, FrameWindow } from './frames.ts';
import { motionKeys } from './motion.ts';
import { keyAt, moves, type PathKey, pathFilters, widestWindow, windowOf } from './path.ts';
import { type SegmentSource, segmentSource } from './source.ts';
import type { RenderContext } from './types.ts';
import { mayBeClear, partFilters, standardPicture, turnFilters, uprightPicture } from './upright.ts';
import { type GraphWriter, gridClock, held, number, secondsOf } from './writer.ts';

/** What the document says for segments that say nothing themselves. */
export interface PictureDefaults {
  fit?: 'crop' | 'blur' | 'pad' | undefined;
  colour?: string | undefined;
}

/** The path of a segment's window in seconds on screen from its start; empty when nothing was said. */
export function pathOf(segment: Segment, seconds: number, focus?: { x: number; y: number }): PathKey[] {
  const keys = segment.picture?.focus ?? [];
  const key = (at: number, one: { x: number; y: number; zoom?: number | undefined }): PathKey => ({
    at,
    x: one.x,
    y: one.y,
    zoom: one.zoom ?? 1,
  });
  if (keys.length > 0) {
    if (segment.kind !== 'clip') return keys.map((one) => key(one.at, one));
    const speed = segment.speed ?? 1;
    const length = segment.to - segment.from;
    const timed = keys.map((one) => key((segment.reversed ? length - one.at : one.at) / speed, one));
    return segment.reversed ? timed.reverse() : timed;
  }
  if ((segment.kind === 'still' || segment.kind === 'design') && segment.motion) {
    const motion = motionKeys(segment.motion, seconds);
    if (motion.length > 0) return motion;
  }
  return focus ? [key(0, focus)] : [];
}

/** A picture under way: its pad or the filters still to be written, and its size. */
interface Picture {
  pads: string[];
  filters: string[];
  size: PixelSize;
}

function lookUps(segmentId: string, context: RenderContext): string[] {
  const tables = context.lutsOf(segmentId);
  if (tables.length === 0) return [];
  return [
    'scale=in_color_matrix=bt709:in_range=tv',
    'format=gbrp',
    ...tables.map(({ name, curves }) =>
      curves ? `lut1d=file=${name}` : `lut3d=file=${name}:interp=tetrahedral`,
    ),
    'scale=out_color_matrix=bt709:out_range=tv',
    'format=yuv420p',
    'setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709',
  ];
}

/** Fades from and to black. `first` is the frame of the segment that comes first, `frames` all it has. */
function fades(look: SegmentPicture, one: FramedSegment, first: number, context: RenderContext): string[] {
  const { rate } = context;
  const filters: string[] = [];
  const length = secondsOf(one.frames, rate);
  const add = (way: 'in' | 'out', seconds: number): void => {
    if (seconds <= 0) return;
    const lasts = Math.min(seconds, length);
    const start = way === 'in' ? 0 : length - lasts;
    filters.push(`fade=t=${way}:st=${number(start)}:d=${number(lasts)}`);
  };
  add('in', look.fadeIn ?? 0);
  add('out', look.fadeOut ?? 0);
  if (filters.length === 0) return [];
  // Their times count from the segment's start.
  return first === 0 ? filters : [`setpts=PTS+${first}`, ...filters, `setpts=PTS-${first}`];
}

/** A picture that lets something through, on a ground. */
function flattened(writer: GraphWriter, picture: Picture, colour: string, context: RenderContext): Picture {
  const front = writer.chain(picture.pads, [
    ...picture.filters,
    `scale=${picture.size.width}:${picture.size.height}:out_color_matrix=bt709:out_range=tv`,
    'format=yuva420p',
  ]);
  const behind = ground(writer, colour, picture.size, context.rate);
  return { ...picture, pads: [behind, front], filters: ['overlay=0:0:format=yuv420'] };
}

/**
 * The frames `window` of a segment, counted from its start, as one pad: in the frame's size, on the grid of the
 * result from 0 on.
 */
export function segmentPicture(
  writer: GraphWriter,
  one: FramedSegment,
  window: FrameWindow,
  context: RenderContext,
  defaults: PictureDefaults,
): string {
  const { segment } = one;
  const { rate, target } = context;
  const frame = { width: target.width, height: target.height };
  const count = window.to - window.from;
  const look = segment.picture ?? {};
  const colour = filterColour(look.colour ?? defaults.colour ?? '#000000', context.tokens);
  const source: SegmentSource | null =
    segment.kind === 'colour' ? null : segmentSource(segment, window, context);
  if (!source) {
    const plain = segment.kind === 'colour' ? filterColour(segment.colour, context.tokens) : colour;
    const pad = ground(writer, plain, frame, rate);
    return writer.chain(
      [pad],
      [...lookUps(segment.id, context), ...held(count, rate), ...fades(look, one, window.from, context)],
    );
  }

  const moving = source.kind === 'moving' ? source.source : null;
  const video = moving?.video ?? (source.kind === 'still' ? source.video : null);
  if (!video) throw new Error('A segment without a picture.');
  const input = context.inputs.add(
    moving ? moving.input : (source as { input: { options: string[]; path: string } }).input,
  );
  const early = moving?.early ?? false;
  const fit = target.fit ?? look.fit ?? defaults.fit ?? 'crop';
  const keys = pathOf(segment, secondsOf(one.frames, rate), target.focus);
  const shifted = { first: secondsOf(window.from, rate), fps: framesPerSecond(rate) };
  const onGrid = moving ? [...moving.timing, ...gridClock(rate)] : held(count, rate);

  // What the frame can show at most decides how large an HDR picture is kept.
  const zoomed =
    Math.max(1, ...keys.map((key) => key.zoom)) / Math.min(look.crop?.width ?? 1, look.crop?.height ?? 1);
  const upright = uprightPicture(video, context.abilities, Math.max(frame.width, frame.height) * zoomed);
  let picture: Picture = {
    pads: [`${input}:${video.index}`],
    filters: [
      ...(moving ? moving.first : ['trim=end_frame=1']),
      ...(early ? onGrid : []),
      ...upright.filters,
    ],
    size: upright.size,
  };
  if (!moving && mayBeClear(video.pixelFormat)) picture = flattened(writer, picture, colour, context);
  let timed = early;
  let standard = upright.standard || picture.pads.length === 2;
  const step = (next: { filters: string[]; size: PixelSize }): void => {
    picture = { ...picture, filters: [...picture.filters, ...next.filters], size: next.size };
  };
  const makeStandard = (size: PixelSize | null): void => {
    const scale = size && (size.width !== picture.size.width || size.height !== picture.size.height);
    if (!standard) step({ filters: standardPicture(video, size), size: size ?? picture.size });
    else if (size && scale) step({ filters: [`scale=${size.width}:${size.height}`], size });
    standard = true;
  };
  const makeTimed = (): void => {
    if (!timed) step({ filters: onGrid, size: picture.size });
    timed = true;
  };

  if ((look.straighten ?? 0) !== 0) makeStandard(null);
  step(turnFilters(picture.size, look));
  step(partFilters(picture.size, look.crop));

  const walks = moves(keys) && (fit === 'crop' || !moving);
  if (fit === 'crop' && !walks) {
    const shown = windowOf(picture.size, frame, keyAt(keys, 0));
    step(
      partFilters(picture.size, {
        x: shown.x / picture.size.width,
        y: shown.y / picture.size.height,
        width: shown.width / picture.size.width,
        height: shown.height / picture.size.height,
      }),
    );
    makeStandard(frame);
    step({ filters: ['setsar=1', ...lookUps(segment.id, context)], size: frame });
  } else if (fit === 'crop') {
    if (!moving) {
      // A still is resampled once to the size in which its nearest view is about one to one.
      const widest = widestWindow(picture.size, frame);
      const nearest = Math.min(1.3, Math.max(...keys.map((key) => key.zoom)));
      const scale = (frame.width / widest.width) * nearest;
      makeStandard({
        width: 2 * Math.ceil((picture.size.width * scale) / 2),
        height: 2 * Math.ceil((picture.size.height * scale) / 2),
      });
    }
    makeStandard(null);
    step({ filters: ['setsar=1', ...(moving ? [] : lookUps(segment.id, context))], size: picture.size });
    makeTimed();
    step({ filters: pathFilters(picture.size, frame, keys, shifted), size: frame });
    step({ filters: ['setsar=1', ...(moving ? lookUps(segment.id, context) : [])], size: frame });
  } else {
    const inside = insideSize(picture.size, frame);
    makeStandard(inside);
    const pad = writer.chain(picture.pads, [...picture.filters, 'setsar=1', ...lookUps(segment.id, context)]);
    const framed = surround(writer, pad, inside, { frame, fit, colour, rate });
    picture = { pads: [framed], filters: ['setsar=1'], size: frame };
    if (walks) {
      makeTimed();
      step({ filters: pathFilters(frame, frame, keys, shifted), size: frame });
    }
  }
  makeTimed();
  return writer.chain(picture.pads, [...picture.filters, ...fades(look, one, window.from, context)]);
}
