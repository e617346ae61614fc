import { runJob } from '#renderer/bridge/client.ts';
import { asGalleyError, GalleyError, isCancellation } from '#shared/contract/failure.ts';
import type { Job } from '#shared/domain/job.ts';

type Through = 'direct' | 'remux' | 'proxy';

/** How a recording can be played. `url` is for the media route. */
type PlaybackState =
  /** `live`: it takes long, and a picture that is made while it is looked at stands in. */
  | { stage: 'preparing'; job: Job | null; live: boolean }
  | { stage: 'ready'; url: string; through: Through }
  | { stage: 'cancelled' }
  | { stage: 'failed'; error: GalleyError };

export interface PlaybackBook {
  /** Asks for what is not known yet. */
  get(assetId: string): PlaybackState;
  /** The address played no picture: a proxy is asked for, or the failure is said. */
  tooHard(assetId: string): void;
  cancel(assetId: string): void;
  retry(assetId: string): void;
  subscribe(listener: () => void): () => void;
  /** Stops telling; jobs go on, their result is kept in the cache. */
  close(): void;
}

const preparing: PlaybackState = { stage: 'preparing', job: null, live: false };
/** Milliseconds after which a proxy that is not there yet is bridged by a stream. */
const patience = 700;

const notHere = new GalleyError('unavailable', {
  en: 'The preview does not play here. You can still set times and export.',
  zh: '此处无法播放预览。仍可设置时间并导出。',
});

/** Playable addresses of all recordings of a clip, each asked for once. */
export function createPlaybackBook(): PlaybackBook {
  const pages = new Map<string, { state: PlaybackState; abort: AbortController }>();
  const listeners = new Set<() => void>();

  function ask(assetId: string, force: boolean): PlaybackState {
    const page: { state: PlaybackState; abort: AbortController } = {
      state: preparing,
      abort: new AbortController(),
    };
    pages.set(assetId, page);
    const become = (state: PlaybackState): void => {
      if (pages.get(assetId) !== page) return;
      page.state = state;
      for (const listener of listeners) listener();
    };
    setTimeout(() => {
      if (page.state.stage === 'preparing') become({ ...page.state, live: true });
    }, patience);
    runJob('clips.playback', force ? { assetId, force: 'proxy' } : { assetId }, {
      signal: page.abort.signal,
      onProgress: (job) =>
        become({ stage: 'preparing', job, live: page.state.stage === 'preparing' && page.state.live }),
    }).then(
      (ready) => become({ stage: 'ready', ...ready }),
      (error: unknown) => {
        if (isCancellation(error)) become({ stage: 'cancelled' });
        else become({ stage: 'failed', error: asGalleyError(error) });
      },
    );
    return page.state;
  }

  function again(assetId: string, force: boolean): void {
    ask(assetId, force);
    for (const listener of listeners) listener();
  }

  return {
    get: (assetId) => pages.get(assetId)?.state ?? ask(assetId, false),
    tooHard(assetId) {
      const page = pages.get(assetId);
      if (page?.state.stage !== 'ready') return;
      if (page.state.through !== 'proxy') again(assetId, true);
      else {
        page.state = { stage: 'failed', error: notHere };
        for (const listener of listeners) listener();
      }
    },
    cancel: (assetId) => pages.get(assetId)?.abort.abort(),
    retry: (assetId) => again(assetId, false),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      listeners.clear();
      pages.clear();
    },
  };
}
