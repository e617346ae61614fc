import type { Range } from './profile-types.ts';

const byteUnits = ['B', 'KB', 'MB', 'GB'];

/** `8 MB`, in binary units with at most one decimal. */
function readableBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < byteUnits.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${Number(value.toFixed(1))} ${byteUnits[unit]}`;
}

/** A size over its limit; in plain bytes where both would look the same. */
export function readableOver(bytes: number, limit: number): { has: string; limit: string } {
  if (bytes < limit * 1.1) return { has: `${bytes} B`, limit: `${limit} B` };
  return { has: readableBytes(bytes), limit: readableBytes(limit) };
}

/** `12.5 s` below two minutes, else `3 min 20 s`. */
export function readableSeconds(seconds: number): { en: string; zh: string } {
  if (seconds < 120) {
    const short = Number(seconds.toFixed(1));
    return { en: `${short} s`, zh: `${short} 秒` };
  }
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  return {
    en: `${minutes} min${rest ? ` ${rest} s` : ''}`,
    zh: `${minutes} 分${rest ? ` ${rest} 秒` : '钟'}`,
  };
}

/** `0.75–1.91`, `≤ 60`, or the one value of a closed range. */
export function readableRange({ min, max }: Range): string {
  const ends = [min, max].map((end) => (end === undefined ? '' : String(Number(end.toFixed(3)))));
  return ends[0] === ends[1]
    ? `${ends[0]}`
    : ends[0] === ''
      ? `≤ ${ends[1]}`
      : ends[1] === ''
        ? `≥ ${ends[0]}`
        : ends.join('–');
}
