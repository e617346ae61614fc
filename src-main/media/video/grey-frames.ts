import { Writable } from 'node:stream';
import { decodedInput, secondsText, words } from '#shared/clip/args/call.ts';
import { uprightFilters } from '#shared/clip/args/picture.ts';
import type { GreyFrames } from '#shared/clip/motion-points.ts';
import type { ClipRun } from '#main/ports/clip-engine.ts';
import type { ClipLibrary } from './library.ts';
import { runFfmpeg } from './run.ts';
import { pictureOf } from './strip.ts';
import type { VideoTools } from './tools.ts';

/** Frames that are kept at most, however long the recording. */
const mostFrames = 3000;

/** Frames per second of a recording that is short enough. */
const usualRate = 5;

/** The whole recording as grey pictures of a few cells, upright, in one pass. */
export async function greyFramesOf(
  tools: VideoTools,
  library: ClipLibrary,
  request: { in: string; columns: number; rows: number },
  run: ClipRun,
): Promise<GreyFrames> {
  const { columns, rows } = request;
  const clip = await library.open(request.in, run.signal);
  const video = pictureOf(clip);
  const total = clip.probe.duration;
  const rate = Math.min(usualRate, mostFrames / Math.max(1, total));
  const size = columns * rows;
  const frames: Uint8Array[] = [];
  let rest = Buffer.alloc(0);
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length >= size && frames.length < mostFrames + 10) {
        frames.push(new Uint8Array(rest.subarray(0, size)));
        rest = rest.subarray(size);
      }
      done();
    },
  });
  const filters = [
    `fps=${rate.toFixed(6)}`,
    ...uprightFilters(video),
    `scale=${columns}:${rows}:flags=area`,
    'format=gray',
  ];
  await runFfmpeg(
    tools,
    {
      inputs: [decodedInput(clip.path, ['-an', '-sn', '-dn'])],
      options: [
        ...words('-map', `0:${video.index}`, '-vf', filters.join(',')),
        ...words('-t', secondsText(total + 1), '-c:v', 'rawvideo', '-f', 'rawvideo'),
      ],
      output: 'pipe',
    },
    {
      signal: run.signal,
      pipe: sink,
      onProgress: ({ seconds }) => run.onProgress?.(Math.min(seconds, total), total),
    },
  );
  return { columns, rows, rate, frames };
}
