import { clipFrame } from '#main/core/renders/clip-frame.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { OfferedFiles } from '#main/core/media-route.ts';
import type { Pictures } from '#main/core/pictures.ts';
import type { RenderTools } from '#main/core/renders/make-render.ts';
import type { WorkspaceHolder } from '#main/ports/workspace.ts';
import type { Handlers } from './handlers.ts';

/** Exact frames of clips, as the render makes them. */
export function createClipFrameHandlers(
  tools: RenderTools & { holder: WorkspaceHolder; pictures: Pictures; offered: OfferedFiles },
  pack: () => Promise<RulePack>,
): Pick<Handlers, 'clips.frame'> {
  return {
    'clips.frame': {
      lane: 'light',
      title: () => ({ en: 'Frame of a clip', zh: '剪辑的一帧' }),
      run: async (input, job) => clipFrame(tools, await pack(), tools.holder.current(), input, job),
    },
  };
}
