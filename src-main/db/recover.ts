import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import { backupsIn, isGoodBackup } from './backup.ts';
import { fileStamp, publishFile, syncFolder } from './files.ts';
import { latestVersion } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { databaseName, pathsOf, workspaceRoot } from './workspace-folder.ts';
import { lockWorkspace } from './workspace-lock.ts';

/** What recovery did, for the window to show. */
export interface Recovery {
  /** The backup that is the database now, and when it was made (ISO, UTC). */
  restoredFrom: string;
  backupMadeAt: string;
  /** Folder that holds the damaged file. */
  quarantine: string | null;
}

/**
 * Puts the damaged database aside (with its journal) and the newest good backup in its place. Nothing is
 * deleted, and nothing is touched when there is no good backup (`not-found`).
 */
export function recoverWorkspace(path: string, now: Date = new Date()): Recovery {
  const root = workspaceRoot(path);
  const folders = pathsOf(root);
  const unlock = lockWorkspace(root, now);
  try {
    const backup = backupsIn(folders.backups).find((file) => isGoodBackup(file, latestVersion(migrations)));
    if (backup === undefined) {
      throw new GalleyError('not-found', {
        en: `There is no sound backup in “${folders.backups}”, so nothing was changed. Copy one there from another disk and try again.`,
        zh: `“${folders.backups}”中没有完好的备份，因此未作任何改动。请从其他磁盘复制一份备份到该处后重试。`,
      });
    }
    const database = join(root, databaseName);
    const restored = `${database}.part`;
    rmSync(restored, { force: true });
    copyFileSync(backup, restored);

    const present = [databaseName, `${databaseName}-wal`, `${databaseName}-shm`].filter((name) =>
      existsSync(join(root, name)),
    );
    const quarantine = join(root, 'quarantine', fileStamp(now));
    if (present.length > 0) mkdirSync(quarantine, { recursive: true });
    for (const name of present) renameSync(join(root, name), join(quarantine, name));
    if (present.length > 0) syncFolder(quarantine);
    publishFile(restored, database);
    return {
      restoredFrom: backup,
      backupMadeAt: statSync(backup).mtime.toISOString(),
      quarantine: present.length > 0 ? quarantine : null,
    };
  } finally {
    unlock();
  }
}
