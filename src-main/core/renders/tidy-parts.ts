import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds after which painted pages and captions are let go; they are painted again where they are missed. */
const kept = 30 * 24 * 60 * 60 * 1000;

/** Takes old pictures out of a folder of the cache. Never throws: a cache that cannot be tidied is no reason to stop. */
export async function tidyParts(folder: string, now: Date): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && now.getTime() - found.mtimeMs > kept) await rm(path, { force: true }).catch(() => {});
  }
}
