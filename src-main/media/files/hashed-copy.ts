import { createHash } from 'node:crypto';
import { constants, copyFile, type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { cancelled } from '#shared/contract/failure.ts';
import { diskFailure, flushFolder, temporaryBeside } from './atomic.ts';

/** One mebibyte: large enough that reading is not the cost, small enough for steady progress. */
const chunkBytes = 1 << 20;

type OnBytes = (bytesSoFar: number) => void;

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancelled();
}

/**
 * The bytes of a file in pieces that take turns in two buffers: each is gone when the next but one is asked for, so
 * that one can be written while the other is read. A stream allocates every piece anew, which cost as much as the
 * hashing itself.
 */
async function* readPieces(path: string): AsyncGenerator<Buffer> {
  const buffers = [Buffer.allocUnsafeSlow(chunkBytes), Buffer.allocUnsafeSlow(chunkBytes)] as const;
  const file = await open(path, 'r');
  try {
    for (let turn = 0; ; turn += 1) {
      const buffer = buffers[turn % 2 === 0 ? 0 : 1];
      const { bytesRead } = await file.read(buffer, 0, chunkBytes);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/**
 * SHA-256 of a file as lower-case hexadecimal, read piece by piece.
 * @param onBytes told the bytes read so far
 * @throws GalleyError `cancelled`; the system error when the file cannot be read
 */
export async function hashFile(path: string, signal?: AbortSignal, onBytes?: OnBytes): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of readPieces(path)) {
    stopIfCancelled(signal);
    hash.update(piece);
    bytes += piece.length;
    onBytes?.(bytes);
  }
  return hash.digest('hex');
}

export interface HashedCopyOptions {
  /**
   * Looks at the complete copy before it gets its name and answers its extension (without a dot).
   * Whatever it throws refuses the file: the copy is removed.
   */
  accept: (temporaryPath: string, sha256: string, bytes: number) => Promise<string>;
  signal?: AbortSignal;
  onBytes?: OnBytes;
  /** The folder is only passed through: who moves the file on makes its final name durable. */
  passing?: boolean;
}

export interface HashedCopy {
  sha256: string;
  bytes: number;
  path: string;
  extension: string;
  /** True when the folder held these bytes already; the copy was dropped. */
  existed: boolean;
}

/** Smaller files are copied before a clone of them would pay. */
const leastCloned = 16 * chunkBytes;

/**
 * A copy that shares its blocks with the source until one of them changes: at once, whatever the size. Only some file
 * systems can (APFS, Btrfs, XFS, ReFS). A hard link would do everywhere, but an editor that writes into the original
 * would change the library with it.
 */
async function cloned(source: string, temporary: string): Promise<boolean> {
  if (((await sizeOf(source)) ?? 0) < leastCloned) return false;
  try {
    await copyFile(source, temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE);
    return true;
  } catch {
    await rm(temporary, { force: true });
    return false;
  }
}

async function writeWhole(output: FileHandle, data: Buffer): Promise<void> {
  for (let offset = 0; offset < data.length; ) offset += (await output.write(data, offset)).bytesWritten;
}

/** Copies the source into `temporary`, flushed, hashing on the way; one piece is written while the next is read. */
async function copyAndHash(source: string | Readable, temporary: string, options: HashedCopyOptions) {
  if (typeof source === 'string' && (await cloned(source, temporary))) {
    const file = await open(temporary, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    const sha256 = await hashFile(temporary, options.signal, options.onBytes);
    return { sha256, bytes: (await stat(temporary)).size };
  }
  const hash = createHash('sha256');
  let bytes = 0;
  const input = typeof source === 'string' ? readPieces(source) : source;
  const output = await open(temporary, 'wx');
  let writing = Promise.resolve();
  try {
    for await (const chunk of input) {
      stopIfCancelled(options.signal);
      const data = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
      hash.update(data);
      await writing;
      writing = writeWhole(output, data);
      // Told by the next `await`; until then it must not count as unheard.
      writing.catch(() => {});
      bytes += data.length;
      options.onBytes?.(bytes);
    }
    await writing;
    await output.sync();
  } finally {
    await writing.catch(() => {});
    await output.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    (status) => status.size,
    () => undefined,
  );
}

/**
 * Copies a file or an upload into a folder under the name `<sha256>.<extension>`, hashing in the same
 * read; the copy is flushed before it gets its name. Nothing half-written stays, whatever happens.
 * @param source a path or a stream of bytes
 * @param folder must exist; the temporary file lives there too
 * @throws GalleyError `cancelled`, `disk-full`, and whatever `accept` throws
 */
export async function copyHashed(
  source: string | Readable,
  folder: string,
  options: HashedCopyOptions,
): Promise<HashedCopy> {
  const temporary = temporaryBeside(join(folder, 'copy'));
  try {
    stopIfCancelled(options.signal);
    const { sha256, bytes } = await copyAndHash(source, temporary, options);
    const extension = await options.accept(temporary, sha256, bytes);
    stopIfCancelled(options.signal);
    const path = join(folder, `${sha256}.${extension}`);
    // Equal hash but another size is a damaged file under that name: the good copy replaces it.
    const existed = (await sizeOf(path)) === bytes;
    if (existed) {
      await rm(temporary, { force: true });
    } else {
      await rename(temporary, path);
      if (!options.passing) await flushFolder(folder);
    }
    return { sha256, bytes, path, extension, existed };
  } catch (error) {
    await rm(temporary, { force: true });
    throw diskFailure(error, folder);
  }
}
