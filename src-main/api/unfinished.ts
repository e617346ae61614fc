import { GalleyError } from '#shared/contract/failure.ts';
import type { Handlers } from './handlers.ts';

function unfinished(): never {
  throw new GalleyError('unavailable', { en: 'This is not there yet.', zh: '此功能尚未提供。' });
}

/** Calls whose parts are being built. */
export const unfinishedHandlers: Pick<
  Handlers,
  | 'kit.shippedWordLists'
  | 'checks.run'
  | 'checks.last'
  | 'articles.image'
  | 'handoff.table'
  | 'postiz.settings'
  | 'postiz.configure'
  | 'postiz.channels'
  | 'postiz.draft'
> = {
  'kit.shippedWordLists': unfinished,
  'checks.run': { lane: 'light', title: () => ({ en: 'Check the plan', zh: '检查计划' }), run: unfinished },
  'checks.last': unfinished,
  'articles.image': { lane: 'paint', title: () => ({ en: 'Long picture', zh: '长图' }), run: unfinished },
  'handoff.table': unfinished,
  'postiz.settings': unfinished,
  'postiz.configure': unfinished,
  'postiz.channels': unfinished,
  'postiz.draft': {
    lane: 'light',
    title: () => ({ en: 'Drafts in Postiz', zh: 'Postiz 草稿' }),
    run: unfinished,
  },
};
