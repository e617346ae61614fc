import { importFiles } from '#main/core/library/import-files.ts';
import type { IntakeTools } from '#main/core/library/intake.ts';
import { cutParts } from '#main/core/recordings/cut-parts.ts';
import { type RecordingTools, recordingOf } from '#main/core/recordings/recording.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { Handlers } from './handlers.ts';

/** Parts of one recording as files. */
export function createClipPartHandlers(
  context: RecordContext,
  tools: RecordingTools & IntakeTools,
  uploads: string,
): Pick<Handlers, 'clips.cutParts'> {
  return {
    'clips.cutParts': {
      lane: 'encode',
      title: ({ assetId, parts }) => {
        const { name } = recordingOf(tools, assetId).asset;
        return { en: `Cut ${parts.length} parts of ${name}`, zh: `剪出 ${name} 的 ${parts.length} 段` };
      },
      run: (input, job) =>
        cutParts(tools, input, job, (path) => {
          const quiet = { ...job, progress: () => {} };
          return importFiles(context, tools, uploads, { sources: [{ kind: 'path', path }], tags: [] }, quiet);
        }),
    },
  };
}
