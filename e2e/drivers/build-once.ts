import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The specs drive the built app; `npm run check` has built it already, a lone `npm run e2e` builds what is missing. */
export default function buildOnce(): void {
  if (
    process.env.GALLEY_REBUILD ||
    !existsSync(join(root, 'out/main/cli.js')) ||
    !existsSync(join(root, 'out/renderer/index.html'))
  ) {
    execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'inherit' });
  }
}
