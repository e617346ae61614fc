import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import sharp from 'sharp';
import type { CallOutput } from '#shared/contract/index.ts';
import type { Post } from '#shared/domain/post.ts';
import { violations } from '../drivers/axe.ts';
import { droppedFiles } from '../drivers/files.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

interface Job {
  id: string;
  state: string;
  result: CallOutput<'review.export'> | null;
}

/** Makes a package and answers where it lies. */
async function packageOf(page: Page, posts: readonly Post[], language: 'zh' | 'en'): Promise<string> {
  const { jobId } = await callStudio<{ jobId: string }>(page, 'review.export', {
    postIds: posts.map(({ id }) => id),
    title: language === 'zh' ? '十二月选题' : 'December',
    message: language === 'zh' ? '请在周五前答复。' : 'Please answer by Friday.',
    language,
  });
  let path = '';
  await expect
    .poll(async () => {
      const job = (await callStudio<Job[]>(page, 'jobs.list')).find(({ id }) => id === jobId);
      path = job?.result?.path ?? '';
      return job?.state;
    })
    .toBe('done');
  return path;
}

/** A large photograph, as a camera makes it, in the library. */
async function largePicture(page: Page): Promise<string> {
  const bytes = await sharp({ create: { width: 6000, height: 4000, channels: 3, background: '#2f6f8f' } })
    .jpeg()
    .toBuffer();
  await page.goto(new URL('/#/library', page.url()).href);
  const dataTransfer = await droppedFiles(page, [{ name: 'harbour.jpg', type: 'image/jpeg', bytes }]);
  await page.locator('body').dispatchEvent('drop', { dataTransfer });
  const items = async () => (await callStudio<CallOutput<'assets.list'>>(page, 'assets.list')).items;
  await expect.poll(async () => (await items()).length).toBe(1);
  return (await items())[0]?.id ?? '';
}

async function onSheet(
  browser: Browser,
  file: string,
  options: BrowserContextOptions,
  work: (sheet: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ offline: true, ...options });
  const sheet = await context.newPage();
  await sheet.goto(pathToFileURL(file).href);
  await work(sheet);
  await context.close();
}

test('a package reads well on a phone, in the dark, without scripts and on paper, in both languages', async ({
  studioPage: page,
  browser,
}) => {
  const refId = await largePicture(page);
  const media = { kind: 'asset', refId, alt: '港口', crop: null, trim: null, coverAt: null };
  const long = 'https://example.com/a-very-long-address/'.repeat(6);
  const post = await callStudio<Post>(page, 'posts.create', {
    change: {
      ...{ title: '港口散步 Harbour walk', body: `早点来。\n${long}`, status: 'review' },
      attachments: [{ id: '0190a000-0000-7000-8000-000000000001', ...media }],
      targets: [{ format: 'xiaohongshu/note' }, { format: 'x/post' }],
    },
    schedule: { local: '2026-12-01T09:30', zone: 'Asia/Shanghai' },
  });
  const findings: string[] = [];
  for (const language of ['zh', 'en'] as const) {
    const file = await packageOf(page, [post], language);
    const html = readFileSync(file, 'utf8');
    expect(html).toContain("default-src 'none'");
    // Nothing is fetched: every address that the page itself names is inside of it.
    const named = [...html.matchAll(/(?:src|href|srcset|action|poster)\s*=\s*"([^"]*)"/g)].map(
      ([, to]) => to ?? '',
    );
    expect(named.filter((to) => !to.startsWith('data:'))).toEqual([]);
    expect(html).not.toMatch(/@import|url\(|<link|<iframe|<form/);

    for (const colorScheme of ['light', 'dark'] as const) {
      const viewport = { width: 390, height: 844 };
      await onSheet(browser, file, { viewport, colorScheme }, async (sheet) => {
        await expect(sheet.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en');
        const root = sheet.locator('html');
        expect(await root.evaluate(({ scrollWidth }) => scrollWidth)).toBe(390);
        expect(await sheet.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1200);
        await expect(sheet.getByRole('textbox').last()).toHaveAttribute('placeholder', /.+/);
        findings.push(...(await violations(sheet, `${language}, ${colorScheme}`)));
      });
    }
    await onSheet(browser, file, { javaScriptEnabled: false }, async (sheet) => {
      await expect(sheet.locator('noscript p')).toBeVisible();
      await expect(sheet.getByRole('heading', { name: '港口散步 Harbour walk' })).toBeVisible();
      await expect(sheet.getByText('早点来。').first()).toBeVisible();
      await expect(sheet.locator('img')).toBeVisible();
      await expect(sheet.locator('textarea')).toBeHidden();
      await expect(sheet.locator('.bar')).toBeHidden();
    });
    await onSheet(browser, file, { colorScheme: 'dark' }, async (sheet) => {
      await sheet.locator('[data-decision="changes"]').click();
      await sheet.locator('textarea').fill('再暖一点');
      await sheet.locator('[data-add]').click();
      await sheet.emulateMedia({ media: 'print' });
      await expect(sheet.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
      await expect(sheet.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)');
      for (const hidden of ['.bar', 'textarea', '[data-add]', '[data-decision="approved"]']) {
        await expect(sheet.locator(hidden)).toBeHidden();
      }
      await expect(sheet.locator('[data-decision="changes"]')).toBeVisible();
      await expect(sheet.getByText('再暖一点')).toBeVisible();
    });
  }
  expect(findings).toEqual([]);
});
