import { readCaptionFile } from '#main/core/captions/read-captions.ts';
import { writeCaptionTrack } from '#main/core/captions/write-captions.ts';
import { convertCaptionFile } from '#main/core/files/caption-files.ts';
import { uploadedFile } from '#main/core/library/intake.ts';
import type { OfferedFiles } from '#main/core/media-route.ts';
import type { FileStore } from '#main/ports/file-store.ts';
import type { Host } from '#main/ports/host.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers, Handlers } from './handlers.ts';
import { refuseBrowsers } from './local-only.ts';

/** Captions from files and as files. */
export function createCaptionHandlers(parts: {
  host: Host;
  context: RecordContext;
  files: FileStore;
  offered: OfferedFiles;
  uploads: string;
}): AreaHandlers<'captions'> {
  return {
    'captions.read': {
      lane: 'light',
      title: ({ source, name }) => {
        if (source.kind === 'path') refuseBrowsers(parts.host);
        return { en: `Read ${name}`, zh: `读取 ${name}` };
      },
      run: async ({ source, name, encoding }) => {
        const path =
          source.kind === 'path' ? source.path : await uploadedFile(parts.uploads, source.uploadId);
        return readCaptionFile(path, name, encoding);
      },
    },
    'captions.write': {
      lane: 'light',
      title: ({ name }) => ({ en: `Write captions of ${name}`, zh: `写出 ${name} 的字幕` }),
      run: (input) => writeCaptionTrack(parts, parts.context.holder.current(), input),
    },
  };
}

/** The same of files of this machine, for the command line; a browser may not name them. */
export function createCaptionFileHandlers(
  host: Host,
  files: FileStore,
): Pick<Handlers, 'files.clipCaptions'> {
  return {
    'files.clipCaptions': {
      lane: 'light',
      title: () => {
        refuseBrowsers(host);
        return { en: 'Convert captions', zh: '转换字幕' };
      },
      run: (input) => convertCaptionFile(files, input),
    },
  };
}
