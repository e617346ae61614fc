import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Post } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { targets } from '../drivers/composer.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

interface Check {
  targets: { format: string; findings: { code: string; severity: string; confidence?: string }[] }[];
}

const openPage = (page: Page, name: string) => page.goto(new URL(`/#/settings/${name}`, page.url()).href);
const tab = (page: Page, name: string | RegExp) =>
  page.getByRole('radiogroup', { name: 'Parts of the rules' }).getByText(name);

async function overLong(page: Page, id: string): Promise<Check['targets'][number]['findings'][]> {
  const check = await callStudio<Check>(page, 'posts.check', { id });
  return check.targets.map(({ findings }) => findings.filter(({ code }) => code === 'text-too-long'));
}

test('a limit set for one account counts and refuses there alone, until it is reset', async ({
  studioPage: page,
}) => {
  await openPage(page, 'accounts');
  await page.getByRole('button', { name: 'Add an account' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Name' }).fill('Weibo Shanghai');
  await form.getByRole('combobox', { name: 'Platform' }).click();
  await page.getByRole('option', { name: 'Weibo' }).click();
  await form.getByRole('textbox', { name: 'Handle' }).fill('@shanghai');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row', { name: /Weibo Shanghai/ })).toContainText('@shanghai');
  const [account] = await callStudio<KitItem<'account'>[]>(page, 'kit.list', { kind: 'account' });
  if (!account) throw new Error('The account was kept.');
  const post = await callStudio<Post>(page, 'posts.create', {
    change: {
      body: '字'.repeat(120),
      targets: [
        { format: 'weibo/post', accountId: account.id, overrides: {} },
        { format: 'x/article', overrides: {} },
      ],
    },
  });
  expect((await overLong(page, post.id)).flat()).toEqual([]);

  await openPage(page, 'rules');
  await page.getByRole('combobox', { name: 'Rules of' }).click();
  await page.getByRole('option', { name: 'Weibo Shanghai' }).click();
  const section = page.getByRole('region', { name: 'Weibo · Post' });
  await section.getByRole('button', { name: 'Change: body › at most', exact: true }).click();
  const editor = section.getByRole('form');
  await editor.getByRole('textbox', { name: 'Text › body › at most' }).fill('100');
  await editor.getByRole('textbox', { name: 'Note' }).fill('House rule');
  await editor.getByRole('button', { name: 'Set', exact: true }).click();
  const row = section.getByRole('listitem').filter({ has: page.getByText('Set by you') });
  await expect(row).toContainText('House rule');
  await expect(row).toContainText('2,000');

  const pack = await callStudio<RulePack>(page, 'platforms.pack');
  expect(pack.own?.accountChanges).toHaveLength(1);
  expect((await overLong(page, post.id))[0]).toMatchObject([{ severity: 'error', confidence: 'user' }]);
  await page.goto(new URL(`/#/posts/${post.id}`, page.url()).href);
  await expect(targets(page).getByRole('option', { name: /Weibo/ })).toContainText('120/100');

  await openPage(page, 'rules');
  await tab(page, 'Changes (1)').click();
  await expect(page.getByRole('row', { name: /Weibo Shanghai/ })).toContainText('was 2,000');
  await page.getByRole('button', { name: 'Reset: Text › body › at most' }).click();
  await expect(page.getByText('Nothing is changed')).toBeVisible();
  expect((await overLong(page, post.id)).flat()).toEqual([]);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.getByRole('row', { name: /Weibo Shanghai/ })).toBeVisible();
});

test('facts are found by words and trust, and compared across platforms', async ({ studioPage: page }) => {
  await openPage(page, 'rules');
  await page.getByRole('combobox', { name: 'Platform' }).click();
  await page.getByRole('option', { name: 'All platforms' }).click();
  await expect(page.getByText('639 rules')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search rules' }).fill('weibo fold');
  await expect(page.getByText('1 rule')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Weibo · Post' })).toContainText('140');
  await tab(page, 'Compare').click();
  const table = page.getByRole('table', { name: 'Title, at most' });
  await expect(table.getByRole('row').nth(1)).toContainText('WeChat Channels');
  await expect(table.getByRole('row').nth(1)).toContainText('16');
});

test('a platform of one’s own is made, chosen, exported and imported again', async ({ studioPage: page }) => {
  await openPage(page, 'rules');
  await tab(page, 'Own platforms (0)').click();
  await page.getByRole('button', { name: 'New platform' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Name in English' }).fill('Our shop');
  await form.getByRole('textbox', { name: 'Limit: Text' }).fill('20');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('list', { name: 'Own platforms' })).toContainText('Our shop');

  const post = await callStudio<Post>(page, 'posts.create', { change: { body: 'x'.repeat(25) } });
  await page.goto(new URL(`/#/posts/${post.id}`, page.url()).href);
  await page.getByRole('button', { name: 'Choose targets' }).click();
  await page.keyboard.type('our shop');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(targets(page).getByRole('option', { name: /Our shop/ })).toContainText('25/20');
  await expect
    .poll(async () => (await overLong(page, post.id)).flat())
    .toMatchObject([{ severity: 'error' }]);

  await openPage(page, 'rules');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('Spec-rules.json');
  const text = await readFile(await file.path(), 'utf8');

  await tab(page, 'Own platforms (1)').click();
  await page.getByRole('button', { name: 'Move to the trash: Our shop' }).click();
  await expect(page.getByText('Platforms of your own')).toBeVisible();
  // The post still knows it; no picker offers it any more.
  expect((await overLong(page, post.id)).flat()).toHaveLength(1);

  const choose = async (name: string, content: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import…' }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  };
  await choose('other.json', '{"kind":"design"}');
  await expect(page.getByText('This file holds no platform rules.')).toBeVisible();
  await choose('rules.json', text);
  const preview = page.getByRole('dialog');
  await expect(preview.getByRole('listitem')).toContainText('Our shop');
  await expect(preview.getByRole('listitem')).toContainText('New');
  await preview.getByRole('button', { name: 'Import 1' }).click();
  await expect(page.getByRole('list', { name: 'Own platforms' })).toContainText('Our shop');
  await choose('rules.json', text);
  await expect(preview.getByRole('listitem')).toContainText('The same here');
});

test('a limit that the pack does not state is added, counts, and goes with its reset', async ({
  studioPage: page,
}) => {
  const post = await callStudio<Post>(page, 'posts.create', {
    change: {
      body: 'Two: https://one.example/ and https://two.example/',
      targets: [{ format: 'weibo/post', overrides: {} }],
    },
  });
  const codes = async (): Promise<string[]> =>
    (await callStudio<Check>(page, 'posts.check', { id: post.id })).targets.flatMap(({ findings }) =>
      findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    );
  expect(await codes()).toEqual([]);
  await openPage(page, 'rules');
  await page.getByRole('combobox', { name: 'Platform' }).click();
  await page.getByRole('option', { name: 'Weibo' }).click();
  const section = page.getByRole('region', { name: 'Weibo · Post' });
  await section.getByRole('button', { name: 'Add a limit' }).click();
  await page.getByRole('menuitem', { name: 'links at most' }).click();
  const form = section.getByRole('form');
  await expect(form.getByRole('textbox', { name: 'Text › links at most' })).toBeFocused();
  await page.keyboard.type('1');
  await form.getByRole('textbox', { name: 'Note' }).fill('The client wants one');
  await form.getByRole('button', { name: 'Set', exact: true }).click();
  const row = section.getByRole('listitem').filter({ has: page.getByText('Set by you') });
  await expect(row).toContainText('links at most');
  await row.getByRole('button', { name: 'links at most', exact: true }).click();
  await expect(row).toContainText('The client wants one');
  await expect.poll(codes).toEqual(['links-too-many']);
  await row.getByRole('button', { name: 'Reset: links at most' }).click();
  await expect(row).toHaveCount(0);
  await expect.poll(codes).toEqual([]);
});
