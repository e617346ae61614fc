import type { IntakeTools } from '#main/core/library/intake.ts';
import { importFiles } from '#main/core/library/import-files.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { Host } from '#main/ports/host.ts';
import type { Handlers } from './handlers.ts';
import { refuseBrowsers } from './local-only.ts';

export function createLibraryHandlers(
  host: Host,
  context: RecordContext,
  tools: IntakeTools,
  uploads: string,
): Pick<Handlers, 'assets.import'> {
  return {
    'assets.import': {
      lane: 'light',
      title: ({ sources }) => {
        if (sources.some((source) => source.kind === 'path')) refuseBrowsers(host);
        return {
          en: sources.length === 1 ? 'Import 1 file' : `Import ${sources.length} files`,
          zh: `导入 ${sources.length} 个文件`,
        };
      },
      run: (input, job) => importFiles(context, tools, uploads, input, job),
    },
  };
}
