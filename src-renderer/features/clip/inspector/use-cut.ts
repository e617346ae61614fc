import { useRef, useState } from 'react';
import { runJob } from '#renderer/bridge/client.ts';
import { GalleyError, isCancellation, toFailure } from '#shared/contract/failure.ts';
import type { CallInput, CallOutput } from '#shared/contract/index.ts';
import type { Job } from '#shared/domain/job.ts';

export type CutResult = CallOutput<'clips.cut'>;

export type CutWork =
  | { stage: 'idle' }
  | { stage: 'running'; job: Job | null; cancel(): void }
  | { stage: 'done'; result: CutResult }
  | { stage: 'failed'; error: GalleyError };

/** The export under way, or the last one's result. */
export function useCut(): { work: CutWork; start(input: CallInput<'clips.cut'>): void; dismiss(): void } {
  const [work, setWork] = useState<CutWork>({ stage: 'idle' });
  const running = useRef(false);
  const start = (input: CallInput<'clips.cut'>): void => {
    if (running.current) return;
    running.current = true;
    const abort = new AbortController();
    const cancel = (): void => abort.abort();
    setWork({ stage: 'running', job: null, cancel });
    runJob('clips.cut', input, {
      signal: abort.signal,
      onProgress: (job) => setWork({ stage: 'running', job, cancel }),
    })
      .then(
        (result) => setWork({ stage: 'done', result }),
        (error: unknown) => {
          if (isCancellation(error)) setWork({ stage: 'idle' });
          else if (error instanceof GalleyError) setWork({ stage: 'failed', error });
          else setWork({ stage: 'failed', error: new GalleyError('internal', toFailure(error).message) });
        },
      )
      .finally(() => {
        running.current = false;
      });
  };
  return { work, start, dismiss: () => setWork({ stage: 'idle' }) };
}
