import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Session } from '#main/ports/workspace.ts';
import { createWorkspaceStore } from './workspace-store.ts';

/** What a drill found. Sound: `lost` and `torn` are 0. */
export interface KillReport {
  kills: number;
  /** Saves that were acknowledged before a kill. */
  acknowledged: number;
  /** Acknowledged saves that are not in the database afterwards. */
  lost: number;
  /** Posts whose parts do not belong together, and databases that fail their check. */
  torn: number;
  /** Restarts that were refused, for example by a lock left behind. */
  refused: number;
}

const child = fileURLToPath(new URL('kill-drill-child.ts', import.meta.url));

/** Starts the child, kills it at a random moment after its first save, and answers what it had printed. */
async function killOnce(root: string): Promise<Map<string, number>> {
  const saver = spawn(process.execPath, [child, root], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let complaints = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  saver.stdout.on('data', (data: Buffer) => {
    printed += data.toString();
    timer ??= setTimeout(() => saver.kill('SIGKILL'), Math.random() * 60);
  });
  saver.stderr.on('data', (data: Buffer) => {
    complaints += data.toString();
  });
  await new Promise<void>((resolve) => saver.on('close', () => resolve()));
  if (timer === null) throw new Error(`the child saved nothing: ${complaints}`);
  const acknowledged = new Map<string, number>();
  // The last piece may be half a line: not acknowledged.
  for (const line of printed.split('\n').slice(0, -1)) {
    const [id, revision] = line.split(' ');
    if (id !== undefined) acknowledged.set(id, Number(revision));
  }
  return acknowledged;
}

function isTorn(session: Session, id: string): boolean {
  const post = session.repositories.posts.get(id);
  if (!post) return false;
  const count = Number(post.title.slice('count '.length));
  const found = session.repositories.posts.list({
    search: post.title,
    trashed: false,
    limit: 1000,
    offset: 0,
  });
  return (
    post.body !== `${post.title} ${'字'.repeat(count % 3000)}` ||
    post.targets.length !== 1 ||
    post.targets[0]?.overrides.title !== post.title ||
    !found.items.some((item) => item.id === id)
  );
}

/** A new folder after so many kills keeps the checks of the whole file quick. */
const killsPerFolder = 50;

/**
 * Kills a saving process `kills` times with SIGKILL, opening the workspace after each, and counts what is missing.
 * Two drills run side by side. Their workspaces are temporary ones that are removed at the end.
 */
export async function runKillDrill(
  kills: number,
  progress: (done: number) => void = () => {},
): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-kill-'));
  const report: KillReport = { kills: 0, acknowledged: 0, lost: 0, torn: 0, refused: 0 };
  const store = createWorkspaceStore({ documents: folder }, { now: () => new Date() });

  function examine(root: string, acknowledged: ReadonlyMap<string, number>): void {
    const session = store.open(root);
    for (const [id, revision] of acknowledged) {
      const stored = session.repositories.posts.get(id)?.revision ?? 0;
      report.acknowledged += revision;
      report.lost += Math.max(0, revision - stored);
      if (isTorn(session, id)) report.torn += 1;
    }
    if (!session.check().ok) report.torn += 1;
    session.close();
  }

  async function lane(name: string, share: number): Promise<void> {
    let root = '';
    for (let kill = 0; kill < share; kill += 1) {
      if (kill % killsPerFolder === 0) {
        root = join(folder, `${name} ${kill}`);
        store.create(root, { name, zone: 'UTC', isSample: false }).close();
      }
      const acknowledged = await killOnce(root);
      report.kills += 1;
      try {
        examine(root, acknowledged);
      } catch {
        report.refused += 1;
      }
      progress(report.kills);
    }
  }

  try {
    await Promise.all([lane('One', Math.ceil(kills / 2)), lane('Two', Math.floor(kills / 2))]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return report;
}
