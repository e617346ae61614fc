import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import { backupNow } from './backup.ts';
import { type Connection, openConnection } from './connection.ts';
import { damaged } from './database-errors.ts';
import { fileStamp } from './files.ts';
import { checkIdentity, latestVersion, type Migration, migrate } from './migrate.ts';
import { migrations as shipped } from './migrations/all.ts';

/** Bytes up to which every page is looked at on each open (about 0.1 s); beyond, only after a crash. */
const alwaysChecked = 16 * 1024 * 1024;

/** SQLite's own header, below which a file cannot be a database. */
const headerBytes = 100;

export interface OpenOptions {
  /** Where the copy before a migration goes. */
  backups: string;
  migrations?: readonly Migration[];
  now?: Date;
}

/**
 * Opens an existing database: what kind it is, whether it is whole, then the missing migrations.
 * Throws `unreadable-file` (detail `damaged`), `unavailable` for a newer file or a place that cannot be written.
 */
export function openDatabase(path: string, options: OpenOptions): Connection {
  const migrations = options.migrations ?? shipped;
  const now = options.now ?? new Date();
  const crashed = existsSync(`${path}-wal`);
  const facts = statSync(path);
  if (facts.isDirectory()) {
    throw new GalleyError('unreadable-file', {
      en: `“${path}” is a folder, but the workspace database belongs there. Rename that folder and restore a backup.`,
      zh: `“${path}”是文件夹，但这里应当是工作区数据库。请重命名该文件夹并恢复备份。`,
    });
  }
  // Looked at before SQLite does: it would take an empty file for a new database.
  if (facts.size < headerBytes) throw damaged(path, `${facts.size} bytes`);
  checkIdentity(path, migrations);
  const connection = openConnection(path, false);
  try {
    checkPages(connection, crashed || facts.size <= alwaysChecked);
    migrate(connection, migrations, (from) => {
      const name = `${basename(path, '.db')}-before-${latestVersion(migrations)}-from-${from}-${fileStamp(now)}.db`;
      backupNow(connection, options.backups, name);
    });
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

function checkPages(connection: Connection, every: boolean): void {
  const result = every
    ? connection.pragma<string>('quick_check(1)')
    : connection.get('SELECT 1 FROM meta LIMIT 1') && 'ok';
  if (result !== 'ok') throw damaged(connection.path, String(result));
}

/** Makes a new database; the file must not exist. */
export function createDatabase(path: string, migrations: readonly Migration[] = shipped): Connection {
  const connection = openConnection(path, true);
  try {
    migrate(connection, migrations, () => {});
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}
