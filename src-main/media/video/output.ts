import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { GalleyError, toFailure } from '#shared/contract/failure.ts';
import { temporaryPrefix, writeAtomically } from '#main/media/files/atomic.ts';
import { trackTemporary } from './live.ts';

/**
 * `writeAtomically` for what ffmpeg writes: the temporary file is also removed when the app quits in the middle, and
 * file system errors come in our own terms.
 * @throws GalleyError invalid-input when the file exists and `force` is not set; disk-full; whatever `write` throws
 */
export async function writeOutput<T>(
  target: string,
  force: boolean | undefined,
  write: (temporary: string) => Promise<T>,
): Promise<T> {
  let release = () => {};
  const tracked = (temporary: string): Promise<T> => {
    release = trackTemporary(temporary);
    return write(temporary);
  };
  try {
    return await writeAtomically(resolve(target), tracked, { force: force ?? false });
  } catch (error) {
    throw asFailure(error);
  } finally {
    release();
  }
}

/** A folder beside the target for intermediate files, removed whatever happens. */
export async function withWorkFolder<T>(beside: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(dirname(resolve(beside)), `${temporaryPrefix}work-`)).catch(
    (error: unknown) => {
      throw asFailure(error);
    },
  );
  const release = trackTemporary(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    release();
  }
}

/** File system errors in our own terms; our own failures unchanged. */
export function asFailure(error: unknown): GalleyError {
  if (error instanceof GalleyError) return error;
  const { code, message, detail } = toFailure(error);
  return new GalleyError(
    code,
    message,
    detail ?? (error instanceof Error ? { cause: error.message } : undefined),
  );
}
