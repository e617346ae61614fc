import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import { isGoodBackup } from './backup.ts';
import { publishFile } from './files.ts';
import { latestVersion } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { checkNewFolder, databaseName, makeFolders, pathsOf, workspaceRoot } from './workspace-folder.ts';
import { lockWorkspace } from './workspace-lock.ts';

/**
 * Makes a workspace folder out of a backup file. Its media come along when the backup still lies in the `backups`
 * folder of its workspace; a backup holds none itself.
 * @throws GalleyError `conflict` where the folder holds anything, `unreadable-file` for what is no sound backup
 */
export function restoreWorkspace(from: string, path: string, now: Date): void {
  const root = workspaceRoot(path);
  const backup = resolve(from);
  checkNewFolder(root);
  if (!existsSync(backup)) {
    throw new GalleyError('not-found', {
      en: `There is no file “${backup}”. Name a backup made by “workspace backup”.`,
      zh: `找不到文件“${backup}”。请指定由“workspace backup”生成的备份。`,
    });
  }
  if (!isGoodBackup(backup, latestVersion(migrations))) {
    throw new GalleyError('unreadable-file', {
      en: `“${backup}” is no sound backup of this version of Galley. Nothing was restored; try an older backup.`,
      zh: `“${backup}”不是此版本 Galley 的完好备份，未恢复任何内容。请尝试更早的备份。`,
    });
  }
  mkdirSync(root, { recursive: true });
  const unlock = lockWorkspace(root, now);
  try {
    const folders = pathsOf(root);
    makeFolders(folders);
    const origin = pathsOf(dirname(dirname(backup)));
    if (existsSync(join(origin.root, databaseName))) {
      for (const folder of ['assets', 'fonts', 'luts'] as const) {
        if (existsSync(origin[folder])) cpSync(origin[folder], folders[folder], { recursive: true });
      }
    }
    const database = join(root, databaseName);
    // Under a temporary name until it is whole: a crash here leaves no half workspace.
    rmSync(`${database}.part`, { force: true });
    copyFileSync(backup, `${database}.part`);
    publishFile(`${database}.part`, database);
  } finally {
    unlock();
  }
}
