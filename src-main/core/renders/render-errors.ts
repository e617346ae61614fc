import { GalleyError } from '#shared/contract/failure.ts';
import type { Repositories, StoredRender } from '#main/ports/repositories.ts';

/** The entry of the queue, or `not-found`. */
export function requireRender(repositories: Repositories, id: string): StoredRender {
  const render = repositories.renders.get(id);
  if (render) return render;
  throw new GalleyError('not-found', {
    en: 'This render is no longer in the list.',
    zh: '列表中已没有此渲染任务。',
  });
}
