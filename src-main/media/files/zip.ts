import { createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { writeAtomically } from './atomic.ts';

/** Already compressed: deflating them again costs time and saves nothing. */
const storedAsIs = /\.(jpe?g|png|webp|avif|gif|mp4|mov|webm|zip)$/i;

/**
 * Packs a folder's files into a new ZIP, streamed file by file, sorted by name.
 * @throws GalleyError `disk-full`; an AbortError when the signal fires. Nothing half-written stays.
 */
export async function zipFolder(folder: string, out: string, signal: AbortSignal): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  await writeAtomically(out, async (temporary) => {
    const zip = new ZipFile();
    for (const file of files) {
      zip.addFile(file, relative(folder, file).split(sep).join('/'), { compress: !storedAsIs.test(file) });
    }
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(temporary), { signal });
  });
}
