import { GalleyError } from '#shared/contract/failure.ts';
import type { Handlers } from './handlers.ts';

function unfinished(): never {
  throw new GalleyError('unavailable', { en: 'This is not there yet.', zh: '此功能尚未提供。' });
}

/** Calls whose parts are being built. */
export const unfinishedHandlers: Pick<Handlers, 'articles.image'> = {
  'articles.image': { lane: 'paint', title: () => ({ en: 'Long picture', zh: '长图' }), run: unfinished },
};
