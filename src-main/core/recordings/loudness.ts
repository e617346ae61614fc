import type { Loudness } from '#shared/contract/clip-work.ts';
import type { ParsedInput } from '#shared/contract/index.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import { type RecordingTools, recordingOf, remembered } from './recording.ts';

/** Loudness of a file (kept) or of an edit as it is now. @throws GalleyError not-found for a source that is gone */
export function measureSound(
  tools: RecordingTools,
  request: ParsedInput<'clips.loudness'>,
  job: JobContext,
): Promise<Loudness> {
  const run = {
    signal: job.signal,
    onProgress: (done: number, total: number) => job.progress(done, total),
  };
  if ('assetId' in request) {
    const recording = recordingOf(tools, request.assetId);
    return remembered(tools, recording, 'loudness', () => tools.clips.loudness({ in: recording.file }, run));
  }
  const fileOf = (source: string): string => recordingOf(tools, source).file;
  return tools.clips.editLoudness({ edit: request.edit, fileOf }, run);
}
