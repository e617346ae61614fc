import { lastAtMost } from '#shared/clip/timeline.ts';
import { type FrameClock, timecode } from '../fields/time-text.ts';
import type { Filmstrip, Lane, Waveform } from '../session/use-recording.ts';
import { rulerSteps, type Scale } from './scale.ts';

/** Pixels. */
export const rulerHeight = 26;
const labelRoom = 96;
const leastKeyframeGap = 4;
/** Quiet recordings are drawn up to this much larger, so that speech can be seen. */
const mostGain = 4;

export interface Colours {
  lane: string;
  line: string;
  strong: string;
  text: string;
  wave: string;
  keyframe: string;
  font: string;
}

export interface Drawing {
  width: number;
  height: number;
  scale: Scale;
  clock: FrameClock;
  strip: Lane<Filmstrip & { image: HTMLImageElement }>;
  wave: Lane<Waveform>;
  keyframes: readonly number[];
  colours: Colours;
}

export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    lane: token('--g-sunken'),
    line: token('--g-line'),
    strong: token('--g-line-strong'),
    text: token('--g-text-dim'),
    wave: token('--g-note'),
    keyframe: token('--g-warning'),
    font: `${token('--g-size-1')} ${token('--g-font-mono')}`,
  };
}

function drawRuler(context: CanvasRenderingContext2D, drawing: Drawing): void {
  const { width, scale, clock, colours } = drawing;
  const { label, mark } = rulerSteps(scale.density, clock.fps, labelRoom);
  const end = Math.min(clock.duration, scale.start + width / scale.density);
  context.font = colours.font;
  context.textBaseline = 'top';
  for (let count = Math.floor(scale.start / mark); count * mark <= end + 1e-9; count += 1) {
    const at = count * mark;
    const x = Math.round((at - scale.start) * scale.density) + 0.5;
    const labelled = Math.abs(at / label - Math.round(at / label)) < 1e-6;
    context.fillStyle = labelled ? colours.strong : colours.line;
    context.fillRect(x - 0.5, labelled ? 4 : rulerHeight - 11, 1, labelled ? rulerHeight - 10 : 5);
    if (!labelled) continue;
    context.fillStyle = colours.text;
    context.fillText(timecode(clock, at), x + 4, 3);
  }
}

function drawKeyframes(context: CanvasRenderingContext2D, drawing: Drawing): void {
  const { width, scale, keyframes, colours } = drawing;
  context.fillStyle = colours.keyframe;
  let last = Number.NEGATIVE_INFINITY;
  const first = Math.max(0, lastAtMost(keyframes, scale.start));
  for (let at = first; at < keyframes.length; at += 1) {
    const x = ((keyframes[at] ?? 0) - scale.start) * scale.density;
    if (x > width) break;
    if (x < 0 || x - last < leastKeyframeGap) continue;
    last = x;
    context.fillRect(Math.round(x), rulerHeight - 5, 1, 5);
  }
}

function drawStrip(context: CanvasRenderingContext2D, drawing: Drawing, top: number, height: number): void {
  const { width, scale, clock, strip, colours } = drawing;
  const right = Math.min(width, (clock.duration - scale.start) * scale.density);
  context.fillStyle = colours.lane;
  context.fillRect(0, top, right, height);
  if (strip.stage !== 'there') return;
  const { image, columns, tileWidth, tileHeight, times } = strip.data;
  if (times.length === 0 || tileHeight === 0) return;
  const tile = Math.max(8, (tileWidth / tileHeight) * height);
  context.save();
  context.beginPath();
  context.rect(0, top, right, height);
  context.clip();
  // Tiles stand on a grid of the whole clip, so that scrolling moves them and never swaps their pictures.
  const from = Math.floor((scale.start * scale.density) / tile);
  for (let index = from; ; index += 1) {
    const x = index * tile - scale.start * scale.density;
    if (x > right) break;
    const middle = ((index + 0.5) * tile) / scale.density;
    const before = Math.max(0, lastAtMost(times, middle));
    const after = Math.min(times.length - 1, before + 1);
    const nearer = middle - (times[before] ?? 0) <= (times[after] ?? 0) - middle ? before : after;
    const sourceX = (nearer % columns) * tileWidth;
    const sourceY = Math.floor(nearer / columns) * tileHeight;
    context.drawImage(image, sourceX, sourceY, tileWidth, tileHeight, x, top, tile - 1, height);
  }
  context.restore();
}

/** The sound of all channels as lowest and highest sample per pixel, around the middle of a lane. */
export function drawWave(
  context: CanvasRenderingContext2D,
  wave: Waveform,
  place: { top: number; width: number; height: number },
  scale: Scale,
  duration: number,
  colour: string,
): void {
  const { peaks, channels, buckets } = wave;
  if (peaks.length === 0 || duration <= 0) return;
  let loudest = 0;
  for (const [low, high] of peaks) loudest = Math.max(loudest, -low, high);
  const gain = Math.min(mostGain, 1 / Math.max(0.05, loudest));
  const middle = place.top + place.height / 2;
  const half = (place.height / 2 - 2) * gain;
  const perSecond = buckets / duration;
  context.fillStyle = colour;
  for (let x = 0; x < place.width; x += 1) {
    const from = Math.floor((scale.start + x / scale.density) * perSecond);
    if (from >= buckets) break;
    const to = Math.max(from + 1, Math.floor((scale.start + (x + 1) / scale.density) * perSecond));
    let [low, high] = [0, 0];
    for (let channel = 0; channel < channels; channel += 1) {
      for (let at = from; at < to && at < buckets; at += 1) {
        const [lowest, highest] = peaks[channel * buckets + at] ?? [0, 0];
        low = Math.min(low, lowest);
        high = Math.max(high, highest);
      }
    }
    const up = Math.max(0.5, high * half);
    context.fillRect(x, middle - up, 1, up + Math.max(0.5, -low * half));
  }
}

/** Draws ruler, keyframes, pictures and sound of the visible part; times outside the clip stay empty. */
export function drawTimeline(context: CanvasRenderingContext2D, drawing: Drawing): void {
  const { width, height, scale, clock, strip, wave, colours } = drawing;
  context.clearRect(0, 0, width, height);
  drawRuler(context, drawing);
  drawKeyframes(context, drawing);
  const room = height - rulerHeight;
  const picture = strip.stage !== 'none';
  const sound = wave.stage !== 'none' && !(wave.stage === 'there' && wave.data.peaks.length === 0);
  const stripHeight = picture ? Math.round(sound ? room * 0.58 : room) : 0;
  if (picture) drawStrip(context, drawing, rulerHeight, stripHeight);
  const top = rulerHeight + stripHeight + (picture && sound ? 1 : 0);
  const waveHeight = height - top;
  if (!sound && picture) return;
  const right = Math.min(width, (clock.duration - scale.start) * scale.density);
  context.fillStyle = colours.lane;
  context.fillRect(0, top, right, waveHeight);
  if (wave.stage === 'there')
    drawWave(context, wave.data, { top, width, height: waveHeight }, scale, clock.duration, colours.wave);
}
