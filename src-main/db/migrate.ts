import Database from 'better-sqlite3';
import { GalleyError } from '#shared/contract/failure.ts';
import { applicationId, type Connection } from './connection.ts';
import { damaged, translateDatabaseError } from './database-errors.ts';

/** One step of the database's shape, forward only. */
export interface Migration {
  /** `user_version` after it. */
  version: number;
  name: string;
  up: string | ((connection: Connection) => void);
}

export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/**
 * Refuses a file that is not ours and one that a newer Galley wrote. Looks through a read-only connection of
 * its own, so that not a byte of a refused file changes (not even its journal mode).
 */
export function checkIdentity(path: string, migrations: readonly Migration[]): void {
  const { id, version } = identityOf(path);
  if (id !== applicationId) {
    throw new GalleyError('unreadable-file', {
      en: `“${path}” is a database, but not one of Galley's. Choose a Galley workspace folder.`,
      zh: `“${path}”是数据库，但不属于 Galley。请选择 Galley 工作区文件夹。`,
    });
  }
  const newest = latestVersion(migrations);
  if (version > newest) {
    throw new GalleyError(
      'unavailable',
      {
        en: `“${path}” was saved by a newer Galley (format ${version}, this one knows ${newest}). Update Galley to open it; nothing was changed.`,
        zh: `“${path}”由更新版本的 Galley 保存（格式 ${version}，当前版本支持到 ${newest}）。请更新 Galley 后再打开；文件未作任何改动。`,
      },
      { newer: true, version },
    );
  }
}

function identityOf(path: string): { id: number; version: number } {
  try {
    const raw = new Database(path, { readonly: true, fileMustExist: true });
    try {
      return {
        id: Number(raw.pragma('application_id', { simple: true })),
        version: Number(raw.pragma('user_version', { simple: true })),
      };
    } finally {
      raw.close();
    }
  } catch (error) {
    throw translateDatabaseError(error, path);
  }
}

/**
 * Brings the file to the newest shape in one transaction: either all missing steps are made or none.
 * `beforeFirst` makes the backup; it is not called for a new file or when there is nothing to do.
 */
export function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  beforeFirst: (from: number) => void,
): void {
  const from = connection.pragma<number>('user_version');
  const missing = migrations.filter((migration) => migration.version > from);
  if (missing.length === 0) return;
  if (from > 0) beforeFirst(from);
  connection.transaction(() => {
    for (const migration of missing) {
      if (typeof migration.up === 'string') connection.raw.exec(migration.up);
      else migration.up(connection);
      connection.raw.pragma(`user_version = ${migration.version}`);
    }
    connection.raw.pragma(`application_id = ${applicationId}`);
    const broken = connection.raw.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw damaged(connection.path, 'foreign keys after migration');
  });
}
