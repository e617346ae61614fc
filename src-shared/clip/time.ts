import { GalleyError } from '../contract/failure.ts';

const clock = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2}(?:\.\d{1,9})?)$/;
const plain = /^\d{1,7}(?:\.\d{1,9})?$/;

/**
 * Seconds from what a person types: `12.5`, `3:06`, `0:03:06`, `00:00:12.500`.
 * @throws GalleyError invalid-input for anything else, negative times included.
 */
export function parseTime(text: string): number {
  const trimmed = text.trim();
  if (plain.test(trimmed)) return Number(trimmed);
  const match = clock.exec(trimmed);
  if (match) {
    const [, hours, minutes = '0', seconds = '0'] = match;
    const minuteValue = Number(minutes);
    const secondValue = Number(seconds);
    if (secondValue < 60 && (hours === undefined || minuteValue < 60)) {
      return Number(hours ?? 0) * 3600 + minuteValue * 60 + secondValue;
    }
  }
  throw new GalleyError('invalid-input', {
    en: `“${trimmed}” is not a time. Write seconds (12.5) or hours:minutes:seconds (0:00:12.500).`,
    zh: `“${trimmed}”不是有效的时间。请写秒数（12.5）或 时:分:秒（0:00:12.500）。`,
  });
}

const two = (value: number) => String(value).padStart(2, '0');

/** `hh:mm:ss.mmm`, rounded to the millisecond. */
export function formatTime(seconds: number): string {
  const total = Math.max(0, Math.round(seconds * 1000));
  const milliseconds = String(total % 1000).padStart(3, '0');
  return `${clockOf(Math.floor(total / 1000))}.${milliseconds}`;
}

/** `hh:mm:ss:ff` (non-drop: frames are counted at the rounded rate, as editors show it for a single clip). */
export function formatTimecode(seconds: number, fps: number): string {
  const rate = Math.max(1, Math.round(fps));
  const frame = Math.max(0, Math.round(seconds * fps));
  return `${clockOf(Math.floor(frame / rate))}:${two(frame % rate)}`;
}

function clockOf(whole: number): string {
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
