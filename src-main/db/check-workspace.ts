import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Health, Session, WorkspacePaths } from '#main/ports/workspace.ts';
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

interface StoredFile {
  name: string;
  sha256: string;
  extension: string;
  bytes: number;
}

/** Names of files that are not there, and of those that are not what they were. */
function missingOrChanged(
  files: readonly StoredFile[],
  place: (file: StoredFile) => string,
  hashes: boolean,
): { missing: string[]; changed: string[] } {
  const found = { missing: [] as string[], changed: [] as string[] };
  for (const file of files) {
    const path = place(file);
    const size = sizeOf(path);
    if (size === null) found.missing.push(file.name);
    else if (size !== file.bytes || (hashes && hashOf(path) !== file.sha256)) found.changed.push(file.name);
  }
  return found;
}

/** Is the database whole, do its rows fit together, and is every media file there as it came? */
export function checkWorkspace(
  connection: Connection,
  paths: WorkspacePaths,
  places: Pick<Session, 'assetPath' | 'fontPath' | 'lutPath'>,
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

  const media = missingOrChanged(
    connection.all<StoredFile>('SELECT name, sha256, extension, bytes FROM assets ORDER BY number'),
    places.assetPath,
    hashes,
  );
  const fonts = missingOrChanged(
    connection.all<StoredFile>('SELECT name, sha256, extension, bytes FROM fonts ORDER BY name'),
    places.fontPath,
    hashes,
  );
  const luts = missingOrChanged(
    connection.all<StoredFile>(`SELECT name, sha256, 'cube' AS extension, bytes FROM luts ORDER BY name`),
    ({ sha256 }) => places.lutPath(sha256),
    hashes,
  );
  const named = (names: string[]): string => names.slice(0, 3).join(', ') + (names.length > 3 ? ' …' : '');
  report(
    'files-missing',
    media.missing.length,
    `${media.missing.length} media files are missing from “${paths.assets}” (${named(media.missing)}). Import them again; they find their place by content.`,
    `“${paths.assets}”缺少 ${media.missing.length} 个媒体文件（${named(media.missing)}）。重新导入即可按内容归位。`,
  );
  report(
    'files-changed',
    media.changed.length,
    `${media.changed.length} media files are not what was imported (${named(media.changed)}). Replace them from a copy of the workspace.`,
    `${media.changed.length} 个媒体文件与导入时不同（${named(media.changed)}）。请用工作区副本中的文件替换。`,
  );
  const lostFonts = [...fonts.missing, ...fonts.changed];
  report(
    'fonts-missing',
    lostFonts.length,
    `${lostFonts.length} fonts are missing from “${paths.fonts}” or damaged (${named(lostFonts)}). Add them again; they find their place by content.`,
    `“${paths.fonts}”中有 ${lostFonts.length} 个字体缺失或损坏（${named(lostFonts)}）。重新添加即可按内容归位。`,
  );
  const lostLuts = [...luts.missing, ...luts.changed];
  report(
    'luts-missing',
    lostLuts.length,
    `${lostLuts.length} colour tables are missing from “${paths.luts}” or damaged (${named(lostLuts)}). Add them again; they find their place by content.`,
    `“${paths.luts}”中有 ${lostLuts.length} 个颜色查找表缺失或损坏（${named(lostLuts)}）。重新添加即可按内容归位。`,
  );
  return { ok: problems.length === 0, problems };
}
