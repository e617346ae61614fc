import { importLut, listLuts, removeLut } from '#main/core/luts/luts.ts';
import type { FileStore } from '#main/ports/file-store.ts';
import type { Host } from '#main/ports/host.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';
import { refuseBrowsers } from './local-only.ts';

/** Look-up tables of colours that the workspace keeps. */
export function createLutHandlers(
  host: Host,
  context: RecordContext,
  files: FileStore,
  uploads: string,
): AreaHandlers<'luts'> {
  return {
    'luts.list': () => listLuts(context.holder.current()),
    'luts.import': {
      lane: 'light',
      title: ({ source, name }) => {
        if (source.kind === 'path') refuseBrowsers(host);
        return { en: `Add ${name}`, zh: `添加 ${name}` };
      },
      run: (input, job) => importLut(context, files, uploads, input, job),
    },
    'luts.remove': ({ id }) => removeLut(context, id),
  };
}
