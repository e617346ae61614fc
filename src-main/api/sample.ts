import { makeSample, type SampleParts } from '#main/core/sample/make-sample.ts';
import type { Handlers } from './handlers.ts';

export function createSampleHandlers(parts: SampleParts): Pick<Handlers, 'workspace.openSample'> {
  return {
    'workspace.openSample': {
      lane: 'encode',
      title: () => ({ en: 'Make the sample workspace', zh: '生成示例工作区' }),
      run: ({ lang }, job) => makeSample(parts, lang ?? 'en', job),
    },
  };
}
