import { segmentLength } from '../layout.ts';
import type { EnvelopePoint, Segment, SegmentPicture, SegmentSound } from '../segment.ts';
import { betweenFocus, betweenGain, cutKeys } from './keys.ts';

/** Seconds below which two times are the same: noise of sums, far below a frame. */
export const noise = 1e-6;

type KeyPart = Parameters<typeof cutKeys>[1];

function cutPicture(picture: SegmentPicture, part: KeyPart): SegmentPicture {
  return picture.focus ? { ...picture, focus: cutKeys(picture.focus, part, betweenFocus) } : picture;
}

/** The points of a volume line within a part of its sound. */
export function cutEnvelope<Sound extends { envelope?: EnvelopePoint[] | undefined }>(
  sound: Sound,
  part: KeyPart,
): Sound {
  return sound.envelope ? { ...sound, envelope: cutKeys(sound.envelope, part, betweenGain) } : sound;
}

/**
 * A part of a segment, `from` and `to` in seconds of its time on screen; below 0 or beyond its length it shows
 * more of its source than before. The id, transition and fades stay.
 */
export function sliceSegment(segment: Segment, from: number, to: number): Segment {
  const length = segmentLength(segment);
  const start = Math.abs(from) < noise ? 0 : from;
  const end = Math.abs(to - length) < noise ? length : to;
  if (start === 0 && end === length) return segment;
  const speed = segment.kind === 'clip' ? (segment.speed ?? 1) : 1;
  const backwards = segment.kind === 'clip' && segment.reversed === true;
  // Focus counts from the earliest shown moment of the source, whichever way it plays.
  const [low, high] = backwards
    ? [(length - end) * speed, (length - start) * speed]
    : [start * speed, end * speed];
  const part = (earliest: number, latest: number): KeyPart => ({
    from: earliest > 0 ? earliest : null,
    to: latest < length * speed ? latest : null,
    shift: earliest,
  });
  const picture = segment.picture ? { picture: cutPicture(segment.picture, part(low, high)) } : {};
  if (segment.kind !== 'clip') return { ...segment, ...picture, duration: end - start };
  // A volume line is drawn over what is heard, in the order of hearing it.
  const heard = part(start * speed, end * speed);
  const sound = segment.sound ? { sound: cutEnvelope(segment.sound, heard) } : {};
  const whole = { from: segment.from, to: segment.to };
  if (low !== 0) whole.from = Math.max(0, segment.from + low);
  if (high !== length * speed) whole.to = segment.from + high;
  return { ...segment, ...picture, ...sound, ...whole };
}

function without<Fields extends object>(fields: Fields, name: 'fadeIn' | 'fadeOut'): Fields {
  const { [name]: _gone, ...rest } = fields as Fields & { fadeIn?: number; fadeOut?: number };
  return rest as unknown as Fields;
}

function withoutFade(segment: Segment, name: 'fadeIn' | 'fadeOut'): Segment {
  let next = segment;
  const picture: SegmentPicture | undefined = next.picture;
  if (picture && name in picture) next = { ...next, picture: without(picture, name) };
  const sound: SegmentSound | undefined = next.kind === 'clip' ? next.sound : undefined;
  if (next.kind === 'clip' && sound && name in sound) next = { ...next, sound: without(sound, name) };
  return next;
}

/** A segment that follows a cut: nothing leads into it. */
export function afterCut(segment: Segment): Segment {
  const { transition: _gone, ...rest } = segment;
  return withoutFade(rest as Segment, 'fadeIn');
}

/** A segment that ends at a cut: it does not fade out. */
export function beforeCut(segment: Segment): Segment {
  return withoutFade(segment, 'fadeOut');
}
