import { Writable } from 'node:stream';
import { waveformCall, waveformChannels, waveformRate } from '#shared/clip/args/preview.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { ClipRun, Waveform } from '#main/ports/clip-engine.ts';
import type { ClipLibrary } from './library.ts';
import { runFfmpeg } from './run.ts';
import type { VideoTools } from './tools.ts';

const bytesPerSample = 2;

/** A 16-bit sample as −1 to 1, in ten-thousandths: finer than any screen. */
const scaled = (sample: number): number => Math.round((sample / 32_768) * 10_000) / 10_000;

/**
 * Lowest and highest sample per channel and bucket; samples stream through and are never held.
 * @throws GalleyError invalid-input for a number of buckets outside 1 to 200000, and what `ClipEngine` says
 */
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
  const channels = waveformChannels(clip.probe);
  const moments = Math.max(1, clip.probe.duration * waveformRate);
  const lowest = new Int16Array(channels * buckets);
  const highest = new Int16Array(channels * buckets);
  const step = channels * bytesPerSample;
  const moment = { now: 0, bucket: 0, next: moments / buckets };
  const take = (samples: Int16Array): void => {
    for (let at = 0; at + channels <= samples.length; at += channels) {
      while (moment.now >= moment.next && moment.bucket < buckets - 1) {
        moment.bucket += 1;
        moment.next = ((moment.bucket + 1) * moments) / buckets;
      }
      for (let channel = 0, place = moment.bucket; channel < channels; channel += 1, place += buckets) {
        const value = samples[at + channel] ?? 0;
        if (value < (lowest[place] ?? 0)) lowest[place] = value;
        if (value > (highest[place] ?? 0)) highest[place] = value;
      }
      moment.now += 1;
    }
  };
  let rest: Buffer | null = null;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const bytes: Buffer = rest ? Buffer.concat([rest, chunk]) : chunk;
      const whole = bytes.length - (bytes.length % step);
      // A view of 16-bit numbers must begin at an even place of its memory.
      const even = bytes.byteOffset % bytesPerSample === 0 ? bytes : Buffer.from(bytes);
      take(new Int16Array(even.buffer, even.byteOffset, whole / bytesPerSample));
      rest = whole < bytes.length ? bytes.subarray(whole) : null;
      done();
    },
  });
  await runFfmpeg(tools, waveformCall(clip.probe, clip.path), { signal: run.signal, pipe: sink });
  const peaks = Array.from(lowest, (low, at): [number, number] => [scaled(low), scaled(highest[at] ?? 0)]);
  return { channels, buckets, peaks };
}
