import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { startStudio } from '../e2e/drivers/studio.ts';
import { percentile } from './editor-page.ts';
import { inChromium, studioIn } from './ground.ts';
import { type Line, compare } from './measure.ts';
import { type KeyCost, prepareTyping, typeTraced } from './typing-page.ts';

const pairs = 3;
const characters = 5000;
const targetCount = 20;
/** Milliseconds between two keys of a fast writer. */
const pause = 160;
/** Milliseconds of the main thread that one key may take until its count and preview are painted. */
const aim = 16;
/** Both ways letters come: composed ones are inserted, Latin ones are keys. */
const letters = Array.from({ length: 60 }, (_, at) => ['春', 'a', '雨', 'b'][at % 4] ?? '');

const sentences =
  '春天来了，万物复苏，城市里的花都开了。我们在公园里散步，看见孩子们放风筝，老人下棋，年轻人拍照。' +
  '记录每一个**美好**的瞬间，分享给远方的朋友，让他们也感受到春天的气息和温度。';

function longText(): string {
  let text = '';
  for (let at = 1; text.length < characters; at += 1) text += sentences + (at % 3 === 0 ? '\n\n' : '');
  return text.slice(0, characters);
}

async function makePost(folder: string): Promise<{ workspace: string; postId: string }> {
  const workspace = join(folder, 'Bench');
  const studio = await studioIn(folder);
  try {
    await studio.call('workspace.create', { path: workspace, name: 'Bench', zone: 'UTC' });
    const { platforms } = await studio.call('platforms.pack', {});
    const formats = platforms.flatMap(({ id, formats: [first] }) => (first ? [`${id}/${first.id}`] : []));
    if (formats.length < targetCount) throw new Error('The rule pack has too few platforms.');
    // The first one is what the preview shows: one that shows the words of the post.
    formats.sort((one, other) => Number(other.startsWith('weibo/')) - Number(one.startsWith('weibo/')));
    const targets = formats.slice(0, targetCount).map((format) => ({ format, overrides: {} }));
    const words = {
      title: '春天',
      body: longText(),
      link: 'https://example.com/x',
      hashtags: ['春天', '花'],
    };
    const { id } = await studio.call('posts.create', { change: { ...words, targets } });
    return { workspace, postId: id };
  } finally {
    await studio.close();
  }
}

/** The caret behind the first letters, where the preview of a folded post shows what is written. */
async function toBeginning(page: Page): Promise<void> {
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('春雨');
  // Whatever opening left to do is done.
  await page.waitForTimeout(2000);
}

async function openStudio(browser: Browser, url: string, postId: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await prepareTyping(page);
  await page.goto(url);
  await page.goto(new URL(`/#/posts/${postId}`, url).href);
  await page.getByRole('textbox', { name: 'Text', exact: true }).click();
  await page.locator('[data-format][lang]').first().waitFor();
  return page;
}

/** The least that any editor does: an editable text, its length, and its beginning shown once more. */
async function openBare(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await prepareTyping(page);
  await page.goto('about:blank');
  await page.setContent(
    `<main contenteditable style="width:640px"></main><p data-count></p><p data-preview style="width:360px"></p>`,
  );
  await page.evaluate((text) => {
    const [editor, count, preview] = ['main', '[data-count]', '[data-preview]'].map((selector) =>
      document.querySelector<HTMLElement>(selector),
    );
    if (!editor || !count || !preview) return;
    editor.append(
      ...text.split('\n\n').map((words) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = words;
        return paragraph;
      }),
    );
    editor.addEventListener('input', () => {
      const words = editor.textContent ?? '';
      count.textContent = String(words.length);
      preview.textContent = words.slice(0, 140);
    });
    editor.focus();
  }, longText());
  return page;
}

const oursWatched = ['[data-field="body"] [data-over]', '[data-format][lang]'];
const bareWatched = ['[data-count]', '[data-preview]'];

/** One line per figure from all keys of all rounds. */
function lineOf(
  name: string,
  part: number,
  of: keyof KeyCost,
  all: Record<'ours' | 'peer', KeyCost[]>,
): Line {
  const [ours, peer] = [all.ours, all.peer].map((costs) =>
    percentile(
      costs.map((cost) => cost[of]),
      part,
    ),
  );
  const shown = { ours: ours ?? Number.NaN, peer: peer ?? Number.NaN };
  return { name, ...shown, ratio: shown.ours / shown.peer, cpuRatio: null, target: null, pairs };
}

/** What a key costs the main thread in a post of 5,000 characters with 20 targets, beside a bare editable page. */
export const typing = inChromium('typing', makePost, async ({ browser, folder, ground, say }) => {
  const host = await startStudio({ home: folder, workspace: ground.workspace });
  try {
    const own = await openStudio(browser, host.url, ground.postId);
    const bare = await openBare(browser);
    const all: Record<'ours' | 'peer', KeyCost[]> = { ours: [], peer: [] };
    const round = async (side: 'ours' | 'peer', page: Page, watched: readonly string[], pair: number) => {
      await page.bringToFront();
      await toBeginning(page);
      const costs = await typeTraced(page, watched, letters, pause);
      if (pair > 0) all[side].push(...costs);
      const middle = percentile(
        costs.map(({ painted }) => painted),
        0.5,
      );
      return { wall: middle, cpu: middle };
    };
    const middle = await compare(
      {
        name: 'key to painted count and preview, p50',
        target: null,
        pairs,
        inProcess: false,
        ours: (pair) => round('ours', own, oursWatched, pair),
        peer: (pair) => round('peer', bare, bareWatched, pair),
      },
      say,
    );
    const most = lineOf('key to painted count and preview, p95', 0.95, 'painted', all);
    say(`typing: ${most.ours.toFixed(1)} ms of ours at p95, the aim is ${aim} ms`);
    return [
      middle,
      most,
      lineOf('all tasks to the next key, p50', 0.5, 'all', all),
      lineOf('all tasks to the next key, p95', 0.95, 'all', all),
      lineOf('longest task to the next key, p95', 0.95, 'longest', all),
    ];
  } finally {
    await host.stop();
  }
});
