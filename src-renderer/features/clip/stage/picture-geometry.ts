import type { FocusKey, FrameFit, SegmentPicture } from '#shared/clip/edit/segment.ts';
import { keyAt, type PathKey, windowOf } from '#shared/clip/render/path.ts';
import { straightenZoom } from '#shared/clip/render/upright.ts';

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
  /** CSS transform of everything inside the frame about its top left corner. */
  zoom: string;
  /** What shows of it: the cropped picture, which may reach beyond the frame. */
  window: Box;
  /** The whole, upright picture, relative to the window. */
  whole: Box;
  /** CSS transform of the picture as stored about its middle. `stored` is its size before turning. */
  transform: string;
  stored: Size;
}

const whole: Box = { x: 0, y: 0, width: 1, height: 1 };
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

/** The picture's size after turning by quarters. */
export function turned({ width, height }: Size, turn: number | undefined): Size {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };
}

/**
 * Lays a picture of a size (as its file shows it) into a frame as the render does: turned, mirrored, straightened,
 * cropped, fitted. `keys` are the path of what the frame looks at, `at` seconds on screen.
 */
export function placePicture(
  stored: Size,
  frame: Size,
  picture: SegmentPicture | undefined,
  fit: FrameFit,
  keys: readonly PathKey[],
  at: number,
): PlacedPicture {
  const upright = turned(stored, picture?.turn);
  const crop = picture?.crop ?? whole;
  const cropped = { width: upright.width * crop.width, height: upright.height * crop.height };
  const look = keyAt(keys, at);
  const sides = [frame.width / cropped.width, frame.height / cropped.height] as const;
  let scale = Math.min(...sides);
  let window: Box = {
    x: (frame.width - cropped.width * scale) / 2,
    y: (frame.height - cropped.height * scale) / 2,
    width: cropped.width * scale,
    height: cropped.height * scale,
  };
  let zoom = 'none';
  if (fit === 'crop') {
    const seen = windowOf(cropped, frame, look);
    scale = frame.width / seen.width;
    window = {
      x: 0 - seen.x * scale,
      y: 0 - seen.y * scale,
      width: cropped.width * scale,
      height: cropped.height * scale,
    };
  } else if (keys.length > 0) {
    // A still that moves inside a ground moves with it.
    const seen = windowOf(frame, frame, look);
    const by = frame.width / seen.width;
    zoom = `translate(${-seen.x * by}px, ${-seen.y * by}px) scale(${by})`;
  }
  const straighten = picture?.straighten ?? 0;
  const grown = straightenZoom(upright, straighten);
  const flip = [picture?.flipX ? -grown : grown, picture?.flipY ? -grown : grown];
  return {
    window,
    zoom,
    whole: {
      x: 0 - crop.x * upright.width * scale,
      y: 0 - crop.y * upright.height * scale,
      width: upright.width * scale,
      height: upright.height * scale,
    },
    transform: `rotate(${straighten}deg) scale(${flip[0]}, ${flip[1]}) rotate(${picture?.turn ?? 0}deg)`,
    stored: { width: stored.width * scale, height: stored.height * scale },
  };
}

/** The frame's size at which all of it is seen in a place. */
export function fitInto(frame: Size, place: Size): number {
  return Math.max(0.01, Math.min(place.width / frame.width, place.height / frame.height));
}
