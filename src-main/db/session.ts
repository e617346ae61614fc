import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Bilingual, GalleyError } from '#shared/contract/failure.ts';
import type { Session, WorkspacePaths } from '#main/ports/workspace.ts';
import { backupTo } from './backup.ts';
import { checkWorkspace } from './check-workspace.ts';
import type { Connection } from './connection.ts';
import { fileStamp } from './files.ts';
import { createRepositories } from './repositories/create.ts';

/** Two backups in one second are two files. */
function freeName(folder: string, stamp: string): string {
  let path = join(folder, `${stamp}.db`);
  for (let number = 2; existsSync(path); number += 1) path = join(folder, `${stamp}-${number}.db`);
  return path;
}

/** Joins an open database and its folder to what the use cases work with. */
export function createSession(
  connection: Connection,
  paths: WorkspacePaths,
  warnings: Bilingual[],
  unlock: () => void,
): Session {
  const repositories = createRepositories(connection);
  const assetPath = (asset: { sha256: string; extension: string }): string =>
    join(paths.assets, asset.sha256.slice(0, 2), `${asset.sha256}.${asset.extension}`);
  const fontPath = (font: { sha256: string; extension: string }): string =>
    join(paths.fonts, `${font.sha256}.${font.extension}`);
  const lutPath = (sha256: string): string => join(paths.luts, `${sha256}.cube`);

  return {
    repositories,
    paths,
    assetPath,
    fontPath,
    lutPath,
    schemaVersion: connection.pragma<number>('user_version'),
    workspace() {
      const record = repositories.record.read();
      return {
        id: record.id,
        name: record.name,
        path: paths.root,
        zone: record.zone,
        readOnly: false,
        isSample: record.isSample,
        counts: {
          posts: repositories.posts.count(),
          designs: repositories.designs.count(),
          clips: repositories.clips.count(),
          assets: repositories.assets.count(),
        },
        warnings,
      };
    },
    databaseBytes: () => statSync(connection.path).size,
    check: (options = {}) =>
      checkWorkspace(connection, paths, { assetPath, fontPath, lutPath }, options.hashes ?? false),
    async backup(out, context) {
      const stamp = `workspace-${fileStamp(new Date())}`;
      let path = freeName(paths.backups, stamp);
      if (out !== undefined) {
        path = resolve(out);
        if (existsSync(path) && statSync(path).isDirectory()) path = freeName(path, stamp);
        else if (!existsSync(join(path, '..'))) {
          throw new GalleyError('not-found', {
            en: `There is no folder for “${path}”. Choose an existing folder for the backup.`,
            zh: `“${path}”所在的文件夹不存在。请为备份选择已有的文件夹。`,
          });
        }
      }
      return backupTo(connection, path, context);
    },
    close() {
      if (!connection.raw.open) return;
      connection.close();
      unlock();
    },
  };
}
