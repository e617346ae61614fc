import type { FocusKey, FrameFit, SegmentPicture, StillMotion } from '#shared/clip/edit/segment.ts';

export interface Size {
  width: number;
  height: number;
}

export interface Box extends Size {
  x: number;
  y: number;
}

/** Where a picture lies in the frame; lengths in the frame's unit. */
export interface PlacedPicture {
  /** What shows of it: the cropped picture, which may reach beyond the frame. */
  window: Box;
  /** The whole, upright picture, relative to the window. */
  whole: Box;
  /** CSS transform of the picture as stored about its middle. `stored` is its size before turning. */
  transform: string;
  stored: Size;
}

const whole: Box = { x: 0, y: 0, width: 1, height: 1 };
/** How far a still is enlarged by its slow movement. */
const motionReach = 0.15;

/** Where the frame looks at a time of a segment (seconds from its start at speed 1); the ends hold. */
export function focusAt(
  keys: readonly FocusKey[] | undefined,
  at: number,
): { x: number; y: number; zoom: number } {
  if (!keys || keys.length === 0) return { x: 0.5, y: 0.5, zoom: 1 };
  const index = keys.findIndex((key) => key.at > at);
  const before = index === -1 ? keys.at(-1) : keys[index - 1];
  const after = index === -1 ? undefined : keys[index];
  const from = before ?? after;
  if (!from) return { x: 0.5, y: 0.5, zoom: 1 };
  const to = before && after ? after : from;
  const done = to === from ? 0 : (at - from.at) / Math.max(1e-6, to.at - from.at);
  const between = (a: number, b: number): number => a + (b - a) * done;
  return { x: between(from.x, to.x), y: between(from.y, to.y), zoom: between(from.zoom ?? 1, to.zoom ?? 1) };
}

/** How much a picture is enlarged so that no corner shows when it is turned by some degrees. */
export function straightenScale({ width, height }: Size, degrees: number): number {
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  return Math.cos(angle) + Math.sin(angle) * Math.max(width / height, height / width);
}

/** The picture's size after turning by quarters. */
export function turned({ width, height }: Size, turn: number | undefined): Size {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };
}

/** Lays a picture of a size (as its file shows it) into a frame: turned, mirrored, straightened, cropped, fitted. */
export function placePicture(
  stored: Size,
  frame: Size,
  picture: SegmentPicture | undefined,
  fit: FrameFit,
  at: number,
): PlacedPicture {
  const upright = turned(stored, picture?.turn);
  const crop = picture?.crop ?? whole;
  const cropped = { width: upright.width * crop.width, height: upright.height * crop.height };
  const sides = [frame.width / cropped.width, frame.height / cropped.height] as const;
  const focus = focusAt(picture?.focus, at);
  const scale = fit === 'crop' ? Math.max(...sides) * focus.zoom : Math.min(...sides);
  const width = cropped.width * scale;
  const height = cropped.height * scale;
  const within = (side: number, of: number, point: number): number =>
    of <= side ? (side - of) / 2 : Math.min(0, Math.max(side - of, side / 2 - point * of));
  const straighten = picture?.straighten ?? 0;
  const grown = straightenScale(upright, straighten);
  const flip = [picture?.flipX ? -grown : grown, picture?.flipY ? -grown : grown];
  return {
    window: {
      x: within(frame.width, width, focus.x),
      y: within(frame.height, height, focus.y),
      width,
      height,
    },
    whole: {
      x: -crop.x * upright.width * scale,
      y: -crop.y * upright.height * scale,
      width: upright.width * scale,
      height: upright.height * scale,
    },
    transform: `rotate(${straighten}deg) scale(${flip[0]}, ${flip[1]}) rotate(${picture?.turn ?? 0}deg)`,
    stored: { width: stored.width * scale, height: stored.height * scale },
  };
}

/** CSS transform of a still that moves slowly; `done` 0 to 1 of its time on screen. */
export function motionTransform(motion: StillMotion | undefined, done: number): string {
  const scale = 1 + motionReach;
  const way = (done - 0.5) * motionReach * 100;
  const pan = (x: number, y: number): string => `translate(${x}%, ${y}%) scale(${scale})`;
  switch (motion) {
    case 'zoom-in':
      return `scale(${1 + motionReach * done})`;
    case 'zoom-out':
      return `scale(${scale - motionReach * done})`;
    case 'pan-left':
      return pan(-way, 0);
    case 'pan-right':
      return pan(way, 0);
    case 'pan-up':
      return pan(0, -way);
    case 'pan-down':
      return pan(0, way);
    default:
      return 'none';
  }
}

/** The frame's size at which all of it is seen in a place. */
export function fitInto(frame: Size, place: Size): number {
  return Math.max(0.01, Math.min(place.width / frame.width, place.height / frame.height));
}
