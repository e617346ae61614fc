import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';

const root = join(import.meta.dirname, '../..');

/** Real files of many kinds; a clone without them skips the cases that need them, saying so. */
export const testData = join(root, '../shared/testdata');
export const hasTestData = existsSync(join(testData, 'MANIFEST.json'));

export interface RunningStudio {
  /** One-time address that signs the browser in. */
  url: string;
  /** Folder that stands for the user's home: settings, recent list, new workspaces. */
  home: string;
  stop(): Promise<void>;
}

/** Starts the built web host in a home folder of its own. */
export async function startStudio(
  options: { home?: string; workspace?: string } = {},
): Promise<RunningStudio> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'galley-e2e-')));
  const words = ['out/main/cli.js', 'serve', '--json', '--port', '0'];
  if (options.workspace) words.push('--workspace', options.workspace);
  const child: ChildProcess = spawn(process.execPath, words, {
    cwd: root,
    env: {
      ...process.env,
      GALLEY_HOME: join(home, 'settings'),
      GALLEY_DOCUMENTS: join(home, 'documents'),
      LANG: 'en_GB.UTF-8',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const match = /"url"\s*:\s*"([^"]+)"/.exec(text);
      if (match?.[1]) resolve(match[1]);
    });
    child.once('exit', (code) =>
      reject(new Error(`The web host ended with ${code} before it was ready: ${text}`)),
    );
  });
  return {
    url,
    home,
    async stop() {
      if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      if (!options.home) await rm(home, { recursive: true, force: true });
    },
  };
}

/** Calls the studio from the page, as its own client does. */
export async function callStudio<T>(page: Page, name: string, input: unknown = {}): Promise<T> {
  const answer = await page.evaluate(
    async ([callName, callInput]) => {
      const response = await fetch(`/call/${callName}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(callInput),
      });
      return (await response.json()) as {
        ok: boolean;
        value?: unknown;
        failure?: { code: string; message: { en: string } };
      };
    },
    [name, input] as const,
  );
  if (!answer.ok) throw new Error(`${name}: ${answer.failure?.code} ${answer.failure?.message.en}`);
  return answer.value as T;
}

/** `studio` is a fresh web host; `page` is signed in and has an empty workspace open. */
export const test = base.extend<{ studio: RunningStudio; studioPage: Page }>({
  // Playwright wants the first parameter destructured.
  studio: async ({ browserName: _browserName }, provide) => {
    const studio = await startStudio();
    await provide(studio);
    await studio.stop();
  },
  studioPage: async ({ page, studio }, provide) => {
    await page.goto(studio.url);
    await callStudio(page, 'workspace.create', { name: 'Spec' });
    await page.goto(new URL('/', studio.url).href);
    await provide(page);
  },
});

export { expect } from '@playwright/test';
