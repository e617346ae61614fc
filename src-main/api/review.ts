import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { makeReviewPackage } from '#main/core/review/make-package.ts';
import type { ShownTools } from '#main/core/review/show-media.ts';
import { mergeAnswer, previewAnswer } from '#main/core/review/take-answer.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';

/** Packages for reviewers outside the team, and their answers. */
export function createReviewHandlers(
  context: RecordContext,
  parts: Omit<ShownTools, 'session' | 'pack'> & { resources: string; pack: () => Promise<RulePack> },
): AreaHandlers<'review'> {
  return {
    'review.export': {
      lane: 'encode',
      title: ({ title }) => ({ en: `Review package: ${title}`, zh: `审阅包：${title}` }),
      run: async (input, job) =>
        makeReviewPackage(context, { ...parts, pack: await parts.pack() }, input, job),
    },
    'review.read': ({ text }) => previewAnswer(context, text),
    'review.merge': ({ text }) => mergeAnswer(context, text),
  };
}
