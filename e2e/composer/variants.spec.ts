import type { Page } from '@playwright/test';
import { editor, field, openPost, stored, targets } from '../drivers/composer.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).last();

async function adapt(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Adapt', exact: true }).click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

async function account(page: Page, platform: string, handle: string): Promise<string> {
  const item = await callStudio<{ id: string }>(page, 'kit.save', {
    kind: 'account',
    name: handle,
    body: { platform, handle, language: null, hue: null, note: '' },
  });
  return item.id;
}

test('two accounts of one platform are two targets, chosen by search, set and keyboard', async ({
  studioPage: page,
}) => {
  await account(page, 'weibo', '@tea-shop');
  const second = await account(page, 'weibo', '@tea-club');
  const post = await openPost(page, { body: '春天' });
  await page.getByRole('button', { name: 'Choose targets' }).click();
  const search = page.getByRole('combobox', { name: 'Find a platform or format' });
  await search.fill('微博 tea-shop');
  await page.keyboard.press('Enter');
  await search.fill('weibo tea-club');
  await page.keyboard.press('Enter');
  await expect(targets(page).getByRole('option')).toHaveCount(3);
  await page.getByRole('button', { name: 'Save as a set' }).click();
  await page.getByRole('textbox', { name: 'Name of the set' }).fill('Tea');
  await page.keyboard.press('Enter');
  await search.fill('tea');
  await page.getByRole('button', { name: 'Remove all shown' }).click();
  await expect(targets(page).getByRole('option')).toHaveCount(1);
  await page.getByRole('option', { name: /^Tea\s*2 targets/ }).click();
  await page.keyboard.press('Escape');
  await expect(targets(page).getByRole('option')).toHaveCount(3);

  await targets(page).getByRole('option', { name: '@tea-club' }).click();
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('到了');
  await expect(field(page, 'body')).toContainText('Own');
  await targets(page).getByRole('option', { name: '@tea-shop' }).click();
  await expect(editor(page)).toHaveText('春天');
  await expect(field(page, 'body')).toContainText('Inherited');
  await expect
    .poll(async () => {
      const { targets: kept } = await stored(page, post.id);
      return kept.map((each) => [each.accountId === second, each.overrides.body ?? null]);
    })
    .toEqual([
      [false, null],
      [true, '春天到了'],
    ]);
});

test('an own field goes to the base, to all targets, and is compared with the base', async ({
  studioPage: page,
}) => {
  const post = await openPost(page, {
    body: 'base words',
    targets: [
      { format: 'x/post', overrides: { body: 'own words', hashtags: ['own'] } },
      { format: 'weibo/post', overrides: {} },
      { format: 'mastodon/post', overrides: { body: 'third' } },
    ],
  });
  await targets(page).getByRole('option', { name: /^X/ }).click();
  await page.getByRole('button', { name: 'Compare', exact: false }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('ins')).toContainText(['own']);
  await expect(dialog.locator('del')).toContainText(['base']);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'More for Text' }).click();
  await page.getByRole('menuitem', { name: 'Use for all targets' }).click();
  await expect
    .poll(async () => (await stored(page, post.id)).targets.map((each) => each.overrides.body))
    .toEqual(['own words', 'own words', 'own words']);
  await undo(page).click();
  await expect
    .poll(async () => (await stored(page, post.id)).targets.map((each) => each.overrides.body ?? null))
    .toEqual(['own words', null, 'third']);

  await page.getByRole('button', { name: 'More for Text' }).click();
  await page.getByRole('menuitem', { name: 'Use in the base' }).click();
  await expect.poll(async () => (await stored(page, post.id)).body).toBe('own words');
  expect((await stored(page, post.id)).targets[0]?.overrides).toEqual({ hashtags: ['own'] });
  await page.getByRole('button', { name: 'Inherit all' }).click();
  await expect.poll(async () => (await stored(page, post.id)).targets[0]?.overrides).toEqual({});
});

