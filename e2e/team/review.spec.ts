import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Download, Page } from '@playwright/test';
import sharp from 'sharp';
import type { CallOutput } from '#shared/contract/index.ts';
import type { Post } from '#shared/domain/post.ts';
import { violations } from '../drivers/axe.ts';
import { droppedFiles } from '../drivers/files.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-review-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function kept(download: Download): Promise<string> {
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const dataTransfer = await droppedFiles(page, [{ name, type: 'application/json', bytes }]);
  const target = page.locator('body');
  for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer });
}

/** Two posts in review, one of them with a picture. */
async function twoPosts(page: Page): Promise<[Post, Post]> {
  await page.goto(new URL('/#/library', page.url()).href);
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2f6f8f' } })
    .png()
    .toBuffer();
  const dataTransfer = await droppedFiles(page, [{ name: 'harbour.png', type: 'image/png', bytes }]);
  await page.locator('body').dispatchEvent('drop', { dataTransfer });
  await expect
    .poll(async () => (await callStudio<CallOutput<'assets.list'>>(page, 'assets.list')).total)
    .toBe(1);
  const [asset] = (await callStudio<CallOutput<'assets.list'>>(page, 'assets.list')).items;
  const attachment = {
    id: '0190a000-0000-7000-8000-000000000001',
    ...{ kind: 'asset', refId: asset?.id, alt: 'The harbour', crop: null, trim: null, coverAt: null },
  };
  const first = await callStudio<Post>(page, 'posts.create', {
    change: {
      ...{ title: 'Harbour walk', body: 'Come early. <b>Free</b>', status: 'review' },
      ...{ attachments: [attachment], targets: [{ format: 'x/post' }, { format: 'instagram/feed' }] },
    },
    schedule: { local: '2026-12-01T09:30', zone: 'Asia/Shanghai' },
  });
  const second = await callStudio<Post>(page, 'posts.create', {
    change: { title: 'Night market', body: 'Until ten.', status: 'review', targets: [{ format: 'x/post' }] },
  });
  return [first, second];
}

test('a client answers offline, and the answer comes back once', async ({ studioPage: page, browser }) => {
  const [first, second] = await twoPosts(page);
  await callStudio(page, 'plan.saveKit', {
    ...{ kind: 'approval-rule', name: 'Client' },
    body: { accountIds: [], campaigns: [], needs: [{ role: 'client', count: 1 }], leadHours: 0 },
  });
  await page.goto(new URL('/#/posts', page.url()).href);
  const list = page.getByRole('listbox');
  await list.focus();
  await page.keyboard.press('Control+a');
  await list.getByRole('option').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Review package' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('December');
  await dialog.getByRole('textbox', { name: 'Message' }).fill('Please answer by Friday.');
  await dialog.getByRole('button', { name: 'Make package' }).click();
  const coming = page.waitForEvent('download');
  await dialog.getByRole('link', { name: 'Save file' }).click();
  const file = await kept(await coming);

  // The client's own browser, without a network.
  const client = await browser.newContext({ offline: true, acceptDownloads: true, colorScheme: 'light' });
  const sheet = await client.newPage();
  const problems: string[] = [];
  sheet.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
  sheet.on('pageerror', (error) => problems.push(error.message));
  const asked: string[] = [];
  sheet.on('request', (request) => asked.push(request.url().slice(0, 40)));
  await sheet.goto(pathToFileURL(file).href);
  await expect(sheet.getByRole('heading', { name: 'December', exact: true })).toBeVisible();
  const walk = sheet.getByRole('article', { name: 'Harbour walk' });
  await expect(walk).toContainText('Come early. <b>Free</b>');
  await expect(walk).toContainText('09:30 · Asia/Shanghai (UTC+8)');
  await expect(walk.getByRole('img', { name: 'The harbour' })).toHaveJSProperty('complete', true);
  expect(await violations(sheet, 'review package')).toEqual([]);

  await walk.getByRole('button', { name: 'Ask for changes' }).click();
  await walk
    .getByRole('button', { name: 'Comment on a place in picture 1' })
    .click({ position: { x: 60, y: 30 } });
  await walk.getByRole('textbox', { name: 'Comment' }).fill('Less <script>alert(1)</script> sky');
  await walk.getByRole('button', { name: 'Add comment' }).click();
  // By keyboard alone: the mark begins in the middle and moves.
  await walk.getByRole('button', { name: 'Comment on a place in picture 1' }).press('Enter');
  await sheet.keyboard.press('Shift+ArrowRight');
  await sheet.keyboard.press('Enter');
  await sheet.keyboard.type('A boat here');
  await sheet.keyboard.press('Control+Enter');
  await expect(walk.getByRole('listitem').filter({ hasText: 'A boat here' })).toBeVisible();
  await sheet.getByRole('article', { name: 'Night market' }).getByRole('button', { name: 'Approve' }).click();
  await expect(sheet.getByText('2 of 2 answered')).toBeVisible();

  // What was written outlives the page.
  await sheet.reload();
  await expect(walk.getByRole('listitem').filter({ hasText: 'A boat here' })).toBeVisible();
  await sheet.getByRole('button', { name: 'Save answer' }).click();
  await expect(sheet.getByRole('status')).toContainText('write your name first');
  await sheet.getByRole('textbox', { name: 'Your name' }).fill('Ada Ng');
  const saved = sheet.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Save answer' }).click();
  const answer = readFileSync(await kept(await saved));
  expect(problems).toEqual([]);
  expect(asked.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
  await client.close();

  await drop(page, 'answer-December.galley-review.json', answer);
  await expect(dialog).toContainText('New: 2 decision(s), 2 comment(s).');
  await expect(dialog).toContainText('Less <script>alert(1)</script> sky');
  await dialog.getByRole('button', { name: 'Take in' }).click();
  await expect(dialog).toContainText('Taken in: 2 decision(s), 2 comment(s).');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  expect(await callStudio<Post>(page, 'posts.get', { id: first.id })).toMatchObject({ status: 'draft' });
  expect(await callStudio<Post>(page, 'posts.get', { id: second.id })).toMatchObject({ status: 'approved' });
  const comments = await callStudio<CallOutput<'comments.list'>>(page, 'comments.list', {
    subject: { kind: 'post', id: first.id },
  });
  expect(comments.map(({ author, text, place }) => ({ author, text, place }))).toMatchObject([
    { author: 'Ada Ng', text: 'Less <script>alert(1)</script> sky' },
    { author: 'Ada Ng', text: 'A boat here', place: { x: 0.6, y: 0.5 } },
  ]);

  await drop(page, 'answer-December.galley-review.json', answer);
  await expect(dialog).toContainText('Everything in it is here already.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await drop(page, 'bad.galley-review.json', Buffer.from('{"kind":"galley-review-answer","version":1}'));
  await expect(dialog).toContainText('This answer is damaged');
});
