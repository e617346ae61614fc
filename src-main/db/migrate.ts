import { GalleyError } from '#shared/contract/failure.ts';
import { applicationId, type Connection } from './connection.ts';
import { damaged } from './database-errors.ts';

/** One step of the database's shape, forward only. */
export interface Migration {
  /** `user_version` after it; steps of ten, so that a repair fits between two. */
  version: number;
  name: string;
  up: string | ((connection: Connection) => void);
}

export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/** Refuses, before anything is written, a file that is not ours and one that a newer Galley wrote. */
export function checkIdentity(connection: Connection, migrations: readonly Migration[]): void {
  if (connection.pragma<number>('application_id') !== applicationId) {
    throw new GalleyError('unreadable-file', {
      en: `“${connection.path}” is a database, but not one of Galley's. Choose a Galley workspace folder.`,
      zh: `“${connection.path}”是数据库，但不属于 Galley。请选择 Galley 工作区文件夹。`,
    });
  }
  const version = connection.pragma<number>('user_version');
  if (version > latestVersion(migrations)) {
    throw new GalleyError(
      'unavailable',
      {
        en: `“${connection.path}” was saved by a newer Galley (format ${version}, this one knows ${latestVersion(migrations)}). Update Galley to open it; nothing was changed.`,
        zh: `“${connection.path}”由更新版本的 Galley 保存（格式 ${version}，当前版本支持到 ${latestVersion(migrations)}）。请更新 Galley 后再打开；文件未作任何改动。`,
      },
      { newer: true, version },
    );
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
