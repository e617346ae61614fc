import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes the entries of a folder survive a power cut. Windows cannot open folders and needs no such step. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Flushes the temporary file and gives it its final name; a crash leaves the old file or the new one. */
export function publishFile(temporary: string, path: string): void {
  const handle = openSync(temporary, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** Replaces a small text file as a whole. */
export function writeFileAtomically(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.part`;
  try {
    writeFileSync(temporary, text);
    publishFile(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** `2026-11-22T06-30-00` of an instant, for names of files; legal on every system. */
export function fileStamp(at: Date): string {
  return at.toISOString().slice(0, 19).replaceAll(':', '-');
}
