import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { type RunningHost, startHost, wordsToServe } from '../e2e/drivers/host.ts';
import { inChromium, studioIn } from './ground.ts';
import { compare, type Timing, timed } from './measure.ts';

const pairs = 7;
const posts = 1000;
const blankHost = fileURLToPath(new URL('blank-host.ts', import.meta.url));

/** A workspace whose posts lie within two months of today, a quarter of them without a time. */
async function makeWorkspace(folder: string, say: (line: string) => void): Promise<string> {
  say('start: making a workspace of 1,000 posts');
  const path = join(folder, 'Bench');
  const studio = await studioIn(folder);
  await studio.call('workspace.create', { path, name: 'Bench', zone: 'UTC' });
  const formats = ['x/post', 'weibo/post', 'instagram/portrait'];
  for (let at = 0; at < posts; at += 1) {
    const local = new Date(Date.now() + (at - posts / 2) * 7_200_000).toISOString().slice(0, 16);
    await studio.call('posts.create', {
      change: {
        title: `Post ${at} 第 ${at} 篇`,
        body: '秋天的窗边，一杯手冲咖啡。A quiet morning in the studio. '.repeat(8),
        status: 'draft',
        targets: formats.slice(0, 1 + (at % 3)).map((format) => ({ format })),
      },
      schedule: at % 4 === 0 ? null : { local, zone: 'UTC' },
    });
  }
  await studio.close();
  return path;
}

/** Starts a host, opens its address in a browser that knows nothing of it, waits, and ends both. */
async function startOnce(
  browser: Browser,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  usable: (page: Page) => Promise<void>,
): Promise<Timing> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  let host: RunningHost | null = null;
  try {
    return await timed(async () => {
      host = await startHost(words, environment);
      await page.goto(host.url, { waitUntil: 'commit' });
      await usable(page);
    });
  } finally {
    await context.close();
    await stop(host);
  }
}

// What is given from within a closure, the compiler takes for the null that it was.
async function stop(host: RunningHost | null): Promise<void> {
  await host?.stop();
}

/** Today's heading and its posts are there, and a post could be clicked: still, in front, answering. */
async function studioUsable(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await page.locator('a[href*="/posts/"]').first().click({ trial: true });
}

/** From starting the web host to a usable window on 1,000 posts, against a blank page of Node's own server. */
export const start = inChromium(
  'start',
  makeWorkspace,
  async ({ browser, folder, ground: workspace, say }) => {
    const environment = { GALLEY_HOME: join(folder, 'settings'), GALLEY_DOCUMENTS: folder };
    const ours = () => startOnce(browser, wordsToServe(workspace), environment, studioUsable);
    const peer = () =>
      startOnce(browser, [blankHost], {}, (page) => page.getByRole('heading', { name: 'Blank' }).waitFor());
    return [
      await compare({ name: 'start on 1,000 posts', target: null, pairs, ours, peer, inProcess: false }, say),
    ];
  },
);
