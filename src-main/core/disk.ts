import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { safeFileName } from '#shared/domain/file-name.ts';

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * A path in `folder` that is not taken: the name made legal on every system (so that it never leaves the folder),
 * with ` (2)`, ` (3)` … where needed.
 * @param extension without a dot; absent for a folder
 */
export async function freePath(folder: string, name: string, extension = ''): Promise<string> {
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? name : `${name} (${number})`;
    const path = join(folder, safeFileName(numbered, extension).replace(/\.$/, ''));
    if (!(await exists(path))) return path;
  }
}
