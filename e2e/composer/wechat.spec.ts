import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { Post } from '#shared/domain/post.ts';
import { simulate } from '#shared/wechat/clean/clean.ts';
import { shippedThemes } from '#shared/wechat/themes/shipped.ts';
import { violations } from '../drivers/axe.ts';
import { editor, stored } from '../drivers/composer.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const studio = (page: Page) => page.getByRole('dialog', { name: 'Article studio' });
const article = (page: Page) => studio(page).getByRole('document');
const theme = async (page: Page, id: string) =>
  (await stored(page, id)).targets[0]?.overrides.articleTheme as
    | { headings: { accent: string }[]; link: { foreign: string } }
    | undefined;

/** A picture in the library, taken in as the window does it. */
async function addPhoto(page: Page): Promise<string> {
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#2060c0' } })
    .png()
    .toBuffer();
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await (await chooser).setFiles({ name: 'pier.png', mimeType: 'image/png', buffer: bytes });
  let id = '';
  await expect
    .poll(async () => {
      const { items } = await callStudio<{ items: { id: string }[] }>(page, 'assets.list', {});
      id = items[0]?.id ?? '';
      return id;
    })
    .not.toBe('');
  return id;
}

/** An article on the screen with its target chosen. */
async function openArticle(page: Page, body: string): Promise<Post> {
  const targets = [{ format: 'wechat-article/article', overrides: {} }];
  const post = await callStudio<Post>(page, 'posts.create', {
    change: { title: '江边的春天', body, targets },
  });
  await page.goto(new URL(`/#/posts/${post.id}`, page.url()).href);
  await expect(editor(page)).toBeVisible();
  await page.keyboard.press('Alt+1');
  return post;
}

/** What a program would get that is pasted into. */
async function pasted(page: Page): Promise<{ html: string; text: string }> {
  await page.evaluate(() => {
    const place = document.createElement('textarea');
    place.id = 'paste-here';
    document.body.append(place);
    place.addEventListener('paste', (event) => {
      place.dataset['html'] = event.clipboardData?.getData('text/html') ?? '';
      place.dataset['text'] = event.clipboardData?.getData('text/plain') ?? '';
    });
    place.focus();
  });
  const place = page.locator('#paste-here');
  await place.evaluate((element) => element.focus());
  await page.keyboard.press('Control+V');
  await expect(place).toHaveAttribute('data-html', /./);
  const html = (await place.getAttribute('data-html')) ?? '';
  const text = (await place.getAttribute('data-text')) ?? '';
  await place.evaluate((element) => element.remove());
  return { html, text };
}

/** HTML with every picture's address left out, as the browser writes it. */
const withoutAddresses = (page: Page, html: string): Promise<string> =>
  page.evaluate((text) => {
    const { body } = new DOMParser().parseFromString(text, 'text/html');
    for (const image of body.querySelectorAll('img')) image.removeAttribute('src');
    return body.innerHTML;
  }, html);

