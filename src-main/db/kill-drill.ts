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
  const process_ = spawn(process.execPath, [child, root], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let complaints = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  process_.stdout.on('data', (data: Buffer) => {
    printed += data.toString();
    timer ??= setTimeout(() => process_.kill('SIGKILL'), Math.random() * 60);
  });
  process_.stderr.on('data', (data: Buffer) => {
    complaints += data.toString();
  });
  await new Promise<void>((resolve) => process_.on('close', () => resolve()));
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

/**
 * Kills a saving process `kills` times with SIGKILL, opening the workspace after each, and counts what is missing.
 * The workspace is a temporary one that is removed at the end.
 */
export async function runKillDrill(
  kills: number,
  progress: (done: number) => void = () => {},
): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-kill-'));
  const report: KillReport = { kills: 0, acknowledged: 0, lost: 0, torn: 0, refused: 0 };
  const store = createWorkspaceStore({ documents: folder }, { now: () => new Date() });
  try {
    let root = '';
    for (let kill = 0; kill < kills; kill += 1) {
      // A new folder now and then keeps the checks of the whole file quick.
      if (kill % 50 === 0) {
        root = join(folder, `Drill ${kill}`);
        store.create(root, { name: 'Drill', zone: 'UTC', isSample: false }).close();
      }
      const acknowledged = await killOnce(root);
      report.kills += 1;
      report.acknowledged += [...acknowledged.values()].reduce((sum, revision) => sum + revision, 0);
      try {
        const session = store.open(root);
        for (const [id, revision] of acknowledged) {
          const stored = session.repositories.posts.get(id)?.revision ?? 0;
          report.lost += Math.max(0, revision - stored);
          if (isTorn(session, id)) report.torn += 1;
        }
        if (!session.check().ok) report.torn += 1;
        session.close();
      } catch {
        report.refused += 1;
      }
      progress(report.kills);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return report;
}
