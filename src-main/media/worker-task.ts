import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { cancelled } from '#shared/contract/failure.ts';

/** The worker beside `base` in the sources, beside or above the bundle in a build. */
function workerUrl(name: string, base: string): URL {
  const places = [`./${name}.ts`, `./${name}.js`, `../${name}.js`];
  const found = places.map((place) => new URL(place, base)).find((url) => existsSync(fileURLToPath(url)));
  if (found === undefined) throw new Error(`${name} is missing from this build`);
  return found;
}

/**
 * Runs a module in a thread of its own and answers the one message it posts: a hostile file that makes a
 * parser loop or eat memory takes only the thread with it.
 * @param base `import.meta.url` of the module beside which the worker lies
 * @throws Error when the thread ends without an answer or takes longer than `seconds`; `cancelled`
 */
export async function runWorker<Answer>(
  name: string,
  base: string,
  input: unknown,
  limits: { seconds: number; heapMegabytes: number; signal?: AbortSignal | undefined },
): Promise<Answer> {
  const { signal } = limits;
  if (signal?.aborted) throw cancelled();
  const worker = new Worker(workerUrl(name, base), {
    workerData: input,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
  });
  let stop = (): void => {};
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`timeout: ${name}`)), limits.seconds * 1000);
      const abort = (): void => reject(cancelled());
      signal?.addEventListener('abort', abort, { once: true });
      stop = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      };
      worker.once('message', (answer: Answer) => resolve(answer));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`${name} stopped with code ${code}`)));
    });
  } finally {
    stop();
    await worker.terminate();
  }
}
