import { randomBytes } from 'node:crypto';
import { access, link, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { GalleyError, toFailure } from '#shared/contract/failure.ts';
import { trackTemporary } from './live.ts';

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function alreadyThere(path: string): GalleyError {
  return new GalleyError(
    'conflict',
    {
      en: `“${path}” exists already and was not touched. Choose another name, or allow replacing it.`,
      zh: `“${path}”已存在，未作改动。请换一个名称，或允许覆盖。`,
    },
    { path },
  );
}

/**
 * Writes a file so that it appears whole or not at all: a temporary name in the same folder, flushed, then renamed.
 * Whatever fails, the temporary file is gone afterwards.
 * @throws GalleyError conflict when the file exists and `force` is not set
 */
export async function writeOutput<T>(
  target: string,
  force: boolean | undefined,
  write: (temporary: string) => Promise<T>,
): Promise<T> {
  const out = resolve(target);
  if (!force && (await exists(out))) throw alreadyThere(out);
  const temporary = join(dirname(out), `.galley-${randomBytes(6).toString('hex')}.part${extname(out)}`);
  const release = trackTemporary(temporary);
  try {
    const result = await write(temporary);
    const file = await open(temporary, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    if (force) await rename(temporary, out);
    else await place(temporary, out);
    return result;
  } catch (error) {
    throw asFailure(error);
  } finally {
    await rm(temporary, { force: true });
    release();
  }
}

/** A rename that never replaces: a hard link fails when the name is taken, where the file system has links. */
async function place(temporary: string, out: string): Promise<void> {
  try {
    await link(temporary, out);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST' || (await exists(out))) throw alreadyThere(out);
    await rename(temporary, out);
  }
}

/** A folder beside the target for intermediate files, removed whatever happens. */
export async function withWorkFolder<T>(beside: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(dirname(resolve(beside)), '.galley-work-')).catch((error: unknown) => {
    throw asFailure(error);
  });
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
