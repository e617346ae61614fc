import { writeFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClipBench, clipBench, countedClip, frameNumbers, numbersFrom } from './clip-fixtures.ts';

let bench: ClipBench;
let source = '';
beforeAll(async () => {
  bench = await clipBench();
  source = await countedClip(bench, 'source.mp4', { frames: 60, rate: '30', gop: 30 });
});
afterAll(() => bench.remove());

test('a stream from a time on holds the rest, and every frame is a keyframe', async () => {
  const into = new PassThrough();
  const parts: Buffer[] = [];
  into.on('data', (part: Buffer) => parts.push(part));
  await bench.engine.stream({ in: source, from: 0.5, into });
  const file = bench.path('streamed.mp4');
  await writeFile(file, Buffer.concat(parts));
  expect(await frameNumbers(bench, file)).toEqual(numbersFrom(15, 45));
  const { keyframes, shown } = await bench.engine.keyframes(file);
  expect(keyframes).toHaveLength(shown.length);
});

test('a stream that is not wanted any more ends', async () => {
  const stop = new AbortController();
  const into = new PassThrough();
  // Nobody reads on after the first bytes: ffmpeg waits, and is stopped.
  into.once('readable', () => stop.abort());
  const work = bench.engine.stream({ in: source, from: 0, into }, { signal: stop.signal });
  await expect(work).rejects.toMatchObject({ code: 'cancelled' });
});
