import type { Page } from '@playwright/test';
import type { KitItem } from '#shared/kit/schema.ts';
import { openPost, stored } from '../drivers/composer.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('a package leads through posting: page, words in turn on the clipboard, the record with its link', async ({
  studioPage: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const account = await callStudio<KitItem>(page, 'kit.save', {
    kind: 'account',
    name: 'Shop',
    body: { platform: 'youtube', handle: '@shop', language: null, hue: null, note: '' },
  });
  const post = await openPost(page, {
    title: 'Autumn pots',
    body: 'They are here.',
    status: 'approved',
    targets: [{ format: 'youtube/community', accountId: account.id }, { format: 'zhihu/article' }],
  });
  await page.getByRole('button', { name: 'Hand off' }).click();
  const dialog = page.getByRole('dialog');
  const steps = dialog.getByRole('list', { name: 'Steps' });
  const current = steps.locator('[aria-current=step]');
  await expect(current).toContainText('Open YouTube as @shop', { timeout: 60_000 });
  expect(await current.getByRole('link', { name: 'Open' }).getAttribute('href')).toMatch(/^https:\/\//);
  await current.getByRole('checkbox').check();
  await expect(current).toContainText('Paste the text');
  await current.getByRole('button', { name: /^Copy/ }).click();
  expect(await clipboard(page)).toBe('They are here.');

  // Copying ticks the step, and the next one stands ready: here the record itself.
  await expect(current).toContainText('then post');
  await current.getByRole('textbox', { name: /Link of the post/ }).fill('nowhere');
  await expect(current.getByRole('button', { name: 'Record as posted' })).toBeDisabled();
  await current.getByRole('textbox', { name: /Link of the post/ }).fill('https://youtube.com/post/1');
  await current.getByRole('button', { name: 'Record as posted' }).click();
  await expect(dialog.getByText('https://youtube.com/post/1')).toBeVisible();
  await expect
    .poll(async () => (await stored(page, post.id)).targets[0])
    .toMatchObject({ status: 'published', publishedUrl: 'https://youtube.com/post/1' });
  expect((await stored(page, post.id)).status).toBe('approved');

  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(async () => (await stored(page, post.id)).targets[0]?.status).toBe('planned');

  await dialog.getByRole('button', { name: /Zhihu/ }).click();
  await current.getByRole('checkbox').check();
  await expect(current).toContainText('Paste the title');
  await current.getByRole('button', { name: /^Copy/ }).click();
  expect(await clipboard(page)).toBe('Autumn pots');
  await expect(current).toContainText('Paste the text');
});

test('the plan becomes the table of a scheduling tool, and what it cannot carry is told', async ({
  studioPage: page,
}) => {
  const schedule = { local: '2026-12-01T09:30', zone: 'Asia/Shanghai' };
  await openPost(
    page,
    { body: 'For the tool', targets: [{ format: 'x/post' }, { format: 'weibo/post' }] },
    schedule,
  );
  await page.goto(new URL('/#/posts', page.url()).href);
  await page.getByRole('button', { name: 'Export for a scheduling tool' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Hootsuite').click();
  await expect(dialog.getByText('Hootsuite does not post to weibo.')).toBeVisible();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Save hootsuite-x/ }).click();
  expect((await download).suggestedFilename()).toBe('hootsuite-x.csv');
});

test('sets of hashtags take turns, links get tags for every target, versions and templates are kept', async ({
  studioPage: page,
}) => {
  for (const [name, tag] of [
    ['Warm', 'amber'],
    ['Cold', 'azure'],
  ]) {
    await callStudio(page, 'kit.save', {
      kind: 'hashtag-set',
      name,
      body: { tags: [tag], perPlatform: {}, group: 'Colours' },
    });
  }
  const post = await openPost(page, {
    title: 'Weekly column',
    body: 'First words.',
    link: 'https://shop.example/a?size=M',
    campaign: 'Autumn Sale',
    targets: [{ format: 'x/post' }, { format: 'weibo/post' }],
  });
  const field = (name: string) => page.locator(`[data-field=${name}]`);

  await test.step('the set whose turn it is', async () => {
    await field('hashtags').getByRole('button', { name: 'Hashtag sets' }).click();
    await page.getByRole('menuitem', { name: /Next of “Colours”/ }).click();
    await expect.poll(async () => (await stored(page, post.id)).hashtags).toEqual(['azure']);
    await expect
      .poll(async () => {
        const sets = await callStudio<KitItem[]>(page, 'kit.list', { kind: 'hashtag-set' });
        return sets.map(({ uses }) => uses);
      })
      .toEqual([1, 0]);
    await field('hashtags').getByRole('button', { name: 'Hashtag sets' }).click();
    await page.getByRole('menuitem', { name: /Next of “Colours”/ }).click();
    await expect.poll(async () => (await stored(page, post.id)).hashtags).toEqual(['azure', 'amber']);
  });

  await test.step('a link of its own for every target', async () => {
    await field('link').getByRole('button', { name: 'Link tags' }).click();
    await page.getByRole('button', { name: /Tag for all targets/ }).click();
    await expect
      .poll(async () => (await stored(page, post.id)).targets.map(({ overrides }) => overrides.link))
      .toEqual([
        'https://shop.example/a?size=M&utm_source=x&utm_medium=social&utm_campaign=autumn-sale',
        'https://shop.example/a?size=M&utm_source=weibo&utm_medium=social&utm_campaign=autumn-sale',
      ]);
  });

  await test.step('a named version shows what changed since, and comes back', async () => {
    await page
      .getByRole('radiogroup', { name: /Preview/ })
      .getByText('History')
      .click();
    await page.getByRole('textbox', { name: 'Name this version' }).fill('Before lunch');
    await page.getByRole('button', { name: 'Keep version' }).click();
    const list = page.getByRole('list', { name: 'Versions' });
    await expect(list.getByText('Before lunch')).toBeVisible();
    await page.getByRole('textbox', { name: 'Text', exact: true }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Second words.');
    await expect.poll(async () => (await stored(page, post.id)).body).toBe('First words. Second words.');
    await list.getByText('Before lunch').click();
    await expect(list.locator('ins')).toContainText('Second words.');
    await list.getByRole('button', { name: 'Restore this version' }).click();
    await expect.poll(async () => (await stored(page, post.id)).body).toBe('First words.');
    await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toHaveText('First words.');
  });

  await test.step('a template starts the next post', async () => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Keep as template' }).click();
    await expect(page.getByText('Kept as a template')).toBeVisible();
    await page.goto(new URL('/#/posts', page.url()).href);
    await page.getByRole('button', { name: 'New', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Weekly column' }).click();
    await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toHaveText('First words.');
    const id = /posts\/([\w-]+)/.exec(page.url())?.[1] ?? '';
    expect(id).not.toBe(post.id);
    expect((await stored(page, id)).targets.map(({ format }) => format)).toEqual(['x/post', 'weibo/post']);
  });
});
