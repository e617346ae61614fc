import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Post } from '#shared/domain/post.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import {
  changeLook,
  dressForSheets,
  openWall,
  platformPost,
  setLook,
  sheetFiles,
  sheetOf,
  showPost,
  speak,
  stacked,
} from './preview-sheet.ts';

/**
 * Every format of every platform as one picture per platform: light and dark, Chinese above English. The pictures
 * in `golden/` are made by
 * `npx playwright test --config e2e/playwright.config.ts e2e/composer/previews.spec.ts --update-snapshots`
 */
const platforms = [
  'wechat-article',
  'wechat-channels',
  'wechat-moments',
  'weibo',
  'douyin',
  'kuaishou',
  'xiaohongshu',
  'bilibili',
  'zhihu',
  'toutiao',
  'x',
  'instagram',
  'facebook',
  'linkedin',
  'tiktok',
  'youtube',
  'pinterest',
  'threads',
  'bluesky',
  'mastodon',
];

test.use({ viewport: { width: 1700, height: 1000 } });

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-previews-'));
});
test.afterAll(async () => rm(folder, { recursive: true, force: true }));

interface Ground {
  pack: RulePack;
  assets: { id: string; name: string }[];
}

/** Pictures and clip in the library, and the rules. */
async function prepare(page: Page): Promise<Ground> {
  const files = await sheetFiles(folder);
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await (await chooser).setFiles(files);
  await expect(page.getByRole('option', { name: 'clip.mp4' })).toBeVisible({ timeout: 60_000 });
  const list = async () => (await callStudio<{ items: Ground['assets'] }>(page, 'assets.list')).items;
  await expect.poll(async () => (await list()).length).toBe(files.length);
  return { pack: await callStudio<RulePack>(page, 'platforms.pack'), assets: await list() };
}

const target = (page: Page, key: string) => page.locator(`figure[data-target="${key}"]`);

test('every format of every platform looks as it did', async ({ studioPage: page }) => {
  test.setTimeout(600_000);
  const { pack, assets } = await prepare(page);
  expect(pack.platforms.map(({ id }) => id).toSorted()).toEqual(platforms.toSorted());
  await setLook(page, { view: 'all', scheme: 'both', size: 'small', folded: true, language: 'zh' });
  await page.reload();
  await dressForSheets(page);
  const drawn: Promise<[name: string, sheet: Buffer]>[] = [];
  for (const platform of platforms) {
    await test.step(platform, async () => {
      const { post, formats } = await platformPost(page, pack, platform, assets);
      await showPost(page, post, platform, formats.length * 2);
      const sheets: Buffer[] = [];
      for (const language of ['zh', 'en'] as const) {
        await speak(page, language, formats.length * 2);
        sheets.push(await sheetOf(page));
      }
      drawn.push(stacked(sheets).then((sheet) => [`${platform}.png`, sheet]));
    });
  }
  for (const [name, sheet] of await Promise.all(drawn)) {
    expect.soft(sheet).toMatchSnapshot(name, { threshold: 0.25, maxDiffPixelRatio: 0.02 });
    expect.soft(sheet.length, name).toBeLessThan(80_000);
  }
});

test('folds, alt texts, grid, language, accounts and threads', async ({ studioPage: page }) => {
  const { pack, assets } = await prepare(page);
  const weibo = target(page, 'weibo/post');

  await test.step('folds and alt texts', async () => {
    const { post, formats } = await platformPost(page, pack, 'weibo', assets);
    await setLook(page, { view: 'all', scheme: 'light', size: 'medium', language: 'auto' });
    await openWall(page, post, formats.length);
    await expect(weibo).toContainText('...全文');
    await expect(weibo).not.toContainText('街角见');
    await page.getByRole('button', { name: 'Unfold all texts' }).click();
    await expect(weibo).toContainText('街角见');
    await expect(weibo.getByRole('list', { name: 'Alt texts' })).toHaveCount(0);
    await page.keyboard.press('Alt+Shift+A');
    const list = weibo.getByRole('list', { name: 'Alt texts' });
    await expect(list).toContainText('Alt of one.png');
    await expect(list.getByRole('listitem').nth(2)).toContainText('No alt text');
    await page.keyboard.press('Alt+Shift+A');
  });

  await test.step('profile grid and cover', async () => {
    await page.keyboard.press('Alt+Shift+G');
    await expect(weibo.locator('[data-profile-grid]')).toBeVisible();
    await page.keyboard.press('Alt+Shift+C');
    await expect(weibo.locator('[data-cover-crop]').first()).toBeVisible();
    await expect(weibo.locator('[data-profile-grid]')).toHaveCount(0);
    await page.keyboard.press('Alt+Shift+C');
    await expect(weibo.locator('[data-cover-crop]')).toHaveCount(0);
  });

  await test.step('language of the frame', async () => {
    await expect(weibo.locator('footer').first()).toContainText('转发');
    await page.getByRole('button', { name: 'How previews look' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await expect(weibo.locator('footer').first()).toContainText('Repost');
    await page.keyboard.press('Escape');
  });

  await test.step('an account and a thread', async () => {
    const account = await callStudio<{ id: string }>(page, 'kit.save', {
      kind: 'account',
      name: '豆浆铺',
      body: { platform: 'weibo', handle: '@doujiangpu', language: 'zh', hue: null, note: '' },
    });
    const post = await callStudio<Post>(page, 'posts.create', {
      change: {
        body: '这是一句很长的话，用来把一条微博分成几条。'.repeat(120),
        targets: [
          {
            format: 'weibo/post',
            accountId: account.id,
            overrides: { thread: { numbering: 'slash', place: 'end' } },
          },
        ],
      },
    });
    await changeLook(page, { view: 'one', folded: false, language: 'auto' });
    await showPost(page, post, 'weibo', 1);
    const frame = target(page, `weibo/post@${account.id}`);
    await expect(frame).toContainText('doujiangpu');
    await expect(frame).toContainText('豆浆铺');
    await expect(frame.locator('[data-thread-part]')).not.toHaveCount(0);
    await expect(frame.locator('[data-thread-part]').last()).toContainText('2/2');
  });
});
