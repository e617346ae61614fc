import { useEffect, useRef, useState } from 'react';
import { runJob } from '#renderer/bridge/client.ts';
import { asGalleyError, GalleyError, isCancellation } from '#shared/contract/failure.ts';
import type { Span } from './pauses.ts';

/** Quieter than `below` decibels for at least `seconds`. */
export interface PauseLimits {
  below: number;
  seconds: number;
}

type Search =
  | { stage: 'running'; done: number; total: number }
  | { stage: 'done'; silences: ReadonlyMap<string, readonly Span[]> }
  | { stage: 'stopped' }
  | { stage: 'failed'; error: GalleyError };

/** Waits until the limits have rested before a search, milliseconds. */
const rest = 300;

/** The silent stretches of recordings, looked for again whenever the limits change. */
export function usePauses(sources: readonly string[], { below, seconds }: PauseLimits) {
  const [search, setSearch] = useState<Search>({ stage: 'running', done: 0, total: 0 });
  const [round, setRound] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const wanted = sources.join(' ');
  useEffect(() => {
    const stop = new AbortController();
    abort.current = stop;
    const look = async (): Promise<void> => {
      const ids = wanted.split(' ').filter((id) => id !== '');
      const silences = new Map<string, readonly Span[]>();
      for (const [at, assetId] of ids.entries()) {
        const onProgress = ({ done, total }: { done: number; total: number }): void =>
          setSearch({ stage: 'running', done: at + (total > 0 ? done / total : 0), total: ids.length });
        const input = { assetId, silence: { below, seconds }, black: null, scene: null };
        const found = await runJob('clips.detect', input, { signal: stop.signal, onProgress });
        if (stop.signal.aborted) return;
        silences.set(assetId, found.silences);
      }
      setSearch({ stage: 'done', silences });
    };
    const timer = setTimeout(() => {
      setSearch({ stage: 'running', done: 0, total: 0 });
      look().catch((error: unknown) => {
        if (abort.current !== stop) return;
        if (isCancellation(error)) setSearch({ stage: 'stopped' });
        else
          setSearch({
            stage: 'failed',
            error: asGalleyError(error),
          });
      });
    }, rest);
    return () => {
      clearTimeout(timer);
      abort.current = null;
      stop.abort();
    };
  }, [wanted, below, seconds, round]);
  return { search, stop: () => abort.current?.abort(), again: () => setRound((count) => count + 1) };
}
