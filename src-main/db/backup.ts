import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { cancelled, GalleyError } from '#shared/contract/failure.ts';
import { applicationId, type Connection } from './connection.ts';
import { fileStamp, publishFile } from './files.ts';

/** Backups that Galley made by itself and keeps; the user's own are never removed. */
const automaticKept = 7;

const automaticPattern = /^automatic-.+\.db$/;

/** True when a file is a sound Galley database of a version up to `newest`. Never throws. */
export function isGoodBackup(path: string, newest: number): boolean {
  try {
    const copy = new Database(path, { readonly: true, fileMustExist: true });
    try {
      return (
        copy.pragma('application_id', { simple: true }) === applicationId &&
        Number(copy.pragma('user_version', { simple: true })) <= newest &&
        copy.pragma('integrity_check', { simple: true }) === 'ok'
      );
    } finally {
      copy.close();
    }
  } catch {
    return false;
  }
}

function keepIfGood(temporary: string, path: string, newest: number): void {
  if (!isGoodBackup(temporary, newest)) {
    throw new GalleyError('unreadable-file', {
      en: `The backup copy did not pass its check, so it was not kept. Check the workspace and the disk.`,
      zh: `备份副本未通过检查，因此没有保留。请检查工作区和磁盘。`,
    });
  }
  publishFile(temporary, path);
}

function version(connection: Connection): number {
  return connection.pragma<number>('user_version');
}

/** A checked copy before a step that changes the file's shape. Blocks; answers its path. */
export function backupNow(connection: Connection, folder: string, name: string): string {
  const path = join(folder, name);
  const temporary = `${path}.part`;
  rmSync(temporary, { force: true });
  try {
    connection.raw.prepare('VACUUM INTO ?').run(temporary);
    keepIfGood(temporary, path, version(connection));
  } finally {
    rmSync(temporary, { force: true });
  }
  return path;
}

/** Once a day, at open: recovery needs something to go back to. Answers null when a fresh one exists. */
export function backupIfDue(connection: Connection, folder: string, now: Date): string | null {
  const automatic = readdirSync(folder)
    .filter((name) => automaticPattern.test(name))
    .toSorted();
  const newest = automatic.at(-1);
  const day = 24 * 60 * 60 * 1000;
  if (newest !== undefined && now.getTime() - statSync(join(folder, newest)).mtimeMs < day) return null;
  const path = backupNow(connection, folder, `automatic-${fileStamp(now)}.db`);
  for (const name of automatic.slice(0, Math.max(0, automatic.length + 1 - automaticKept))) {
    rmSync(join(folder, name), { force: true });
  }
  return path;
}

/** The user's own backup, page by page so that nobody waits; cancelling leaves nothing behind. */
export async function backupTo(
  connection: Connection,
  path: string,
  context: { signal?: AbortSignal; progress?: (done: number, total: number) => void },
): Promise<{ path: string; bytes: number }> {
  if (existsSync(path)) {
    throw new GalleyError('conflict', {
      en: `“${path}” already exists. Choose another name; nothing was overwritten.`,
      zh: `“${path}”已存在。请换一个名称；没有覆盖任何文件。`,
    });
  }
  const temporary = `${path}.part`;
  try {
    await connection.raw.backup(temporary, {
      progress: ({ totalPages, remainingPages }) => {
        if (context.signal?.aborted) throw cancelled();
        context.progress?.(totalPages - remainingPages, totalPages);
        return 500;
      },
    });
    if (context.signal?.aborted) throw cancelled();
    // One file that needs no journal beside it.
    const copy = new Database(temporary);
    copy.pragma('journal_mode = DELETE');
    copy.close();
    keepIfGood(temporary, path, version(connection));
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${temporary}${suffix}`, { force: true });
  }
  return { path, bytes: statSync(path).size };
}

/** Backups of a folder, the newest first. */
export function backupsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => join(folder, name))
    .map((path) => ({ path, at: statSync(path).mtimeMs }))
    .toSorted((a, b) => b.at - a.at)
    .map(({ path }) => path);
}
