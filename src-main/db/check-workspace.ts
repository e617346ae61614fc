import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Health, WorkspacePaths } from '#main/ports/workspace.ts';
import type { Connection } from './connection.ts';

/** SHA-256 of a file, read in pieces of one megabyte. */
function hashOf(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1024 * 1024);
  const handle = openSync(path, 'r');
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

function sizeOf(path: string): number | null {
  try {
    return statSync(path).size;
  } catch {
    return null;
  }
}

/** Is the database whole, do its rows fit together, and is every media file there as it came? */
export function checkWorkspace(
  connection: Connection,
  paths: WorkspacePaths,
  assetPath: (asset: { sha256: string; extension: string }) => string,
  hashes: boolean,
): Health {
  const problems: Health['problems'] = [];
  const report = (code: string, count: number, en: string, zh: string): void => {
    if (count > 0) problems.push({ code, count, message: { en, zh } });
  };

  const integrity = connection.raw.pragma('integrity_check') as { integrity_check: string }[];
  const faults = integrity.filter((row) => row.integrity_check !== 'ok').length;
  report(
    'database-damaged',
    faults,
    `The database “${connection.path}” is damaged in ${faults} places. Restore the newest backup from “${paths.backups}”.`,
    `数据库“${connection.path}”有 ${faults} 处损坏。请从“${paths.backups}”恢复最新备份。`,
  );
  const broken = (connection.raw.pragma('foreign_key_check') as unknown[]).length;
  report(
    'rows-dangling',
    broken,
    `${broken} rows point at rows that are not there. Restore the newest backup from “${paths.backups}”.`,
    `有 ${broken} 行指向不存在的数据。请从“${paths.backups}”恢复最新备份。`,
  );

  const missing: string[] = [];
  const changed: string[] = [];
  const assets = connection.all<{ name: string; sha256: string; extension: string; bytes: number }>(
    'SELECT name, sha256, extension, bytes FROM assets ORDER BY number',
  );
  for (const asset of assets) {
    const path = assetPath(asset);
    const size = sizeOf(path);
    if (size === null) missing.push(asset.name);
    else if (size !== asset.bytes || (hashes && hashOf(path) !== asset.sha256)) changed.push(asset.name);
  }
  const named = (names: string[]): string => names.slice(0, 3).join(', ') + (names.length > 3 ? ' …' : '');
  report(
    'files-missing',
    missing.length,
    `${missing.length} media files are missing from “${paths.assets}” (${named(missing)}). Import them again; they find their place by content.`,
    `“${paths.assets}”缺少 ${missing.length} 个媒体文件（${named(missing)}）。重新导入即可按内容归位。`,
  );
  report(
    'files-changed',
    changed.length,
    `${changed.length} media files are not what was imported (${named(changed)}). Replace them from a copy of the workspace.`,
    `${changed.length} 个媒体文件与导入时不同（${named(changed)}）。请用工作区副本中的文件替换。`,
  );
  return { ok: problems.length === 0, problems };
}
