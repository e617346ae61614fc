import { clipJsonSchema } from '#shared/clip/edit/schema.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import {
  animateFile,
  type ClipFileTools,
  fitClipFile,
  reframeFile,
  renderEditFile,
} from '#main/core/files/clip-files.ts';
import type { Host } from '#main/ports/host.ts';
import type { Handlers } from './handlers.ts';
import { refuseBrowsers } from './local-only.ts';

type ClipFileHandlers = Pick<
  Handlers,
  'files.clipSchema' | 'files.clipRender' | 'files.clipReframe' | 'files.clipFit' | 'files.clipGif'
>;

/** Renders of files of this machine; a browser may not name them. */
export function createClipFileHandlers(
  host: Host,
  tools: ClipFileTools,
  pack: () => Promise<RulePack>,
): ClipFileHandlers {
  const titled = (en: string, zh: string) => () => {
    refuseBrowsers(host);
    return { en, zh };
  };
  return {
    'files.clipSchema': () => clipJsonSchema(),
    'files.clipRender': {
      lane: 'encode',
      title: titled('Render an edit list', '渲染剪辑文件'),
      run: async (input, job) => renderEditFile(tools, await pack(), input, job),
    },
    'files.clipReframe': {
      lane: 'encode',
      title: titled('Reframe a clip', '改变视频比例'),
      run: async (input, job) => reframeFile(tools, await pack(), input, job),
    },
    'files.clipFit': {
      lane: 'encode',
      title: titled('Fit a clip to a platform', '适配视频到平台'),
      run: async (input, job) => fitClipFile(tools, await pack(), input, job),
    },
    'files.clipGif': {
      lane: 'encode',
      title: titled('Make a moving picture', '制作动图'),
      run: (input, job) => animateFile(tools, input, job),
    },
  };
}
