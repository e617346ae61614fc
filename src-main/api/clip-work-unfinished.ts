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
export const unfinishedClipWork: Pick<
  Handlers,
  'clips.cutParts' | 'captions.read' | 'captions.write'
> = {
  'clips.cutParts': job,
  'captions.read': job,
  'captions.write': job,
};

/** The same of files, for the command line. */
export const unfinishedClipFiles: Pick<
  Handlers,
  | 'files.clipCaptions'
> = {
  'files.clipCaptions': job,
};
