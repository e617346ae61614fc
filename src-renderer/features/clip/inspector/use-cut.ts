import { useRef, useState } from 'react';
import { runJob } from '#renderer/bridge/client.ts';
import { asGalleyError, type GalleyError, isCancellation } from '#shared/contract/failure.ts';
import type { CallInput, CallOutput } from '#shared/contract/index.ts';
import type { Job } from '#shared/domain/job.ts';

type CutCall = 'clips.cut' | 'clips.cutParts';

/** An export of a cut: none, under way, or what came of the last one. */
type Work<Result> =
  | { stage: 'idle' }
  | { stage: 'running'; job: Job | null; cancel(): void }
  | { stage: 'done'; result: Result }
  | { stage: 'failed'; error: GalleyError };

export type CutResult = CallOutput<'clips.cut'>;
export type CutWork = Work<CutResult>;
export type PartsResult = CallOutput<'clips.cutParts'>;
export type PartsWork = Work<PartsResult>;

/** Cuts one part or several; a second start while one runs is not heard. */
export function useCut<Name extends CutCall>(
  name: Name,
): { work: Work<CallOutput<Name>>; start(input: CallInput<Name>): void; dismiss(): void } {
  const [work, setWork] = useState<Work<CallOutput<Name>>>({ stage: 'idle' });
  const running = useRef(false);
  const start = (input: CallInput<Name>): void => {
    if (running.current) return;
    running.current = true;
    const abort = new AbortController();
    const cancel = (): void => abort.abort();
    setWork({ stage: 'running', job: null, cancel });
    runJob(name, input, {
      signal: abort.signal,
      onProgress: (job) => setWork({ stage: 'running', job, cancel }),
    })
      .then(
        (result) => setWork({ stage: 'done', result }),
        (error: unknown) => {
          if (isCancellation(error)) setWork({ stage: 'idle' });
          else setWork({ stage: 'failed', error: asGalleyError(error) });
        },
      )
      .finally(() => {
        running.current = false;
      });
  };
  return { work, start, dismiss: () => setWork({ stage: 'idle' }) };
}
