import { GalleyError } from '#shared/contract/failure.ts';
import type { Handlers } from './handlers.ts';

const refuse = (): never => {
  throw new GalleyError('unavailable', { en: 'Not made yet.', zh: '尚未完成。' });
};
const job = {
  lane: 'light' as const,
  title: () => ({ en: 'Clip', zh: '剪辑' }),
  run: async (): Promise<never> => refuse(),
};

/** Calls of the clip studio that wait for their part; each part takes its own out of here. */
export const unfinishedClipWork: Pick<Handlers, 'clips.cutParts'> = {
  'clips.cutParts': job,
};
