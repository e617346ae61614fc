import { expect, test } from 'vitest';
import { type EncodeProgress, progressReader } from './progress.ts';

/** Captured from ffmpeg 5.1.9; `N/A` comes before the first frame is out. */
const captured = `frame=0
fps=0.00
stream_0_0_q=0.0
bitrate=N/A
total_size=48
out_time_us=N/A
out_time_ms=N/A
out_time=N/A
dup_frames=0
drop_frames=0
speed=N/A
progress=continue
frame=90
fps=59.94
stream_0_0_q=-1.0
bitrate=1215.5kbits/s
total_size=449102
out_time_us=2955556
out_time_ms=2955556
out_time=00:00:02.955556
dup_frames=0
drop_frames=0
speed=1.97x
progress=end
`;

test.each([1, 7, 64, 10_000])('captured lines in pieces of %d characters', (size) => {
  const seen: EncodeProgress[] = [];
  const read = progressReader((progress) => seen.push(progress));
  for (let at = 0; at < captured.length; at += size) read(captured.slice(at, at + size));
  expect(seen).toEqual([
    { frames: 0, bytes: 48, seconds: 0, finished: false },
    { frames: 90, bytes: 449_102, seconds: 2.955556, finished: true },
  ]);
});

test('progress never runs backwards', () => {
  const seen: number[] = [];
  const read = progressReader(({ seconds }) => seen.push(seconds));
  read('out_time_us=2000000\nprogress=continue\nout_time_us=-50\nprogress=continue\n');
  expect(seen).toEqual([2, 2]);
});
