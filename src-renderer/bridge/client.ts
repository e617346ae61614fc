import { cancelled, type Failure, GalleyError } from '#shared/contract/failure.ts';
import type {
  CallAnswer,
  CallInput,
  CallOutput,
  EventName,
  EventPayload,
  JobName,
  PlainName,
} from '#shared/contract/index.ts';
import type { Job } from '#shared/domain/job.ts';
import type { Transport } from './transport.ts';

let transport: Transport | null = null;

/** Chosen once at start-up by the shell. */
export function setTransport(chosen: Transport): void {
  transport = chosen;
}

export function currentTransport(): Transport {
  if (!transport) throw new Error('The bridge is used before a transport was chosen.');
  return transport;
}

export function errorOf(failure: Failure): GalleyError {
  return new GalleyError(failure.code, failure.message, failure.detail ?? failure.errorId);
}

async function send(name: string, input: unknown): Promise<unknown> {
  const answer = await currentTransport().call(name, input);
  if (answer.ok) return answer.value;
  throw errorOf(answer.failure);
}

/** Calls the studio; throws a GalleyError with the failure's code and sentence. */
export async function call<N extends PlainName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  return (await send(name, input)) as CallOutput<N>;
}

export function onEvent<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  return currentTransport().onEvent((eventName, payload) => {
    if (eventName === name) listener(payload as EventPayload<N>);
  });
}

export function mediaUrl(path: string): string {
  return currentTransport().mediaUrl(path);
}

/**
 * Starts a job and waits for its result; the job tray shows it meanwhile.
 * Throws the job's failure; `signal` cancels it.
 */
export async function runJob<N extends JobName>(
  name: N,
  input: CallInput<N>,
  options: { onProgress?: (job: Job) => void; signal?: AbortSignal } = {},
): Promise<CallOutput<N>> {
  const finished = new Map<string, Job>();
  let wanted: string | null = null;
  const outcome = Promise.withResolvers<Job>();
  const stop = onEvent('job.changed', (job) => {
    if (wanted !== null && job.id !== wanted) return;
    if (job.state === 'queued' || job.state === 'running') {
      if (job.id === wanted) options.onProgress?.(job);
      return;
    }
    // A short job can end before its id has come back from the call.
    if (wanted === null) finished.set(job.id, job);
    else outcome.resolve(job);
  });
  const cancel = (): void => {
    if (wanted !== null) void call('jobs.cancel', { id: wanted });
  };
  try {
    const { jobId } = (await send(name, input)) as CallAnswer<JobName>;
    wanted = jobId;
    const early = finished.get(jobId);
    if (early) outcome.resolve(early);
    if (options.signal?.aborted) cancel();
    options.signal?.addEventListener('abort', cancel, { once: true });
    const job = await outcome.promise;
    if (job.state === 'done') return job.result as CallOutput<N>;
    throw job.failure ? errorOf(job.failure) : cancelled();
  } finally {
    stop();
    options.signal?.removeEventListener('abort', cancel);
  }
}
