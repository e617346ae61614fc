import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Bilingual, GalleyError } from '#shared/contract/failure.ts';
import { newId } from '#shared/domain/id.ts';
import type { Clock, Paths } from '#main/ports/host.ts';
import type { Session, WorkspaceStore } from '#main/ports/workspace.ts';
import { backupIfDue } from './backup.ts';
import type { Connection } from './connection.ts';
import { translateDatabaseError } from './database-errors.ts';
import { publishFile } from './files.ts';
import { createDatabase, openDatabase } from './open-database.ts';
import { createRecordRepository } from './repositories/record.ts';
import { createSession } from './session.ts';
import { recoverWorkspace } from './recover.ts';
import { restoreWorkspace } from './restore.ts';
import { sweep } from './sweep.ts';
import {
  checkNewFolder,
  checkWorkspaceFolder,
  databaseName,
  folderWarnings,
  makeFolders,
  pathsOf,
  workspaceRoot,
} from './workspace-folder.ts';
import { lockWorkspace } from './workspace-lock.ts';

/** Bytes of a suggested folder name; file systems take 255, a number and other people's tools need some. */
const nameBytes = 180;

/** A name that every system takes as a folder: no reserved characters, no device names, no trailing dots. */
function folderName(name: string): string {
  const letters = name.normalize('NFC').replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, '');
  let cut = '';
  for (const { segment } of new Intl.Segmenter().segment(letters)) {
    if (Buffer.byteLength(cut + segment) > nameBytes) break;
    cut += segment;
  }
  const legal = cut.replaceAll(/[. ]+$/g, '').trim();
  if (legal === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(legal)) return `Workspace ${legal}`.trim();
  return legal;
}

/** A full disk must not keep people from their work; damage, which the copy may find first, must. */
function dailyBackup(connection: Connection, folder: string, now: Date): Bilingual[] {
  try {
    backupIfDue(connection, folder, now);
    return [];
  } catch (error) {
    const cause = translateDatabaseError(error, connection.path);
    if (cause instanceof GalleyError && cause.code === 'unreadable-file') throw cause;
    return [
      {
        en: `Today's backup of the workspace could not be written to “${folder}”. Free some space or check the folder, then open the workspace again.`,
        zh: `无法把今天的工作区备份写入“${folder}”。请清理空间或检查该文件夹，然后重新打开工作区。`,
      },
    ];
  }
}

/** Workspaces as folders on this machine. */
export function createWorkspaceStore(paths: Pick<Paths, 'documents'>, clock: Clock): WorkspaceStore {
  function open(path: string): Session {
    const root = workspaceRoot(path);
    checkWorkspaceFolder(root);
    const unlock = lockWorkspace(root, clock.now());
    try {
      const folders = pathsOf(root);
      makeFolders(folders);
      const connection = openDatabase(join(root, databaseName), {
        backups: folders.backups,
        now: clock.now(),
      });
      try {
        sweep(connection, folders, clock.now());
        const warnings = [...folderWarnings(root), ...dailyBackup(connection, folders.backups, clock.now())];
        return createSession(connection, folders, warnings, unlock);
      } catch (error) {
        connection.close();
        throw error;
      }
    } catch (error) {
      unlock();
      throw error;
    }
  }

  return {
    open,
    create(path, details) {
      const root = workspaceRoot(path);
      checkNewFolder(root);
      mkdirSync(root, { recursive: true });
      const unlock = lockWorkspace(root, clock.now());
      const database = join(root, databaseName);
      try {
        makeFolders(pathsOf(root));
        // Under a temporary name until it is whole: a crash here leaves no half workspace.
        const unfinished = `${database}.part`;
        rmSync(unfinished, { force: true });
        const connection = createDatabase(unfinished);
        createRecordRepository(connection).write({
          ...details,
          id: newId(),
          createdAt: clock.now().toISOString(),
        });
        connection.close();
        publishFile(unfinished, database);
      } finally {
        unlock();
      }
      return open(root);
    },
    recover: (path) => recoverWorkspace(path, clock.now()),
    restore: (from, path) => restoreWorkspace(from, path, clock.now()),
    isSame: (a, b) => workspaceRoot(a) === workspaceRoot(b),
    suggest(name) {
      const base = join(paths.documents, folderName(name));
      let path = base;
      for (let number = 2; existsSync(path); number += 1) path = `${base} ${number}`;
      return path;
    },
  };
}
