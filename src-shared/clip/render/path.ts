import { evenNear, type PixelSize } from '../args/picture.ts';
import { number, term } from './writer.ts';

/** What the frame looks at, at a time of the segment on screen (seconds); x, y 0 to 1 of the picture. */
export interface PathKey {
  at: number;
  x: number;
  y: number;
  zoom: number;
}

interface Window {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The largest part of a picture that has the frame's shape. */
export function widestWindow(picture: PixelSize, frame: PixelSize): PixelSize {
  return {
    width: Math.min(picture.width, (picture.height * frame.width) / frame.height),
    height: Math.min(picture.height, (picture.width * frame.height) / frame.width),
  };
}

const clamp = (value: number, high: number): number => Math.min(Math.max(value, 0), Math.max(0, high));

/** The part of the picture that is shown for a key, in pixels. */
export function windowOf(picture: PixelSize, frame: PixelSize, key: Omit<PathKey, 'at'>): Window {
  const widest = widestWindow(picture, frame);
  const width = widest.width / key.zoom;
  const height = widest.height / key.zoom;
  return {
    x: clamp(key.x * picture.width - width / 2, picture.width - width),
    y: clamp(key.y * picture.height - height / 2, picture.height - height),
    width,
    height,
  };
}

/** The key in force at a time: between two everything moves evenly. */
export function keyAt(keys: readonly PathKey[], at: number): PathKey {
  const next = keys.findIndex((key) => key.at > at);
  const after = next < 0 ? keys.at(-1) : keys[next];
  const before = next < 0 ? after : (keys[next - 1] ?? after);
  if (!before || !after) return { at, x: 0.5, y: 0.5, zoom: 1 };
  const share =
    after.at > before.at ? Math.min(1, Math.max(0, (at - before.at) / (after.at - before.at))) : 1;
  const mix = (from: number, to: number): number => from + (to - from) * share;
  return { at, x: mix(before.x, after.x), y: mix(before.y, after.y), zoom: mix(before.zoom, after.zoom) };
}

/** Whether anything moves. */
export const moves = (keys: readonly PathKey[]): boolean =>
  keys.some(
    (key) =>
      Math.abs(key.x - (keys[0]?.x ?? 0)) > 1e-6 ||
      Math.abs(key.y - (keys[0]?.y ?? 0)) > 1e-6 ||
      Math.abs(key.zoom - (keys[0]?.zoom ?? 1)) > 1e-6,
  );

/** A stretch of time on which a value changes evenly. */
interface Stretch {
  until: number;
  text: string;
}

/** Stretches as nested choices, halved each time: ffmpeg takes no expression that is a hundred levels deep. */
function choose(stretches: readonly Stretch[], t: string): string {
  const [only] = stretches;
  if (!only || stretches.length === 1) return only?.text ?? '0';
  const middle = Math.ceil(stretches.length / 2);
  const border = term(stretches[middle - 1]?.until ?? 0);
  return `if(lt(${t},${border}),${choose(stretches.slice(0, middle), t)},${choose(stretches.slice(middle), t)})`;
}

/** A value of the keys as an expression of the time `t`. */
function line(keys: readonly PathKey[], value: (key: PathKey) => number, t: string): string {
  const stretches: Stretch[] = [];
  const add = (until: number, text: string): void => {
    const before = stretches.at(-1);
    if (before?.text === text) before.until = until;
    else stretches.push({ until, text });
  };
  keys.forEach((key, at) => {
    const before = keys[at - 1];
    if (!before) add(key.at, number(value(key)));
    else if (key.at > before.at) {
      const change = value(key) - value(before);
      const start = number(value(before));
      const slope = term(change / (key.at - before.at));
      add(key.at, Math.abs(change) < 1e-9 ? start : `${start}+${slope}*(${t}-${term(before.at)})`);
    }
  });
  const last = keys.at(-1);
  add(Number.POSITIVE_INFINITY, number(last ? value(last) : 0));
  return choose(stretches, t);
}

/** Pixels around the moving crop that the finer movement may use. */
const margin = 4;

/**
 * A window that moves over a picture, in filters from `picture` to `frame`. `crop` moves in steps of two pixels, which
 * shakes; so whole steps are cropped (cheap) and the rest, or all of a zoom, is resampled by `perspective`, exact to a
 * fraction of a pixel. `first` is the time of the first frame that comes in, `fps` the rate of the frames.
 */
export function pathFilters(
  picture: PixelSize,
  frame: PixelSize,
  keys: readonly PathKey[],
  { first, fps }: { first: number; fps: number },
): string[] {
  const widest = widestWindow(picture, frame);
  const zooms = keys.map((key) => key.zoom);
  const lowest = Math.min(...zooms);
  const own = {
    width: Math.min(picture.width, evenNear(widest.width / lowest)),
    height: Math.min(picture.height, evenNear(widest.height / lowest)),
  };
  const cropTime = `(t+${number(first)})`;
  // `on` counts from 1.
  const time = `((on-1)/${number(fps)}+${number(first)})`;
  const corners = (x: string, y: string, width: string, height: string): string =>
    `perspective=x0='${x}':y0='${y}':x1='${x}+${width}':y1='${y}':x2='${x}':y2='${y}+${height}'` +
    `:x3='${x}+${width}':y3='${y}+${height}':interpolation=cubic:sense=source:eval=frame`;
  const toFrame = [`crop=${own.width}:${own.height}:0:0`, `scale=${frame.width}:${frame.height}`];

  if (Math.max(...zooms) - lowest < 1e-6) {
    const left = (t: string): string =>
      `clip((${line(keys, (key) => key.x * picture.width, t)})-${number(own.width / 2)},0,${picture.width - own.width})`;
    const top = (t: string): string =>
      `clip((${line(keys, (key) => key.y * picture.height, t)})-${number(own.height / 2)},0,${picture.height - own.height})`;
    const around = {
      width: Math.min(picture.width, own.width + margin),
      height: Math.min(picture.height, own.height + margin),
    };
    // The same whole step in both filters, whatever the last digit of the time is.
    const step = (value: string, room: number): string => `2*floor(min(${value},${room})/2+0.0001)`;
    const roomX = picture.width - around.width;
    const roomY = picture.height - around.height;
    const restX = `${left(time)}-${step(left(time), roomX)}`;
    const restY = `${top(time)}-${step(top(time), roomY)}`;
    return [
      `crop=${around.width}:${around.height}:'${step(left(cropTime), roomX)}':'${step(top(cropTime), roomY)}'`,
      corners(restX, restY, 'W', 'H'),
      ...toFrame,
    ];
  }

  const zoom = `(${line(keys, (key) => key.zoom, time)})`;
  const width = `${number(widest.width)}/${zoom}`;
  const height = `${number(widest.height)}/${zoom}`;
  const left = `clip((${line(keys, (key) => key.x * picture.width, time)})-${width}/2,0,${picture.width}-${width})`;
  const top = `clip((${line(keys, (key) => key.y * picture.height, time)})-${height}/2,0,${picture.height}-${height})`;
  return [corners(left, top, `${width}*W/${own.width}`, `${height}*H/${own.height}`), ...toFrame];
}
