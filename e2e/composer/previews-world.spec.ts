import type { Page } from '@playwright/test';
import type { Post } from '#shared/domain/post.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const frame = (page: Page, format: string) => page.locator(`figure[data-target="${format}"]`);

/** A post for these formats, all of them on the wall. */
async function openWall(page: Page, formats: readonly string[], change: object): Promise<void> {
  await page.evaluate(() => {
    const look = { view: 'all', scheme: 'light', size: 'small', language: 'en' };
    localStorage.setItem('galley.composer.previews', JSON.stringify(look));
    localStorage.setItem('galley.composer.width', '1100');
    localStorage.setItem('galley.composer.panel', JSON.stringify('preview'));
  });
  const targets = formats.map((format) => ({ format, overrides: {} }));
  const post = await callStudio<Post>(page, 'posts.create', { change: { targets, ...change } });
  await page.goto(new URL(`/#/posts/${post.id}`, page.url()).href);
  await page.reload();
  await expect(page.locator('[data-frame-scheme]')).toHaveCount(formats.length);
}

test('each frame folds exactly where its platform folds, and opens', async ({ studioPage: page }) => {
  const folds: [format: string, at: number, more: string][] = [
    ['facebook/feed', 477, '… See more'],
    ['instagram/feed', 125, '… more'],
    ['linkedin/post', 140, '…more'],
    ['threads/post', 175, '… more'],
  ];
  const formats = folds.map(([format]) => format);
  await openWall(page, formats, { body: '字'.repeat(600) });
  for (const [format, at, more] of folds) {
    const words = frame(page, format).locator('[data-words]');
    const text = (await words.textContent()) ?? '';
    expect(text.split('字').length - 1, format).toBe(at);
    await words.getByRole('button', { name: more, exact: true }).click();
    await expect.poll(async () => ((await words.textContent()) ?? '').split('字').length - 1).toBe(600);
    await words.getByRole('button', { name: 'Show less' }).click();
  }
});

test('the first comment stands where the platform shows it, and nowhere else', async ({
  studioPage: page,
}) => {
  const formats = ['facebook/feed', 'instagram/feed', 'linkedin/post', 'bluesky/post', 'tiktok/photo'];
  await openWall(page, formats, { body: 'words', firstComment: 'the recipe' });
  for (const format of formats.slice(0, -1))
    await expect(frame(page, format).locator('[data-first-comment]'), format).toContainText('the recipe');
  await expect(frame(page, 'tiktok/photo')).not.toContainText('the recipe');
});

test('a link without pictures becomes a card of host and title', async ({ studioPage: page }) => {
  const formats = ['facebook/feed', 'x/post', 'linkedin/post', 'instagram/feed'];
  const link = 'https://www.shop.example/spring';
  await openWall(page, formats, { title: 'Spring tea', body: 'It is here', link });
  await expect(frame(page, 'facebook/feed').locator('[data-link-card]')).toContainText('SHOP.EXAMPLE');
  await expect(frame(page, 'x/post').locator('[data-link-card]')).toContainText('From shop.example');
  await expect(frame(page, 'x/post').locator('[data-words]')).toHaveText('It is here');
  await expect(frame(page, 'linkedin/post').locator('[data-link-card]')).toContainText('Spring tea');
  await expect(frame(page, 'instagram/feed').locator('[data-link-card]')).toHaveCount(0);
});

test('a thread is a row of posts joined to each other', async ({ studioPage: page }) => {
  const thread = { numbering: 'slash', place: 'end' };
  const targets = ['x/post', 'mastodon/post'].map((format) => ({ format, overrides: { thread } }));
  const body = `${'One sentence of the story, told calmly. '.repeat(24)}\n\nhttps://shop.example/end`;
  await openWall(page, ['x/post', 'mastodon/post'], { body, targets });
  for (const format of ['x/post', 'mastodon/post']) {
    const parts = frame(page, format).locator('[data-thread-part]');
    const count = await parts.count();
    expect(count, format).toBeGreaterThan(1);
    await expect(parts.last()).toContainText(`${count}/${count}`);
    await expect(parts.first().locator('[data-link-card]')).toHaveCount(0);
    await expect(parts.last().locator('[data-link-card]')).toContainText('shop.example');
  }
});
