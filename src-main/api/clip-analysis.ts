import { detectCuts } from '#main/core/recordings/detect.ts';
import { measureSound } from '#main/core/recordings/loudness.ts';
import { recordingOf, type RecordingTools } from '#main/core/recordings/recording.ts';
import type { Handlers } from './handlers.ts';

/** What is found out about recordings and edits by listening and looking. */
export function createClipAnalysisHandlers(
  tools: RecordingTools,
): Pick<Handlers, 'clips.detect' | 'clips.loudness'> {
  const nameOf = (assetId: string): string => recordingOf(tools, assetId).asset.name;
  return {
    'clips.detect': {
      lane: 'light',
      title: ({ assetId }) => ({
        en: `Look for pauses and scenes in ${nameOf(assetId)}`,
        zh: `在 ${nameOf(assetId)} 中查找停顿与场景`,
      }),
      run: (input, job) => detectCuts(tools, input, job),
    },
    'clips.loudness': {
      lane: 'light',
      title: (input) =>
        'assetId' in input
          ? { en: `Loudness of ${nameOf(input.assetId)}`, zh: `${nameOf(input.assetId)} 的响度` }
          : { en: 'Loudness of the clip', zh: '剪辑的响度' },
      run: (input, job) => measureSound(tools, input, job),
    },
  };
}
