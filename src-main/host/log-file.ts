import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes; at this size the log moves to `galley.old.log`, replacing the one before. */
const largestLog = 2_000_000;

/** Writes lines to `galley.log` in `folder`. Never throws: a full disk must not stop what was being logged. */
export function fileLog(folder: string): (line: string) => void {
  const file = join(folder, 'galley.log');
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog) {
        renameSync(file, join(folder, 'galley.old.log'));
      }
      appendFileSync(file, `${new Date().toISOString()} ${line}\n`);
    } catch {
      // There is nowhere left to say it.
    }
  };
}
