import type { Writable } from 'node:stream';
import { streamCall } from '#shared/clip/args/stream.ts';
import type { ClipRun } from '#main/ports/clip-engine.ts';
import type { ClipLibrary } from './library.ts';
import { runFfmpeg } from './run.ts';
import type { VideoTools } from './tools.ts';

/** A window that looks at one frame for long reads nothing meanwhile. Milliseconds. */
const longestRest = 600_000;

/** Writes a light picture of a recording from a time on, as fast as it is read, until its end or `run.signal`. */
export async function streamOf(
  tools: VideoTools,
  library: ClipLibrary,
  request: { in: string; from: number; into: Writable },
  run: ClipRun,
): Promise<void> {
  const clip = await library.open(request.in, run.signal);
  await runFfmpeg(tools, streamCall(clip.probe, clip.path, request.from, tools.abilities), {
    signal: run.signal,
    pipe: request.into,
    stallLimit: longestRest,
  });
}
