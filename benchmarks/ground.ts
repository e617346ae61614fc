import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStudio } from '#main/compose.ts';
import type { Studio } from '#main/ports/studio.ts';

/** The folder of the project. */
export const projectRoot = join(import.meta.dirname, '..');

/** Runs the work in a temporary folder that is removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A whole studio, as the hosts start it, whose settings and workspaces lie in `folder`. */
export function studioIn(folder: string): Promise<Studio> {
  return createStudio({
    host: { kind: 'cli', dialogs: null },
    paths: {
      root: projectRoot,
      resources: join(projectRoot, 'resources'),
      settings: join(folder, 'settings'),
      documents: folder,
      uploads: join(folder, 'uploads'),
    },
    log: (line) => console.error(line),
  });
}
