import { cutOutAsset } from '#main/core/designs/cutout.ts';
import type { IntakeTools } from '#main/core/library/intake.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';

/** New pictures made from pictures of the library. */
export function createDesignImageHandlers(
  context: RecordContext,
  tools: IntakeTools,
): AreaHandlers<'images'> {
  return {
    'images.cutout': {
      lane: 'paint',
      title: ({ assetId }) => {
        const name = context.holder.peek()?.repositories.assets.get(assetId)?.name ?? '';
        return { en: `Remove the background of ${name}`, zh: `去除 ${name} 的背景` };
      },
      run: (input, job) => cutOutAsset(context, tools, input, job),
    },
  };
}
