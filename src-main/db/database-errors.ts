import Database from 'better-sqlite3';
import { GalleyError } from '#shared/contract/failure.ts';

/** The file cannot be read as a database. `detail.damaged` tells the window to offer recovery. */
export function damaged(path: string, reason: string): GalleyError {
  return new GalleyError(
    'unreadable-file',
    {
      en: `The workspace database “${path}” is damaged. Restore the newest backup; the damaged file is kept beside it.`,
      zh: `工作区数据库“${path}”已损坏。请恢复最新备份；损坏的文件会保留。`,
    },
    { damaged: true, path, reason },
  );
}

/** What SQLite threw, as a sentence for people; everything else is passed through. */
export function translateDatabaseError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = error.code;
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return damaged(path, error.message);
  if (code === 'SQLITE_FULL') {
    return new GalleyError('disk-full', {
      en: `The disk that holds “${path}” is full. Free some space and try again; what was saved before is safe.`,
      zh: `“${path}”所在磁盘已满。请清理空间后重试；之前保存的内容没有丢失。`,
    });
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_PERM') {
    return new GalleyError('unavailable', {
      en: `“${path}” cannot be opened for writing. Check the permissions of the folder or move the workspace to a place you can write to.`,
      zh: `无法写入“${path}”。请检查文件夹权限，或把工作区移到可写的位置。`,
    });
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new GalleyError('conflict', {
      en: `Another program is using “${path}”. Close it and try again.`,
      zh: `另一个程序正在使用“${path}”。请关闭后重试。`,
    });
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new GalleyError('unavailable', {
      en: `The disk failed while reading or writing “${path}” (${code}). Check the disk, then open the workspace again.`,
      zh: `读写“${path}”时磁盘出错（${code}）。请检查磁盘后重新打开工作区。`,
    });
  }
  return error;
}
