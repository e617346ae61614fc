import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { projectRoot, type RunningHost, startHost, wordsToServe } from './host.ts';

/** Real files of many kinds; a clone without them skips the cases that need them, saying so. */
export const testData = join(projectRoot, '../shared/testdata');
export const hasTestData = existsSync(join(testData, 'MANIFEST.json'));

/** Its `url` is a one-time address that signs the browser in. */
export interface RunningStudio extends RunningHost {
  /** Folder that stands for the user's home: settings, recent list, new workspaces. */
  home: string;
}

/** Starts the built web host in a home folder of its own, or in `home`, which stays. */
export async function startStudio(
  options: { home?: string; workspace?: string } = {},
): Promise<RunningStudio> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'galley-e2e-')));
  const host = await startHost(wordsToServe(options.workspace), {
    GALLEY_HOME: join(home, 'settings'),
    GALLEY_DOCUMENTS: join(home, 'documents'),
    LANG: 'en_GB.UTF-8',
  });
  return {
    url: host.url,
    home,
    async stop() {
      await host.stop();
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

/** Hands out studios, each fresh and in a home folder of its own, as soon as they are asked for. */
interface StudioSupply {
  next(): Promise<RunningStudio>;
}

/** A signed-in page's empty workspace, made before the page loads anything: the window then loads once. */
async function prepareWorkspace(page: Page, studio: RunningStudio): Promise<void> {
  const { origin } = new URL(studio.url);
  // The page's own requests share its cookies; the answer to the one-time address is the one that signs in.
  const signedIn = await page.request.get(studio.url);
  if (!signedIn.ok()) throw new Error(`${studio.url} answered ${signedIn.status()}`);
  const made = await page.request.post(`${origin}/call/workspace.create`, {
    headers: { origin },
    data: { name: 'Spec' },
  });
  const answer = (await made.json()) as { ok: boolean };
  if (!answer.ok) throw new Error(`workspace.create: ${JSON.stringify(answer)}`);
}

/** `studio` is a fresh web host; `page` is signed in and has an empty workspace open. */
export const test = base.extend<{ studio: RunningStudio; studioPage: Page }, { studioSupply: StudioSupply }>({
  // While a spec runs, the host of the next one starts: the two share nothing.
  studioSupply: [
    async ({ browserName: _browserName }, provide) => {
      const spare: Promise<RunningStudio>[] = [];
      await provide({
        async next() {
          const studio = await (spare.pop() ?? startStudio());
          const following = startStudio();
          // One that does not start fails the spec that asks for it, not the one that runs now.
          following.catch(() => {});
          spare.push(following);
          return studio;
        },
      });
      for (const studio of spare) await (await studio).stop();
    },
    { scope: 'worker' },
  ],
  studio: async ({ studioSupply }, provide) => {
    const studio = await studioSupply.next();
    await provide(studio);
    await studio.stop();
  },
  studioPage: async ({ page, studio }, provide) => {
    await prepareWorkspace(page, studio);
    await page.goto(new URL('/', studio.url).href);
    // An address that differs behind its `#` only loads nothing: a spec that goes there at once would meet an empty page.
    await page.getByRole('main').waitFor();
    await provide(page);
  },
});

export { expect } from '@playwright/test';
