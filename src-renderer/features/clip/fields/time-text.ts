/** How a position in the clip is counted: frames of a steady rate. For sound alone the "frames" are hundredths. */
export interface FrameClock {
  fps: number;
  /** Frames in the whole clip, at least 1. */
  frames: number;
  /** Seconds. */
  duration: number;
  soundOnly: boolean;
}

/** Steps per second of a clip without a picture. */
const soundSteps = 100;

export function frameClock(duration: number, fps: number | null): FrameClock {
  const rate = fps !== null && fps > 0 ? fps : soundSteps;
  return {
    fps: rate,
    frames: Math.max(1, Math.round(duration * rate)),
    duration,
    soundOnly: fps === null || fps <= 0,
  };
}

/** The frame on the screen at a time; the last one at and beyond the end. */
export function frameAt(clock: FrameClock, seconds: number): number {
  // A thousandth of a frame of slack: 0.3 × 30 is 8.999… in floating point.
  return Math.min(clock.frames - 1, Math.max(0, Math.floor(seconds * clock.fps + 0.001)));
}

/** Start of a frame in seconds; `clock.frames` is the end of the clip. */
export function timeOf(clock: FrameClock, frame: number): number {
  if (frame >= clock.frames) return clock.duration;
  return Math.max(0, frame) / clock.fps;
}

/** Seconds moved to the nearest frame edge, within the clip. */
export function toFrameEdge(clock: FrameClock, seconds: number): number {
  return timeOf(clock, Math.round(Math.min(Math.max(0, seconds), clock.duration) * clock.fps));
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `hh:mm:ss:ff`; for sound alone `hh:mm:ss.cc`. */
export function timecode(clock: FrameClock, seconds: number): string {
  const rate = Math.max(1, Math.round(clock.fps));
  const frame = Math.max(0, Math.round(seconds * clock.fps));
  const whole = Math.floor(frame / rate);
  const hours = two(Math.floor(whole / 3600));
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return `${hours}:${rest}${clock.soundOnly ? '.' : ':'}${two(frame % rate)}`;
}

const relative = /^([+-])\s*(\d+(?:\.\d+)?)\s*(ms|s|m|f)?$/;
const single = /^(\d+(?:\.\d+)?)\s*(ms|s|m|f)?$/;
const parts = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2}(?:\.\d+)?)$/;
const withFrames = /^(\d{1,4}):(\d{1,2}):(\d{1,2})[:;](\d{1,3})$/;

function inSeconds(value: number, unit: string | undefined, clock: FrameClock): number {
  if (unit === 'ms') return value / 1000;
  if (unit === 'm') return value * 60;
  if (unit === 'f') return value / clock.fps;
  return value;
}

/**
 * Seconds from what a person types: `3.2`, `12s`, `90f`, `0:03:06`, `00:00:03:12` (frames last), and relative to
 * `now`: `+1s`, `-10f`. Null for anything else.
 */
export function readTimeText(text: string, now: number, clock: FrameClock): number | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replace('−', '-')
    .replace(/(\d),(\d)/, '$1.$2');
  const step = relative.exec(typed);
  if (step) return now + (step[1] === '-' ? -1 : 1) * inSeconds(Number(step[2]), step[3], clock);
  const plain = single.exec(typed);
  if (plain) return inSeconds(Number(plain[1]), plain[2], clock);
  const full = withFrames.exec(typed);
  if (full) {
    const [hours, minutes, seconds, frame] = full.slice(1).map(Number);
    const rate = Math.max(1, Math.round(clock.fps));
    const whole = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
    if ((minutes ?? 0) > 59 || (seconds ?? 0) > 59 || (frame ?? 0) >= rate) return null;
    return (whole * rate + (frame ?? 0)) / clock.fps;
  }
  const short = parts.exec(typed);
  if (!short) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = short;
  if (Number(seconds) >= 60 || (short[1] !== undefined && Number(minutes) > 59)) return null;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
