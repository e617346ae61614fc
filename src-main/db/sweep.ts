import { type Dirent, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspacePaths } from '#main/ports/workspace.ts';
import type { Connection } from './connection.ts';

/** Milliseconds: a younger file may belong to an import that has not written its row yet. */
const orphanAge = 60 * 60 * 1000;

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true });
  } catch {
    return [];
  }
}

/**
 * Tidies up after a crash, right after the workspace was locked: unfinished `.part` files are removed; media,
 * fonts and look-up tables that no row knows go to `cache/trash`. Answers how many of each.
 */
export function sweep(
  connection: Connection,
  paths: WorkspacePaths,
  now: Date = new Date(),
): { parts: number; orphans: number } {
  const counts = { parts: 0, orphans: 0 };
  for (const folder of [paths.assets, paths.fonts, paths.luts, paths.exports, paths.backups, paths.cache]) {
    for (const entry of entriesOf(folder)) {
      if (!entry.isFile() || !entry.name.endsWith('.part')) continue;
      rmSync(join(entry.parentPath, entry.name), { force: true });
      counts.parts += 1;
    }
  }
  const known = new Set(
    connection
      .all<{ sha256: string; extension: string }>(
        `SELECT sha256, extension FROM assets UNION ALL SELECT sha256, extension FROM fonts
         UNION ALL SELECT sha256, 'cube' FROM luts`,
      )
      .map((asset) => `${asset.sha256}.${asset.extension}`),
  );
  const trash = join(paths.cache, 'trash');
  for (const entry of [paths.assets, paths.fonts, paths.luts].flatMap(entriesOf)) {
    if (!entry.isFile() || known.has(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const age = now.getTime() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime());
    if (age < orphanAge) continue;
    mkdirSync(trash, { recursive: true });
    renameSync(path, join(trash, entry.name));
    counts.orphans += 1;
  }
  return counts;
}
