import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds for the installer to find a runtime in its cache, or to fail, when nothing is known of the network. */
const shortLimit = 20_000;
/** Milliseconds for the real download (about 120 MB), once the server has answered. */
const downloadLimit = 600_000;

/**
 * The Electron program, or null when its runtime is not unpacked here. Looks at files only: importing the
 * package would start its download.
 */
export function findElectron(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron');
  let name = process.platform === 'win32' ? 'electron.exe' : 'electron';
  try {
    name = readFileSync(join(folder, 'path.txt'), 'utf8').trim();
  } catch {
    // Written by the installer only; an unpacked runtime named by the variable has none.
    if (process.env.ELECTRON_OVERRIDE_DIST_PATH && process.platform === 'darwin') {
      name = 'Electron.app/Contents/MacOS/Electron';
    }
  }
  const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
  return existsSync(program) ? program : null;
}

/** True when the place that the runtime is downloaded from answers. */
async function downloadAnswers(): Promise<boolean> {
  const place = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases';
  try {
    const answer = await fetch(place, { method: 'HEAD', signal: AbortSignal.timeout(8000) });
    return answer.status < 500 && answer.status !== 403 && answer.status !== 407;
  } catch {
    return false;
  }
}

/**
 * Runs the package's own installer once, quietly: it takes the runtime from its cache or downloads it. `say` is
 * told when a long download begins. Answers the program, or null when it could not be had.
 */
export async function installElectron(root: string, say: () => void): Promise<string | null> {
  const script = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(script)) return null;
  const child = spawn(process.execPath, [script], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let timer = setTimeout(() => child.kill(), shortLimit);
  void downloadAnswers().then((answers) => {
    if (!answers || child.exitCode !== null || child.signalCode !== null) return;
    say();
    clearTimeout(timer);
    timer = setTimeout(() => child.kill(), downloadLimit);
  });
  await ended;
  clearTimeout(timer);
  return findElectron(root);
}
