import type { PlacedSegment } from '#shared/clip/edit/layout.ts';
import type { ClipEdit, SoundItem } from '#shared/clip/edit/schema.ts';
import type { EnvelopePoint } from '#shared/clip/edit/segment.ts';
import { pace, shownAt } from './what-plays.ts';

const silence = -60;

/** A factor for samples; −60 dB and below is silence. */
export function factorOf(decibels: number): number {
  return decibels <= silence ? 0 : 10 ** (decibels / 20);
}

/** Decibels of a volume line at a time; its ends hold. */
export function envelopeAt(points: readonly EnvelopePoint[] | undefined, at: number): number {
  const after = points?.findIndex((point) => point.at > at) ?? -1;
  if (!points || points.length === 0) return 0;
  if (after === -1) return points.at(-1)?.gain ?? 0;
  const [from, to] = [points[after - 1], points[after]];
  if (!to) return 0;
  if (!from) return to.gain;
  return from.gain + ((to.gain - from.gain) * (at - from.at)) / Math.max(1e-6, to.at - from.at);
}

interface Shape {
  gain?: number | undefined;
  muted?: boolean | undefined;
  envelope?: readonly EnvelopePoint[] | undefined;
  fadeIn?: number | undefined;
  fadeOut?: number | undefined;
}

/** `passed` and `left` in seconds on the timeline, `at` where its volume line is read. */
function shapeLevel(shape: Shape | undefined, at: number, passed: number, left: number): number {
  if (shape?.muted) return 0;
  const fade = (seconds: number | undefined, of: number): number =>
    seconds && seconds > 0 ? Math.min(1, Math.max(0, of / seconds)) : 1;
  const decibels = (shape?.gain ?? 0) + envelopeAt(shape?.envelope, at);
  return factorOf(decibels) * fade(shape?.fadeIn, passed) * fade(shape?.fadeOut, left);
}

/** How loud a segment's own sound is at a time; 0 for what has none or plays backwards. */
export function segmentLevel(
  edit: ClipEdit,
  placed: PlacedSegment,
  seconds: number,
  crossfade: number,
): number {
  const { segment } = placed;
  if (segment.kind !== 'clip' || edit.muted || pace(segment) < 0) return 0;
  const passed = seconds - placed.start;
  return shapeLevel(segment.sound, passed * pace(segment), passed, placed.end - seconds) * crossfade;
}

/** Seconds on the timeline at which a sound ends. */
export function soundEnd(item: SoundItem, duration: number): number {
  return item.loop ? duration : Math.min(duration, item.at + item.to - item.from);
}

/** Seconds of the sound file at a time, null while it is not heard. */
export function soundTime(item: SoundItem, seconds: number, duration: number): number | null {
  if (seconds < item.at || seconds >= soundEnd(item, duration)) return null;
  const length = Math.max(0.01, item.to - item.from);
  return item.from + ((seconds - item.at) % length);
}

/** Whether something that music yields to is heard: the main track or a voice. */
function speaks(
  edit: ClipEdit,
  placed: readonly PlacedSegment[],
  seconds: number,
  duration: number,
): boolean {
  const voice = (edit.sounds ?? []).some(
    (item) => item.role === 'voice' && !item.muted && soundTime(item, seconds, duration) !== null,
  );
  return (
    voice || shownAt(placed, seconds).some(({ placed: one }) => segmentLevel(edit, one, seconds, 1) > 0.01)
  );
}

/** How loud a sound beside the main track is at a time, with the lowering under voices. */
export function soundLevel(
  edit: ClipEdit,
  placed: readonly PlacedSegment[],
  item: SoundItem,
  seconds: number,
): number {
  const duration = placed.at(-1)?.end ?? 0;
  const at = soundTime(item, seconds, duration);
  if (at === null) return 0;
  const left = soundEnd(item, duration) - seconds;
  const level = shapeLevel(item, at - item.from, seconds - item.at, left);
  if (!item.duck || level === 0) return level;
  return speaks(edit, placed, seconds, duration) ? level * factorOf(item.duck) : level;
}
