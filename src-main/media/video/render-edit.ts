import { GalleyError } from '#shared/contract/failure.ts';
import type { ClipEngine } from '#main/ports/clip-engine.ts';
import type { ClipLibrary } from './library.ts';
import type { VideoTools } from './tools.ts';

type Noun = Pick<ClipEngine, 'renderEdit' | 'editFrame' | 'animate' | 'animateEdit'>;

/** Renders of edit lists. */
export function editRenders(_tools: VideoTools, _library: ClipLibrary): Noun {
  const refuse = () =>
    Promise.reject(
      new GalleyError('unavailable', {
        en: 'Rendering is not built in yet. Use “clip cut” or “clip fit” meanwhile.',
        zh: '渲染功能尚未内置。请暂时使用 “clip cut” 或 “clip fit”。',
      }),
    );
  return { renderEdit: refuse, editFrame: refuse, animate: refuse, animateEdit: refuse };
}
