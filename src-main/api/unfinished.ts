import { GalleyError } from '#shared/contract/failure.ts';
import type { Handlers } from './handlers.ts';

function unfinished(): never {
  throw new GalleyError('unavailable', { en: 'This is not there yet.', zh: '此功能尚未提供。' });
}

/** Calls whose parts are being built. */
export const unfinishedHandlers: Pick<
  Handlers,
  'kit.shippedWordLists' | 'checks.run' | 'checks.last' | 'articles.image'
> = {
  'kit.shippedWordLists': unfinished,
  'checks.run': { lane: 'light', title: () => ({ en: 'Check the plan', zh: '检查计划' }), run: unfinished },
  'checks.last': unfinished,
  'articles.image': { lane: 'paint', title: () => ({ en: 'Long picture', zh: '长图' }), run: unfinished },
};