test('adapting shows the change first, keeps the limit and can be undone', async ({ studioPage: page }) => {
  const sentence = '春天来了，花都开了，我们去看看吧。';
  const post = await openPost(page, {
    body: sentence.repeat(20),
    link: 'https://example.com/spring',
    hashtags: ['春天'],
    targets: ['x/post', 'weibo/post', 'instagram/feed'].map((format) => ({ format, overrides: {} })),
  });
  await targets(page).getByRole('option', { name: /^X/ }).click();
  await adapt(page, 'Shorten to the limit');
  await expect(page.getByRole('dialog').locator('del')).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect
    .poll(async () => (await stored(page, post.id)).targets[0]?.overrides.body)
    .toBe(sentence.repeat(7));
  await expect(targets(page).getByRole('option', { name: /^X/ })).toContainText(/2\d\d\/280/);
  await undo(page).click();
  await expect.poll(async () => (await stored(page, post.id)).targets[0]?.overrides.body ?? null).toBeNull();

  // Every target what it needs: X tells a thread, Instagram's link goes where it can be read, Weibo stays.
  await targets(page).getByRole('option', { name: 'Base text' }).click();
  await page.getByRole('button', { name: 'Adapt all targets' }).click();
  await expect(page.getByRole('dialog')).toContainText('Thread of 3 posts');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect
    .poll(async () => (await stored(page, post.id)).targets.map((each) => Object.keys(each.overrides).sort()))
    .toEqual([['thread'], [], ['firstComment', 'link']]);
  await targets(page).getByRole('option', { name: /^X/ }).click();
  await expect(page.getByRole('button', { name: 'Thread of 3 posts' })).toBeVisible();
});

test('Chinese becomes that of Taiwan, its letters and signs change width', async ({ studioPage: page }) => {
  const post = await openPost(page, {
    body: '软件里的ＡＢＣ,好',
    targets: [{ format: 'weibo/post', overrides: {} }],
  });
  await targets(page).getByRole('option', { name: 'Weibo' }).click();
  const body = async () => (await stored(page, post.id)).targets[0]?.overrides.body;
  await adapt(page, 'To Traditional Chinese (Taiwan)');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(editor(page)).toHaveText('軟體裡的ＡＢＣ,好');
  await adapt(page, 'Letters and digits half-width');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(body).toBe('軟體裡的ABC,好');
  await adapt(page, 'Letters and digits half-width');
  await expect(page.getByText('Nothing to change here.')).toBeVisible();
});

test('counters of all targets mark what does not fit and where it folds', async ({ studioPage: page }) => {
  await openPost(page, {
    body: `${'字'.repeat(140)}多出来`,
    targets: ['x/post', 'weibo/post'].map((format) => ({ format, overrides: {} })),
  });
  await page.getByRole('button', { name: 'Counters of all targets' }).click();
  const table = page.getByRole('table', { name: 'Counters of all targets' });
  const row = table.getByRole('row', { name: /^X/ });
  await expect(row).toContainText('286/280');
  await expect(row).toContainText('23');
  await expect(row).toContainText('+3');
  const marked = () =>
    page.evaluate(() => {
      const highlight = CSS.highlights.get('galley-overflow');
      return [...(highlight ?? [])].map((range) => (range instanceof Range ? range.toString() : '')).join('');
    });
  expect(await marked()).toBe('');
  await row.focus();
  await expect.poll(marked).toContain('多出来');
  expect(await marked()).not.toContain('字');
});

test('disclosure and sources are kept with the post', async ({ studioPage: page }) => {
  const post = await openPost(page, { body: 'words' });
  await page.getByRole('button', { name: 'Disclosure and sources' }).click();
  await page.getByRole('checkbox', { name: 'Advertisement or paid partnership' }).check();
  await page.getByRole('textbox', { name: 'Sources of facts' }).fill('Yearbook 2025, p. 12');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Advertisement · Sources: 1' })).toBeVisible();
  await expect
    .poll(async () => {
      const { disclosure, sources } = await stored(page, post.id);
      return [disclosure.advertising, sources];
    })
    .toEqual([true, 'Yearbook 2025, p. 12']);
});
