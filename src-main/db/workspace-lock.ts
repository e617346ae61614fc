import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';

/** Who holds a workspace. */
interface Owner {
  pid: number;
  host: string;
  startedAt: string;
  /** Start of the process in clock ticks, where the system tells it: a reused pid is another process. */
  ticks: string | null;
}

/** Workspaces that this process holds. */
const held = new Set<string>();

function processTicks(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    // Field 22, counted after the name in brackets, which may hold spaces.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Null for a lock that was not written by us or not to its end: nobody holds that one. */
function readOwner(text: string): Owner | null {
  try {
    const { pid, host, startedAt, ticks } = JSON.parse(text) as Record<keyof Owner, unknown>;
    if (!Number.isInteger(pid) || typeof host !== 'string' || typeof startedAt !== 'string') return null;
    return { pid: Number(pid), host, startedAt, ticks: typeof ticks === 'string' ? ticks : null };
  } catch {
    return null;
  }
}

function isAlive(owner: Owner, lock: string): boolean {
  if (owner.host !== hostname()) return true;
  if (owner.pid === process.pid) return held.has(lock);
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const ticks = processTicks(owner.pid);
  return owner.ticks === null || ticks === null || ticks === owner.ticks;
}

function alreadyOpen(root: string, lock: string, owner: Owner): GalleyError {
  const here = owner.host === hostname();
  const since = owner.startedAt.slice(0, 16).replace('T', ' ');
  return new GalleyError(
    'conflict',
    {
      en: here
        ? `“${root}” is already open in another Galley (process ${owner.pid}, since ${since} UTC). Use that one or close it first.`
        : `“${root}” is already open on the computer “${owner.host}” (since ${since} UTC). Close it there; if it is not open there any more, remove “${lock}”.`,
      zh: here
        ? `“${root}”已在另一个 Galley 中打开（进程 ${owner.pid}，自 UTC ${since}）。请使用该窗口或先关闭它。`
        : `“${root}”已在电脑“${owner.host}”上打开（自 UTC ${since}）。请在那台电脑上关闭；若已不再打开，请删除“${lock}”。`,
    },
    { owner: { pid: owner.pid, host: owner.host, startedAt: owner.startedAt } },
  );
}

/** Puts the finished text at `lock` only if nothing is there; true when it is ours. */
function claim(lock: string, text: string): boolean {
  const temporary = `${lock}.${process.pid}`;
  writeFileSync(temporary, text);
  try {
    // A link appears at once and whole, and fails when the name is taken.
    linkSync(temporary, lock);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') return false;
    // File systems without links (FAT, some network shares).
    if (existsSync(lock)) return false;
    writeFileSync(lock, text, { flag: 'wx' });
    return true;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Moves a dead owner's lock away, but only that one: another process may have been quicker. */
function removeStale(lock: string, staleText: string): void {
  const aside = `${lock}.stale-${process.pid}`;
  try {
    if (readFileSync(lock, 'utf8') !== staleText) return;
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (readFileSync(aside, 'utf8') === staleText) rmSync(aside, { force: true });
  else renameSync(aside, lock);
}

/**
 * Takes the workspace for this process; the lock of a process that died is taken over.
 * Throws `conflict` naming the owner. Answers the function that gives it back.
 */
export function lockWorkspace(root: string, now: Date = new Date()): () => void {
  const lock = join(root, 'workspace.lock');
  const owner: Owner = {
    pid: process.pid,
    host: hostname(),
    startedAt: now.toISOString(),
    ticks: processTicks(process.pid),
  };
  const text = JSON.stringify(owner);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (claim(lock, text)) {
      held.add(lock);
      return () => {
        held.delete(lock);
        rmSync(lock, { force: true });
      };
    }
    let present: string;
    try {
      present = readFileSync(lock, 'utf8');
    } catch {
      continue;
    }
    const other = readOwner(present);
    if (other && isAlive(other, lock)) throw alreadyOpen(root, lock, other);
    removeStale(lock, present);
  }
  throw new GalleyError('conflict', {
    en: `“${root}” is being opened by several programs at once. Try again.`,
    zh: `多个程序正在同时打开“${root}”。请重试。`,
  });
}
