import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import { type RecordingTools, recordingOf, remembered } from './recording.ts';

/** The wanted kinds as part of a file name. */
function nameOf({ silence, black, scene }: ParsedInput<'clips.detect'>): string {
  return [
    'detect',
    silence ? `s${silence.below}x${silence.seconds}` : '',
    black ? `b${black.seconds}` : '',
    scene ? `c${scene.threshold}` : '',
  ].join('_');
}

/** Silences, black stretches and changes of scene of a recording; looked for once for each choice of limits. */
export function detectCuts(
  tools: RecordingTools,
  request: ParsedInput<'clips.detect'>,
  job: JobContext,
): Promise<CallOutput<'clips.detect'>> {
  const recording = recordingOf(tools, request.assetId);
  return remembered(tools, recording, nameOf(request), () =>
    tools.clips.detect(
      { ...request, in: recording.file },
      { signal: job.signal, onProgress: (done, total) => job.progress(done, total) },
    ),
  );
}
