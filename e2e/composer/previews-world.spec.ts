import type { Page } from '@playwright/test';
import type { Post } from '#shared/domain/post.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { changeLook, setLook } from './preview-sheet.ts';

const frame = (page: Page, format: string) => page.locator(`figure[data-target="${format}"]`);

/** Tall enough that every frame is in sight: what is scrolled away keeps its last picture. */
test.use({ viewport: { width: 1700, height: 6000 } });

/** A post for these formats, all of them on the wall, in the window as it is. */
async function showWall(
  page: Page,
  formats: readonly string[],
  change: { body: string } & Record<string, unknown>,
): Promise<void> {
  const targets = formats.map((format) => ({ format, overrides: {} }));
  const post = await callStudio<Post>(page, 'posts.create', { change: { targets, ...change } });
  await page.evaluate((id) => {
    location.hash = `#/posts/${id}`;
  }, post.id);
  await expect(page.locator('[data-frame-scheme]')).toHaveCount(formats.length);
  await expect(page.locator('[data-words]').first()).toContainText(change.body.slice(0, 9));
}

async function folds(page: Page): Promise<void> {
  const known: [format: string, at: number, more: string][] = [
    ['facebook/feed', 477, '… See more'],
    ['instagram/feed', 125, '… more'],
    ['linkedin/post', 140, '…more'],
    ['threads/post', 175, '… more'],
  ];
  await showWall(
    page,
    known.map(([format]) => format),
    { body: '字'.repeat(600) },
  );
  for (const [format, at, more] of known) {
    const words = frame(page, format).locator('[data-words]');
    const count = async () => ((await words.textContent()) ?? '').split('字').length - 1;
    expect(await count(), format).toBe(at);
    await words.getByRole('button', { name: more, exact: true }).click();
    await expect.poll(count).toBe(600);
    await words.getByRole('button', { name: 'Show less' }).click();
  }
}

/** In Chinese and in English, on every format of the rule pack: shown where a first comment can be posted. */
async function firstComments(page: Page): Promise<void> {
  const pack = await callStudio<RulePack>(page, 'platforms.pack');
  const formats = pack.platforms.flatMap(({ id, formats: of }) =>
    of.map((format) => ({ name: `${id}/${format.id}`, profile: formatProfile(pack, `${id}/${format.id}`) })),
  );
  await showWall(
    page,
    formats.map(({ name }) => name),
    { body: 'Words of the post', title: 'Title', firstComment: 'the recipe' },
  );
  for (const language of ['zh', 'en']) {
    await changeLook(page, { language });
    await expect(page.locator(`[data-frame-scheme][lang^="${language}"]`)).toHaveCount(formats.length);
    for (const { name, profile } of formats) {
      const words = frame(page, name);
      if (profile.firstComment)
        await expect(words.locator('[data-first-comment]'), name).toContainText('the recipe');
      else await expect(words, name).not.toContainText('the recipe');
    }
  }
}

async function linkCards(page: Page): Promise<void> {
  const formats = ['facebook/feed', 'x/post', 'linkedin/post', 'instagram/feed'];
  const link = 'https://www.shop.example/spring';
  await showWall(page, formats, { title: 'Spring tea', body: 'It is here', link });
  await expect(frame(page, 'facebook/feed').locator('[data-link-card]')).toContainText('SHOP.EXAMPLE');
  await expect(frame(page, 'x/post').locator('[data-link-card]')).toContainText('From shop.example');
  await expect(frame(page, 'x/post').locator('[data-words]')).toHaveText('It is here');
  await expect(frame(page, 'linkedin/post').locator('[data-link-card]')).toContainText('Spring tea');
  await expect(frame(page, 'instagram/feed').locator('[data-link-card]')).toHaveCount(0);
}

async function threads(page: Page): Promise<void> {
  const thread = { numbering: 'slash', place: 'end' };
  const formats = ['x/post', 'mastodon/post'];
  const targets = formats.map((format) => ({ format, overrides: { thread } }));
  const body = `${'One sentence of the story, told calmly. '.repeat(24)}\n\nhttps://shop.example/end`;
  await showWall(page, formats, { body, targets });
  for (const format of formats) {
    const parts = frame(page, format).locator('[data-thread-part]');
    const count = await parts.count();
    expect(count, format).toBeGreaterThan(1);
    await expect(parts.last()).toContainText(`${count}/${count}`);
    await expect(parts.first().locator('[data-link-card]')).toHaveCount(0);
    await expect(parts.last().locator('[data-link-card]')).toContainText('shop.example');
  }
}

test('frames fold, comment, link and thread as their platforms do', async ({ studioPage: page }) => {
  await setLook(page, { view: 'all', scheme: 'light', size: 'small', language: 'en' });
  await page.reload();
  await test.step('each folds exactly where its platform folds, and opens', () => folds(page));
  await test.step('a first comment stands where it can be posted, and nowhere else', () =>
    firstComments(page));
  await test.step('a link without pictures becomes a card of host and title', () => linkCards(page));
  await test.step('a thread is a row of posts joined to each other', () => threads(page));
});
