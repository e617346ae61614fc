import { Writable } from 'node:stream';
import { waveformCall, waveformRate } from '#shared/clip/args/preview.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { ClipRun, Waveform } from '#main/ports/clip-engine.ts';
import type { ClipLibrary } from './library.ts';
import { runFfmpeg } from './run.ts';
import type { VideoTools } from './tools.ts';

/** Lowest and highest sample per bucket of the mixed-down sound; samples stream through and are never held. */
export async function waveformOf(
  tools: VideoTools,
  library: ClipLibrary,
  request: { in: string; buckets: number },
  run: ClipRun,
): Promise<Waveform> {
  const { buckets } = request;
  if (!Number.isInteger(buckets) || buckets < 1 || buckets > 200_000) {
    throw new GalleyError('invalid-input', {
      en: 'The number of buckets must be a whole number from 1 to 200000.',
      zh: '波形分段数必须是 1 到 200000 之间的整数。',
    });
  }
  const clip = await library.open(request.in, run.signal);
  if (!clip.probe.audio) return { channels: 0, buckets, peaks: [] };
  const samples = Math.max(1, clip.probe.duration * waveformRate);
  const lowest = new Int16Array(buckets);
  const highest = new Int16Array(buckets);
  let position = 0;
  let odd: Buffer | null = null;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const bytes: Buffer = odd ? Buffer.concat([odd, chunk]) : chunk;
      const whole = bytes.length - (bytes.length % 2);
      for (let at = 0; at < whole; at += 2) {
        const bucket = Math.min(buckets - 1, Math.floor((position / samples) * buckets));
        const value = bytes.readInt16LE(at);
        if (value < (lowest[bucket] ?? 0)) lowest[bucket] = value;
        if (value > (highest[bucket] ?? 0)) highest[bucket] = value;
        position += 1;
      }
      odd = whole < bytes.length ? bytes.subarray(whole) : null;
      done();
    },
  });
  await runFfmpeg(tools, waveformCall(clip.probe, clip.path), { signal: run.signal, pipe: sink });
  const peaks = Array.from({ length: buckets }, (_, at): [number, number] => [
    Math.round(((lowest[at] ?? 0) / 32_768) * 10_000) / 10_000,
    Math.round(((highest[at] ?? 0) / 32_768) * 10_000) / 10_000,
  ]);
  return { channels: 1, buckets, peaks };
}
