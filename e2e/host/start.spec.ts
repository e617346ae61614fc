import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const root = join(import.meta.dirname, '../..');

/** Runs the start command, gathering what it prints. */
function start(words: string[], env: NodeJS.ProcessEnv = {}) {
  const child: ChildProcess = spawn(process.execPath, ['src-main/host/start.ts', '--no-open', ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed.text += chunk.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, printed, ended };
}

test('starts the web host, prints its address, and ends on a signal', async () => {
  const home = await mkdtemp(join(tmpdir(), 'galley-start-'));
  const { child, printed, ended } = start(['--host', 'web'], {
    GALLEY_HOME: join(home, 'settings'),
    GALLEY_DOCUMENTS: join(home, 'documents'),
  });
  try {
    await expect.poll(() => printed.text, { timeout: 60_000 }).toMatch(/Galley is open at http:\S+/);
    const address = /http:\S+/.exec(printed.text)?.[0] ?? '';
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  } finally {
    child.kill('SIGKILL');
    await rm(home, { recursive: true, force: true });
  }
});

test('says what is wrong with its arguments, and with the workspace, in one line each', async () => {
  const unknown = start(['--nonsense']);
  expect(await unknown.ended).toBe(2);
  expect(unknown.printed.text).toContain('npm start -- [--workspace dir]');
  const home = await mkdtemp(join(tmpdir(), 'galley-start-'));
  const gone = start(['--host', 'web', '--workspace', join(home, 'gone')], {
    GALLEY_HOME: join(home, 'settings'),
  });
  expect(await gone.ended).toBe(1);
  expect(gone.printed.text).not.toMatch(/^\s+at /m);
  await rm(home, { recursive: true, force: true });
});
