import { resolve } from 'node:path';
import { designJsonSchema } from '#shared/design/schema.ts';
import type { ContentContext } from '#shared/checks/context.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { type DesignFileTools, mergeDesignFile, resizeDesignFile } from '#main/core/files/design-files.ts';
import {
  checkPostFile,
  cutClipFile,
  exportPostFile,
  type FileTools,
  fitImageFile,
  renderDesignFile,
} from '#main/core/files/file-work.ts';
import type { Host } from '#main/ports/host.ts';
import { createCaptionFileHandlers } from './captions.ts';
import { createClipFileHandlers } from './clip-files.ts';
import type { AreaHandlers } from './handlers.ts';
import { refuseBrowsers } from './local-only.ts';

/** Calls that take paths of this machine; a browser may not name them. */
export function createFileHandlers(
  host: Host,
  tools: FileTools & DesignFileTools,
  { pack, content }: { pack: () => Promise<RulePack>; content: () => Promise<ContentContext> },
): AreaHandlers<'files'> {
  const local = <Input, Output>(run: (input: Input) => Output): ((input: Input) => Output) => {
    return (input) => {
      refuseBrowsers(host);
      return run(input);
    };
  };
  const progressOf = (job: { progress(done: number, total: number): void; signal: AbortSignal }) => ({
    signal: job.signal,
    onProgress: (done: number, total: number) => job.progress(done, total),
  });
  return {
    'files.check': local(async (input) => checkPostFile(tools, await pack(), await content(), input)),
    'files.export': {
      lane: 'encode',
      title: local(() => ({ en: 'Export a post', zh: '导出帖子' })),
      run: async (input, job) => exportPostFile(tools, await pack(), input, job),
    },
    'files.image': {
      lane: 'light',
      title: local(() => ({ en: 'Fit a picture', zh: '适配图片' })),
      run: async (input, job) => fitImageFile(tools, await pack(), input, job),
    },
    ...createCaptionFileHandlers(host, tools.files),
    ...createClipFileHandlers(host, tools, pack),
    'files.designSchema': () => designJsonSchema(),
    'files.designRender': {
      lane: 'paint',
      title: local(() => ({ en: 'Render a design', zh: '渲染设计' })),
      run: async (input, job) => renderDesignFile(tools, await pack(), input, job),
    },
    'files.designResize': {
      lane: 'light',
      title: local(() => ({ en: 'Resize a design', zh: '调整设计尺寸' })),
      run: async (input) => resizeDesignFile(tools, await pack(), input),
    },
    'files.designMerge': {
      lane: 'light',
      title: local(() => ({ en: 'Merge rows into a design', zh: '用表格批量生成设计' })),
      run: (input, job) => mergeDesignFile(tools, input, job),
    },
    'files.clipProbe': local(({ in: path }) => tools.clips.probe(resolve(path))),
    'files.clipCut': {
      lane: 'encode',
      title: local(() => ({ en: 'Cut a clip', zh: '剪切视频' })),
      run: (input, job) => cutClipFile(tools, input, job),
    },
    'files.clipFrames': {
      lane: 'light',
      title: local(() => ({ en: 'Frames of a clip', zh: '提取画面' })),
      run: (input, job) =>
        tools.clips.frames(
          { in: resolve(input.in), count: input.count, out: resolve(input.out) },
          progressOf(job),
        ),
    },
    'files.clipWaveform': {
      lane: 'light',
      title: local(() => ({ en: 'Waveform of a clip', zh: '提取波形' })),
      run: (input, job) =>
        tools.clips.waveform({ in: resolve(input.in), buckets: input.buckets }, progressOf(job)),
    },
  };
}
