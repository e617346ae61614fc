import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import buildOnce from '../e2e/drivers/build-once.ts';
import { chromiumArguments, findChromium } from '../e2e/drivers/chromium.ts';
import { inFolder, projectRoot, studioIn } from './ground.ts';
import { compare, type Measurement, type Timing, timed } from './measure.ts';

const pairs = 7;
const posts = 1000;
const blankHost = fileURLToPath(new URL('blank-host.ts', import.meta.url));

/** A workspace whose posts lie within two months of today, a quarter of them without a time. */
async function makeWorkspace(folder: string): Promise<string> {
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
  let host: ChildProcess | null = null;
  try {
    return await timed(async () => {
      const child = spawn(process.execPath, words, {
        cwd: projectRoot,
        env: { ...process.env, ...environment },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      host = child;
      const url = await new Promise<string>((resolve, reject) => {
        let text = '';
        child.stdout.on('data', (data: Buffer) => {
          text += data.toString();
          const found = /"url"\s*:\s*"([^"]+)"/.exec(text)?.[1];
          if (found !== undefined) resolve(found);
        });
        child.once('exit', () => reject(new Error(`the host ended: ${text}`)));
      });
      await page.goto(url, { waitUntil: 'commit' });
      await usable(page);
    });
  } finally {
    await context.close();
    await end(host);
  }
}

async function end(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Today's heading and its posts are there, and a post could be clicked: still, in front, answering. */
async function studioUsable(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await page.locator('a[href*="/posts/"]').first().click({ trial: true });
}

/** From starting the web host to a usable window on 1,000 posts, against a blank page of Node's own server. */
export const start: Measurement = {
  name: 'start',
  measure: (say) =>
    inFolder(async (folder) => {
      const program = findChromium();
      if (program === null) {
        say('start: no Chromium was found (GALLEY_CHROMIUM names one); not measured');
        return [];
      }
      buildOnce();
      say('start: making a workspace of 1,000 posts');
      const workspace = await makeWorkspace(folder);
      const browser = await chromium.launch({ executablePath: program, args: chromiumArguments });
      const environment = { GALLEY_HOME: join(folder, 'settings'), GALLEY_DOCUMENTS: folder };
      const words = ['out/main/cli.js', 'serve', '--json', '--port', '0', '--workspace', workspace];
      try {
        const ours = () => startOnce(browser, words, environment, studioUsable);
        const peer = () =>
          startOnce(browser, [blankHost], {}, (page) =>
            page.getByRole('heading', { name: 'Blank' }).waitFor(),
          );
        return [
          await compare(
            { name: 'start on 1,000 posts', target: null, pairs, ours, peer, inProcess: false },
            say,
          ),
        ];
      } finally {
        await browser.close();
      }
    }),
};
