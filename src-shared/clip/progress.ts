/** One `-progress` block of ffmpeg. */
export interface EncodeProgress {
  /** Seconds of output written so far. */
  seconds: number;
  frames: number;
  bytes: number;
  /** True in the last block. */
  finished: boolean;
}

/**
 * Reads the `key=value` lines of `ffmpeg -progress`, in pieces as they arrive. ffmpeg reports `out_time_us`
 * in microseconds (`out_time_ms` is in microseconds too, by an old mistake) and `N/A` before the first frame.
 */
export function progressReader(onProgress: (progress: EncodeProgress) => void): (chunk: string) => void {
  let rest = '';
  let current: EncodeProgress = { seconds: 0, frames: 0, bytes: 0, finished: false };
  const numberOf = (value: string, previous: number) => {
    const parsed = Number(value);
    return value !== '' && Number.isFinite(parsed) ? Math.max(parsed, previous) : previous;
  };
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const at = line.indexOf('=');
      if (at < 0) continue;
      const key = line.slice(0, at).trim();
      const value = line.slice(at + 1).trim();
      if (key === 'frame') current = { ...current, frames: numberOf(value, current.frames) };
      else if (key === 'total_size') current = { ...current, bytes: numberOf(value, current.bytes) };
      else if (key === 'out_time_us' || key === 'out_time_ms') {
        current = { ...current, seconds: numberOf(value, current.seconds * 1e6) / 1e6 };
      } else if (key === 'progress') {
        current = { ...current, finished: value === 'end' };
        onProgress(current);
      }
    }
  };
}
