import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detectCall, detectionFiles, type DetectionWanted, readDetection } from '#shared/clip/args/detect.ts';
import type { Detection } from '#shared/contract/clip-work.ts';
import type { ClipRun } from '#main/ports/clip-engine.ts';
import type { ClipLibrary } from './library.ts';
import { withWorkFolder } from './output.ts';
import { runFfmpeg } from './run.ts';
import type { VideoTools } from './tools.ts';

/**
 * Silences, black stretches and changes of scene of a recording, found in one pass; what a file has no stream for
 * is empty. Seconds of the recording.
 * @throws GalleyError as `ClipEngine` says
 */
export async function detectIn(
  tools: VideoTools,
  library: ClipLibrary,
  request: DetectionWanted & { in: string },
  run: ClipRun,
): Promise<Detection> {
  const { path, probe } = await library.open(request.in, run.signal);
  const call = detectCall(probe, path, request, tools.abilities);
  if (!call) return { silences: [], blacks: [], scenes: [] };
  return withWorkFolder(join(tmpdir(), 'detect'), async (folder) => {
    await runFfmpeg(tools, call, {
      folder,
      signal: run.signal,
      lowPriority: true,
      onProgress: ({ seconds }) => run.onProgress?.(Math.min(seconds, probe.duration), probe.duration),
    });
    const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8').catch(() => '');
    const texts = {
      silences: await text(detectionFiles.silences),
      blacks: await text(detectionFiles.blacks),
      scenes: await text(detectionFiles.scenes),
    };
    return readDetection(texts, request, probe.duration);
  });
}
