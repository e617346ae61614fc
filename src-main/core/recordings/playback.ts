import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CallOutput } from '#shared/contract/index.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import { exists } from '../disk.ts';
import { type Recording, type RecordingTools, recordingOf, remembered } from './recording.ts';
import type { createRecordingFacts } from './recording.ts';

type Facts = ReturnType<typeof createRecordingFacts>;

/** A playable address: the original where Chromium plays it, else a remux or a 540p proxy, made once. */
export async function preparePlayback(
  tools: RecordingTools,
  facts: Facts,
  { assetId, force }: { assetId: string; force?: 'proxy' | undefined },
  job: JobContext,
): Promise<CallOutput<'clips.playback'>> {
  const recording = recordingOf(tools, assetId);
  const through = force ?? tools.clips.playability(await facts.probe(recording, job.signal));
  if (through === 'direct') return { url: `asset/${assetId}`, through };
  const out = join(recording.session.paths.cache, through, `${recording.asset.sha256}.mp4`);
  if (!(await exists(out))) {
    await mkdir(dirname(out), { recursive: true });
    const run = {
      signal: job.signal,
      onProgress: (done: number, total: number) => job.progress(done, total),
    };
    await (through === 'remux'
      ? tools.clips.remux({ in: recording.file, out, force: true }, run)
      : tools.clips.proxy({ in: recording.file, out, force: true }, run));
  }
  return { url: `${through}/${assetId}`, through };
}

/** One sprite of evenly spaced frames, kept in the cache. */
export async function makeFilmstrip(
  tools: RecordingTools,
  request: { assetId: string; count: number; height: number },
  job: JobContext,
): Promise<CallOutput<'clips.filmstrip'>> {
  const recording = recordingOf(tools, request.assetId);
  const name = `${recording.asset.sha256}-${request.count}x${request.height}.jpg`;
  const out = join(recording.session.paths.cache, 'strips', name);
  const made = (): Promise<CallOutput<'clips.filmstrip'>> =>
    filmstripOf(tools, recording, request, out, name, job);
  if (!(await exists(out))) return made();
  return remembered(tools, recording, `strip-${request.count}x${request.height}`, made);
}

async function filmstripOf(
  tools: RecordingTools,
  recording: Recording,
  request: { count: number; height: number },
  out: string,
  name: string,
  job: JobContext,
): Promise<CallOutput<'clips.filmstrip'>> {
  await mkdir(dirname(out), { recursive: true });
  const { path: _, ...strip } = await tools.clips.filmstrip(
    { in: recording.file, out, count: request.count, height: request.height, force: true },
    { signal: job.signal, onProgress: (done, total) => job.progress(done, total) },
  );
  return { url: `strip/${name}`, ...strip };
}

export function readWaveform(
  tools: RecordingTools,
  request: { assetId: string; buckets: number },
  job: JobContext,
): Promise<CallOutput<'clips.waveform'>> {
  const recording = recordingOf(tools, request.assetId);
  return remembered(tools, recording, `wave-${request.buckets}`, () =>
    tools.clips.waveform(
      { in: recording.file, buckets: request.buckets },
      { signal: job.signal, onProgress: (done, total) => job.progress(done, total) },
    ),
  );
}