test('an article is dressed, mended and copied, and what is copied is what was previewed', async ({
  studioPage: page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const photo = await addPhoto(page);
  const post = await openArticle(
    page,
    `## 出发\n\n**重点**与[外链](https://example.com/a)。\n\n![码头](asset:${photo} "图一")`,
  );
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Written just now.');
  await expect(page.getByText('1 would be lost')).toBeVisible();

  await page.getByRole('button', { name: 'Article studio' }).click();
  await expect(article(page)).toContainText('Written just now.');
  // Only the tools: what an article's own colours are is the user's choice.
  for (const part of ['header', 'aside'])
    expect(await violations(page, `the studio's ${part}`, `[role=dialog] ${part}`)).toEqual([]);

  await studio(page).getByRole('button', { name: 'Harbour' }).click();
  const harbour = shippedThemes.find(({ id }) => id === 'harbour')?.theme;
  await expect.poll(() => theme(page, post.id)).toEqual(harbour);
  await expect(article(page).locator('h2 span').first()).toHaveCSS('background-color', 'rgb(36, 87, 166)');

  await studio(page).getByRole('button', { name: 'Heading 2' }).click();
  const accent = studio(page).getByRole('textbox', { name: 'Heading 2: Accent' });
  await accent.fill('#112233');
  await accent.press('Tab');
  await expect(article(page).locator('h2 span').first()).toHaveCSS('background-color', 'rgb(17, 34, 51)');
  await studio(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await theme(page, post.id))?.headings[1]?.accent).toBe('#2457a6');
  await studio(page).getByRole('button', { name: 'Redo' }).click();
  await expect.poll(async () => (await theme(page, post.id))?.headings[1]?.accent).toBe('#112233');

  await studio(page).getByText('Would be lost (1)').click();
  const losses = studio(page).getByRole('list', { name: 'What would be lost' });
  await expect(losses).toContainText('https://example.com/a');
  await losses.getByRole('button', { name: 'Turn links into footnotes' }).click();
  await expect(studio(page).getByText('Nothing would be lost')).toBeVisible();
  await expect(article(page)).toContainText('[1] 外链: https://example.com/a');
  const previewed = await article(page).evaluate(
    (host) => host.shadowRoot?.querySelector('div')?.innerHTML ?? '',
  );

  await studio(page).getByRole('button', { name: 'Copy for WeChat' }).click();
  await expect(page.getByText('Copied with its pictures.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(studio(page)).toBeHidden();
  const { html, text } = await pasted(page);
  expect(html).toMatch(/<img src="data:image\/(png|jpeg);base64,/);
  // The clean-up takes nothing out of it, and it is what the preview showed.
  expect(simulate(html)).toEqual({ html, lost: [] });
  expect(await withoutAddresses(page, html)).toBe(await withoutAddresses(page, previewed));
  expect(text).toContain('Written just now.');
  expect(html).not.toMatch(/class=|position:|<script|asset:|\/media\//);
});

test('an article leaves as an HTML file and as a long picture', async ({ studioPage: page }) => {
  await openArticle(page, '# 大标题\n\n正文一段。\n\n- 甲\n- 乙');
  await page.keyboard.press('Control+Shift+Y');
  await studio(page).getByRole('button', { name: 'Celadon' }).click();
  const saved = page.waitForEvent('download');
  await studio(page).getByRole('button', { name: 'Save HTML' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('江边的春天.html');
  const page1 = await readFile(await file.path(), 'utf8');
  expect(page1).toContain('background-color:#4f8a7b');

  await studio(page).getByRole('button', { name: 'Long picture' }).click();
  const width = page.getByRole('textbox', { name: 'Width' });
  await width.fill('750');
  await width.press('Enter');
  await page.getByText('PNG', { exact: true }).click();
  await page.getByRole('button', { name: 'Make', exact: true }).click();
  const link = page.getByRole('link', { name: '江边的春天.png' });
  await expect(link).toBeVisible({ timeout: 60_000 });
  const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
  const picture = sharp(await answer.body());
  const { width: wide, height, format } = await picture.metadata();
  expect([wide, format]).toEqual([750, 'png']);
  expect(height).toBeGreaterThan(400);
  const { data } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let headingPixels = 0;
  for (let at = 0; at < data.length; at += 3)
    if (data[at] === 0x4f && data[at + 1] === 0x8a && data[at + 2] === 0x7b) headingPixels += 1;
  expect(headingPixels).toBeGreaterThan(1000);
});

test('a look is kept as an own theme and put on another article', async ({ studioPage: page }) => {
  await openArticle(page, '正文。');
  await page.getByRole('button', { name: 'Article studio' }).click();
  await studio(page).getByRole('button', { name: 'Rouge' }).click();
  await studio(page).getByRole('textbox', { name: 'Name of this look' }).fill('春季');
  await studio(page).getByRole('button', { name: 'Keep as own theme' }).click();
  await expect(studio(page).getByRole('button', { name: '春季', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  const other = await openArticle(page, '另一篇。');
  await page.getByRole('button', { name: 'Article studio' }).click();
  await studio(page).getByRole('button', { name: '春季', exact: true }).click();
  const rouge = shippedThemes.find(({ id }) => id === 'rouge')?.theme;
  await expect.poll(() => theme(page, other.id)).toEqual(rouge);
  await studio(page).getByRole('button', { name: 'Theme 春季' }).click();
  await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
  await expect(studio(page).getByRole('button', { name: '春季', exact: true })).toBeHidden();
});
