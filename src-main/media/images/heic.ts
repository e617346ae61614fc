import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { cancelled } from '#shared/contract/failure.ts';
import type { HeicAnswer } from './heic-worker.ts';
import { wrapAsTiff } from './tiff-wrap.ts';

/** Long enough for a 50-megapixel picture on a slow machine. */
const timeLimitSeconds = 60;

/** Each decoder holds the whole picture several times over; two fill the memory of a small laptop well enough. */
const decodersAtOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function takeTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= decodersAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

/** The worker beside this file in the sources, beside or above the bundle in a build. */
function workerUrl(): URL {
  const places = ['./heic-worker.ts', './heic-worker.js', '../heic-worker.js'];
  const urls = places.map((place) => new URL(place, import.meta.url));
  const found = urls.find((url) => existsSync(fileURLToPath(url)));
  if (found === undefined) throw new Error('heic-worker is missing from this build');
  return found;
}

async function decodeInWorker(path: string, signal: AbortSignal | undefined): Promise<HeicAnswer> {
  if (signal?.aborted) throw cancelled();
  // Its standard streams are kept from ours: libheif prints its complaints there.
  const worker = new Worker(workerUrl(), { workerData: path, stdout: true, stderr: true });
  let stop = () => {};
  try {
    return await new Promise<HeicAnswer>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('timeout: HEIC decoder')), timeLimitSeconds * 1000);
      const abort = () => reject(cancelled());
      signal?.addEventListener('abort', abort, { once: true });
      stop = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      };
      worker.once('message', (answer: HeicAnswer) => resolve(answer));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the HEIC decoder stopped with code ${code}`)));
    });
  } finally {
    stop();
    await worker.terminate();
  }
}

/**
 * Decodes the main picture of a HEIC file, which the prebuilt sharp cannot: answers it upright (libheif
 * applies the container's rotation; EXIF orientation must not be applied again) as an uncompressed
 * TIFF that carries the profile of the original.
 * @throws Error when the file is damaged or takes longer than a minute; `cancelled`
 */
export async function decodeHeic(
  path: string,
  profile: Uint8Array | undefined,
  signal?: AbortSignal,
): Promise<Buffer> {
  const answer = await takeTurn(() => decodeInWorker(path, signal));
  if (!answer.ok) throw new Error(`HEIC: ${answer.message}`);
  return wrapAsTiff(new Uint8Array(answer.pixels), answer, profile);
}
