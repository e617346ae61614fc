import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIsFresh } from '#main/host/build-freshness.ts';

/** The contract tests load what was built; a stale build would prove nothing. */
export default function buildIfStale(): void {
  const root = join(import.meta.dirname, '../..');
  if (!buildIsFresh(root)) execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'inherit' });
}
