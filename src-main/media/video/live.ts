import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';

const children = new Set<ChildProcess>();
const temporary = new Set<string>();
let watching = false;

/** When the app quits in the middle of a job, no process and no half file may stay. */
function watchExit(): void {
  if (watching) return;
  watching = true;
  process.once('exit', () => {
    for (const child of children) child.kill('SIGKILL');
    for (const path of temporary) rmSync(path, { recursive: true, force: true });
  });
}

/**
 * Keeps a running ffmpeg in sight: killed on quit, and `onTooLarge` when it holds more than `limit` bytes of memory
 * (Linux only: elsewhere the size is not cheap to read). Returns the function that lets go of it.
 */
export function trackChild(child: ChildProcess, limit: number, onTooLarge: () => void): () => void {
  watchExit();
  children.add(child);
  const timer =
    process.platform === 'linux' && child.pid !== undefined
      ? setInterval(() => {
          void residentBytes(child.pid ?? 0).then((bytes) => {
            if (bytes > limit) onTooLarge();
          });
        }, 500)
      : undefined;
  return () => {
    clearInterval(timer);
    children.delete(child);
  };
}

async function residentBytes(pid: number): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    // It has ended between two looks.
    return 0;
  }
}

/** Remembers a temporary file or folder until it is renamed or removed. */
export function trackTemporary(path: string): () => void {
  watchExit();
  temporary.add(path);
  return () => temporary.delete(path);
}
