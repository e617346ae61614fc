import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { Post } from '#shared/domain/post.ts';
import { violations } from '../drivers/axe.ts';
import { editor, openPost, stored } from '../drivers/composer.ts';
import { droppedFiles } from '../drivers/files.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const menu = (page: Page) => page.getByRole('listbox', { name: 'What can be inserted' });
const body = async (page: Page, id: string) => (await stored(page, id)).body;

/** A post on the screen with the caret at the end of its text. */
async function typeIn(page: Page, change: object): Promise<Post> {
  const post = await openPost(page, change);
  await editor(page).click();
  await page.keyboard.press('Control+End');
  return post;
}

async function slash(page: Page, words: string): Promise<void> {
  await page.keyboard.type(`/${words}`);
  await expect(menu(page).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeHidden();
}

test('the slash menu makes blocks, found in both languages and by initials', async ({ studioPage: page }) => {
  const post = await typeIn(page, {});
  await page.keyboard.type('/');
  await expect(menu(page)).toContainText('Heading 1');
  await page.keyboard.type('标题');
  await page.keyboard.press('ArrowDown');
  await expect(menu(page).getByRole('option', { selected: true })).toHaveText(/Heading 2/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Spring');
  await page.keyboard.press('Enter');
  await slash(page, 'jinggao');
  await page.keyboard.type('Hot');
  await expect.poll(() => body(page, post.id)).toBe('## Spring\n> [!WARNING] Hot\n');
});

test('blocks are written, kept as Markdown and come back', async ({ studioPage: page }) => {
  const post = await typeIn(page, {});
  await slash(page, 'warning');
  await page.keyboard.type('Hot water');
  await page.keyboard.press('Enter');
  await slash(page, 'daiban');
  await page.keyboard.type('buy tea');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await slash(page, 'fgx');
  await slash(page, 'code');
  await page.keyboard.type('let a');
  await page.getByRole('combobox', { name: 'Language of the code' }).selectOption('ts');
  await expect
    .poll(() => body(page, post.id))
    .toContain('> [!WARNING] Hot water\n- [ ] buy tea\n---\n```ts\nlet a\n```');
  await expect(editor(page).locator('[data-tone=warning]')).toHaveText('Hot water');
  await page.reload();
  await expect(editor(page).locator('[data-tone=warning]')).toHaveText('Hot water');
  await expect(editor(page).locator('hr')).toHaveCount(1);
  await expect(editor(page).locator('code')).toHaveText('let a');
});

test('a table is sized on a grid, walked by Tab and changed by its menu', async ({ studioPage: page }) => {
  const post = await typeIn(page, {});
  await slash(page, 'table');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('3 × 2 table')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Tea');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Price');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Oolong');
  const empty = '| Tea | Price |\n| --- | --- |\n| Oolong |  |\n|  |  |';
  await expect.poll(() => body(page, post.id)).toContain(empty);
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Table menu' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await choose('Insert column right');
  await expect.poll(() => body(page, post.id)).toContain('| Tea |  | Price |\n| --- | --- | --- |');
  await choose('Delete column');
  await choose('Header row on or off');
  await expect.poll(() => body(page, post.id)).toContain('---');
  await page.keyboard.press('Control+z');
  await choose('Delete table');
  await expect(editor(page).locator('table')).toHaveCount(0);
});

test('a dropped picture goes into the library and into the text', async ({ studioPage: page }) => {
  const picture = await sharp({ create: { width: 800, height: 500, channels: 3, background: '#4a7' } })
    .jpeg()
    .toBuffer();
  const post = await typeIn(page, { body: 'above' });
  const dropped = await droppedFiles(page, [{ name: 'green.jpg', type: 'image/jpeg', bytes: picture }]);
  await editor(page).dispatchEvent('drop', { dataTransfer: dropped });
  const shown = editor(page).locator('figure img');
  await expect(shown).toHaveAttribute('data-loaded', 'true');
  await shown.click();
  await page.getByRole('textbox', { name: 'Alt text' }).fill('Green');
  await page.getByRole('textbox', { name: 'Caption' }).fill('A field');
  await page.getByText('Half', { exact: true }).click();
  await expect.poll(() => body(page, post.id)).toMatch(/^above\n!\[Green\]\(asset:[\w-]+#half "A field"\)/);
  await shown.click();
  await page.keyboard.press('Delete');
  await expect(shown).toHaveCount(0);
});

test('words are found across marks and replaced with one undo', async ({ studioPage: page }) => {
  const post = await typeIn(page, { body: 'Tea, **te**a and TEA\nteapot' });
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find' }).fill('tea');
  const bar = page.getByRole('search');
  await expect(bar.getByRole('status')).toHaveText('1 of 4');
  const marked = () => page.evaluate(() => CSS.highlights.get('galley-found')?.size);
  expect(await marked()).toBe(4);
  await bar.getByRole('button', { name: 'Whole words' }).click();
  await expect(bar.getByRole('status')).toHaveText('1 of 3');
  await bar.getByRole('button', { name: 'Match case' }).click();
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  await bar.getByRole('button', { name: 'Match case' }).click();
  await page.keyboard.press('Control+Alt+h');
  await page.getByRole('textbox', { name: 'Replace with' }).fill('coffee');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect.poll(() => body(page, post.id)).toBe('coffee, **coffee** and coffee\nteapot');
  await page.getByRole('textbox', { name: 'Find' }).press('Escape');
  await expect(bar).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(() => body(page, post.id)).toBe('Tea, **te**a and TEA\nteapot');
});

test('emoji are found in both languages, in the panel and by name', async ({ studioPage: page }) => {
  const post = await typeIn(page, {});
  await page.keyboard.press('Control+Alt+e');
  await page.getByRole('textbox', { name: 'Search in English or Chinese' }).fill('火箭');
  await expect(page.getByRole('button', { name: 'rocket', exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(editor(page)).toContainText('🚀');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type(' :tada');
  await expect(menu(page).getByRole('option').first()).toContainText('🎉');
  await page.keyboard.press('Enter');
  await expect.poll(() => body(page, post.id)).toBe('🚀 🎉');
});

test('a snippet asks for its variables and fills in what it knows', async ({ studioPage: page }) => {
  const snippet = await callStudio<{ id: string }>(page, 'kit.save', {
    kind: 'snippet',
    name: 'Greeting',
    body: { text: 'Hello {{name}}, this is **{{title}}**', shortcut: 'hi' },
  });
  const post = await typeIn(page, { title: 'Spring' });
  await slash(page, 'hi');
  const dialog = page.getByRole('dialog', { name: 'Greeting' });
  await dialog.getByRole('textbox', { name: 'name' }).fill('Ann');
  await expect(dialog).toContainText('Hello Ann, this is **Spring**');
  await page.keyboard.press('Enter');
  await expect.poll(() => body(page, post.id)).toBe('Hello Ann, this is **Spring**');
  const kept = await callStudio<{ id: string; uses: number }[]>(page, 'kit.list', { kind: 'snippet' });
  expect(kept.find(({ id }) => id === snippet.id)?.uses).toBe(1);
});

test('tags and names that were used before are completed and coloured', async ({ studioPage: page }) => {
  await callStudio(page, 'posts.create', { change: { body: 'with @greenhill', hashtags: ['springtea'] } });
  const post = await typeIn(page, {});
  await page.keyboard.type('Drink #spr');
  await expect(menu(page).getByRole('option')).toHaveText(['springtea']);
  await page.keyboard.press('Enter');
  await page.keyboard.type('by @gr');
  await expect(menu(page).getByRole('option')).toHaveText(['greenhill']);
  await page.keyboard.press('Tab');
  await expect.poll(() => body(page, post.id)).toContain('Drink #springtea by @greenhill');
  const coloured = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('galley-tag') ?? [])].flatMap((range) =>
        range instanceof Range ? [range.toString()] : [],
      ),
    );
  expect(await coloured()).toEqual(['#springtea', '@greenhill']);
});

test('Markdown typed becomes blocks, selected words get tools, undo takes it back', async ({
  studioPage: page,
}) => {
  const post = await typeIn(page, {});
  await page.keyboard.type('## Two ');
  await page.keyboard.press('Enter');
  await page.keyboard.type('> [!TIP] warm cup');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- [ ] one');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('some `code` here');
  await expect.poll(() => body(page, post.id)).toContain('> [!TIP] warm cup\n- [ ] one\nsome `code` here');
  for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowLeft');
  const tools = page.getByRole('toolbar', { name: 'Tools for the selected words' });
  await tools.getByRole('button', { name: 'Bold' }).click();
  await expect.poll(() => body(page, post.id)).toContain('some `code` **here**');
  await page.keyboard.press('Control+z');
  await expect.poll(() => body(page, post.id)).toContain('some `code` here');
  await page.keyboard.press('Alt+F10');
  await expect(tools.getByRole('button', { name: 'Bold' })).toBeFocused();
  expect(await violations(page, 'the text')).toEqual([]);
});

test('words, sentences and reading time are told', async ({ studioPage: page }) => {
  await typeIn(page, { body: `${'茶'.repeat(800)}。Green tea.` });
  await page.getByRole('button', { name: /802 words · 2 min/ }).click();
  await expect(page.getByRole('row', { name: 'Sentences' })).toContainText('2');
  await expect(page.getByText('400 characters or 238 words a minute')).toBeVisible();
});
