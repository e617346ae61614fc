import { useCallback, useEffect, useRef, useState } from 'react';
import { runJob } from '#renderer/bridge/client.ts';
import { GalleyError, isCancellation, toFailure } from '#shared/contract/failure.ts';
import type { Job } from '#shared/domain/job.ts';

export type Through = 'direct' | 'remux' | 'proxy';

export type Playback =
  | { stage: 'preparing'; job: Job | null; cancel(): void }
  | { stage: 'ready'; url: string; through: Through }
  | { stage: 'cancelled' }
  | { stage: 'failed'; error: GalleyError };

/** A playable address of a recording; `tooHard` asks for the proxy when the first one shows no picture. */
export function usePlayback(assetId: string): { playback: Playback; tooHard(): void; retry(): void } {
  const [playback, setPlayback] = useState<Playback>({ stage: 'preparing', job: null, cancel: () => {} });
  const [attempt, setAttempt] = useState({ force: false, round: 0 });
  const through = useRef<Through | null>(null);

  useEffect(() => {
    const abort = new AbortController();
    let current = true;
    const show = (next: Playback): void => {
      if (current) setPlayback(next);
    };
    const cancel = (): void => abort.abort();
    show({ stage: 'preparing', job: null, cancel });
    runJob('clips.playback', attempt.force ? { assetId, force: 'proxy' } : { assetId }, {
      signal: abort.signal,
      onProgress: (job) => show({ stage: 'preparing', job, cancel }),
    }).then(
      (ready) => {
        if (current) through.current = ready.through;
        show({ stage: 'ready', ...ready });
      },
      (error: unknown) => {
        if (isCancellation(error)) show({ stage: 'cancelled' });
        else if (error instanceof GalleyError) show({ stage: 'failed', error });
        else show({ stage: 'failed', error: new GalleyError('internal', toFailure(error).message) });
      },
    );
    return () => {
      current = false;
    };
  }, [assetId, attempt]);

  const retry = useCallback(() => setAttempt((before) => ({ ...before, round: before.round + 1 })), []);
  const tooHard = useCallback(() => {
    if (through.current !== 'proxy') {
      setAttempt((before) => ({ force: true, round: before.round + 1 }));
      return;
    }
    const sentence = {
      en: 'The preview does not play here. You can still set times and export.',
      zh: '此处无法播放预览。仍可设置时间并导出。',
    };
    setPlayback({ stage: 'failed', error: new GalleyError('unavailable', sentence) });
  }, []);
  return { playback, tooHard, retry };
}
