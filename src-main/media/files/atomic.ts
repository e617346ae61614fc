import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';

/** Files under this prefix are unfinished; whatever a crash leaves may be deleted at the next start. */
export const temporaryPrefix = '.galley-tmp-';

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** A name beside `target`, with its extension because encoders choose their container by it. */
export function temporaryBeside(target: string): string {
  return join(dirname(target), `${temporaryPrefix}${randomUUID()}${extname(target)}`);
}

/** ENOSPC and a used-up quota as the failure people can act on; everything else unchanged. */
export function diskFailure(error: unknown, folder: string): unknown {
  const code = systemCode(error);
  const text = error instanceof Error ? error.message : '';
  if (code !== 'ENOSPC' && code !== 'EDQUOT' && !/no space left on device/i.test(text)) return error;
  return new GalleyError('disk-full', {
    en: `No room left on the disk of “${folder}”. Free some space and try again; nothing half-written was kept.`,
    zh: `“${folder}”所在磁盘已满。请清理空间后重试；没有留下未写完的文件。`,
  });
}

function alreadyThere(target: string): GalleyError {
  const name = basename(target);
  return new GalleyError('invalid-input', {
    en: `“${name}” exists already. Choose another name, or add --force to replace it.`,
    zh: `“${name}”已存在。请换一个名称，或加上 --force 覆盖。`,
  });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Makes the content of a file durable before its name is. */
async function flushFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename durable. Windows has no handle for folders; there the rename itself is journalled. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives `temporary` its final name; without `force` an existing file wins, also one that appears this very moment. */
async function publish(temporary: string, target: string, force: boolean): Promise<void> {
  if (force) return rename(temporary, target);
  try {
    await link(temporary, target);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw alreadyThere(target);
    // FAT and some network folders know no hard links.
    if (await exists(target)) throw alreadyThere(target);
    return rename(temporary, target);
  }
  await rm(temporary, { force: true });
}

/**
 * Writes a file so that at every instant either the old one, the complete new one or none is there:
 * temporary name in the same folder → flush → rename → flush of the folder. The folder is made if missing.
 * @param produce writes the whole content to the path it is given
 * @param options.durable false leaves out the flushes: right for caches, which can be made again
 * @throws GalleyError `invalid-input` when the target exists and `force` is not set; `disk-full`; whatever
 *   `produce` throws. On any failure the temporary file is gone.
 */
export async function writeAtomically<Result>(
  target: string,
  produce: (temporaryPath: string) => Promise<Result>,
  options: { force?: boolean; durable?: boolean } = {},
): Promise<Result> {
  const { force = false, durable = true } = options;
  if (!force && (await exists(target))) throw alreadyThere(target);
  const temporary = temporaryBeside(target);
  try {
    await mkdir(dirname(target), { recursive: true });
    const result = await produce(temporary);
    if (durable) await flushFile(temporary);
    await publish(temporary, target, force);
    if (durable) await flushFolder(dirname(target));
    return result;
  } catch (error) {
    await rm(temporary, { force: true });
    throw diskFailure(error, dirname(target));
  }
}
