import { segmentAt, sourceTime } from '#shared/clip/edit/layout.ts';
import type { PlacedSegment } from '#shared/clip/edit/layout.ts';
import type { StripView } from './strip-view.ts';
import type { Wave } from '../timeline/media-book.ts';

/** Quiet recordings are drawn up to this much larger, so that speech can be seen. */
const mostGain = 4;

export interface StripDrawing {
  width: number;
  height: number;
  view: StripView;
  placed: readonly PlacedSegment[];
  /** The sound of a source; null while it is not there. */
  waveOf(source: string): Wave | null;
  colour: string;
}

/** Lowest and highest sample of all channels between two times of the source. */
function peakBetween(wave: Wave, from: number, to: number): [number, number] {
  const perSecond = wave.buckets / wave.seconds;
  const first = Math.max(0, Math.floor(Math.min(from, to) * perSecond));
  const last = Math.max(first + 1, Math.floor(Math.max(from, to) * perSecond));
  let [low, high] = [0, 0];
  for (let channel = 0; channel < wave.channels; channel += 1)
    for (let at = first; at < last && at < wave.buckets; at += 1) {
      const [lowest, highest] = wave.peaks[channel * wave.buckets + at] ?? [0, 0];
      low = Math.min(low, lowest);
      high = Math.max(high, highest);
    }
  return [low, high];
}

/** The sound of the main track over a view, whatever recordings it is made of, one column per pixel. */
export function drawStrip(context: CanvasRenderingContext2D, drawing: StripDrawing): void {
  const { width, height, view, placed, colour } = drawing;
  context.clearRect(0, 0, width, height);
  context.fillStyle = colour;
  const perPixel = (view.to - view.from) / width;
  const middle = height / 2;
  for (let x = 0; x < width; x += 1) {
    const time = view.from + x * perPixel;
    const segment = segmentAt(placed, time);
    if (!segment || time >= segment.end || segment.segment.kind !== 'clip') continue;
    const wave = drawing.waveOf(segment.segment.source);
    if (!wave) continue;
    const until = sourceTime(segment, Math.min(segment.end, time + perPixel));
    const [low, high] = peakBetween(wave, sourceTime(segment, time), until);
    const half = (height / 2 - 2) * Math.min(mostGain, 1 / Math.max(0.05, wave.loudest));
    const up = Math.min(middle, Math.max(0.5, high * half));
    context.fillRect(x, middle - up, 1, up + Math.min(middle, Math.max(0.5, -low * half)));
  }
}
