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
  /** One channel over a run of moments that all belong to one bucket: the inner loop of an hour of sound. */
  const takeRun = (samples: Int16Array, start: number, end: number, place: number): void => {
    let low = lowest[place] ?? 0;
    let high = highest[place] ?? 0;
    for (let at = start; at < end; at += channels) {
      const value = samples[at] as number;
      if (value < low) low = value;
      else if (value > high) high = value;
    }
    lowest[place] = low;
    highest[place] = high;
  };
  const take = (samples: Int16Array): void => {
    const last = samples.length - (samples.length % channels);
    for (let at = 0; at < last; ) {
      while (moment.now >= moment.next && moment.bucket < buckets - 1) {
        moment.bucket += 1;
        moment.next = ((moment.bucket + 1) * moments) / buckets;
      }
      const left = (last - at) / channels;
      const inside =
        moment.bucket === buckets - 1 ? left : Math.min(left, Math.ceil(moment.next - moment.now));
      const end = at + inside * channels;
      for (let channel = 0; channel < channels; channel += 1)
        takeRun(samples, at + channel, end, channel * buckets + moment.bucket);
      moment.now += inside;
      at = end;
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
