import {
  type ClipContext,
  clipHistory,
  createClip,
  getClip,
  saveClip,
  setClipsTrashed,
} from '#main/core/clips/clips.ts';
import type { Handlers } from './handlers.ts';

/** `clips.list` has no paging in the contract; a workspace holds far fewer clips than this. */
const clipsListed = 10_000;

/** Clips as records; whatever touches media lives with ffmpeg. */
export function createClipHandlers(
  context: ClipContext,
): Pick<
  Handlers,
  | 'clips.list'
  | 'clips.get'
  | 'clips.history'
  | 'clips.create'
  | 'clips.save'
  | 'clips.trash'
  | 'clips.restore'
> {
  return {
    'clips.list': (input) =>
      context.holder.current().repositories.clips.list({ ...input, limit: clipsListed, offset: 0 }),
    'clips.get': ({ id }) => getClip(context, id),
    'clips.history': ({ id }) => clipHistory(context, id),
    'clips.create': (input) => createClip(context, input),
    'clips.save': (input) => saveClip(context, input),
    'clips.trash': ({ ids }) => setClipsTrashed(context, ids, true),
    'clips.restore': ({ ids }) => setClipsTrashed(context, ids, false),
  };
}
