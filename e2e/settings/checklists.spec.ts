import type { Page } from '@playwright/test';
import type { Post } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { violations } from '../drivers/axe.ts';
import { openPost, stored } from '../drivers/composer.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const lists = (page: Page) => callStudio<KitItem<'checklist'>[]>(page, 'kit.list', { kind: 'checklist' });
const itemsOf = async (page: Page): Promise<string[]> => (await lists(page))[0]?.body.items ?? [];

test('a checklist is written, moved about, taken away and brought back, and put on a post', async ({
  studioPage: page,
}) => {
  await page.goto(new URL('/#/settings/kit', page.url()).href);
  await page.getByRole('radiogroup', { name: 'Kind' }).getByText('Checklists').click();
  await expect(page.getByText('Nothing is forgotten')).toBeVisible();
  await page.getByRole('button', { name: 'Checklist', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Before every post');
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  const step = (number: number) => page.getByRole('textbox', { name: `Step ${number}`, exact: true });
  await expect(step(1)).toBeFocused();
  await page.keyboard.type('Read it aloud');
  await page.keyboard.press('Enter');
  await expect(step(2)).toBeFocused();
  await page.keyboard.type('Check the names');
  await expect.poll(() => itemsOf(page)).toEqual(['Read it aloud', 'Check the names']);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(step(1)).toBeFocused();
  await expect.poll(() => itemsOf(page)).toEqual(['Check the names', 'Read it aloud']);

  // Lines of a text become steps.
  await step(2).focus();
  await page.keyboard.press('Enter');
  await step(3).evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text/plain', '- [ ] Describe the pictures\n2. Ask the client\n\n');
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await page.getByRole('button', { name: 'Remove step 2' }).click();
  const items = ['Check the names', 'Describe the pictures', 'Ask the client'];
  await expect.poll(() => itemsOf(page)).toEqual(items);
  expect(await violations(page, 'checklists')).toEqual([]);

  await page.getByRole('button', { name: 'Delete: Before every post' }).click();
  await expect.poll(async () => (await lists(page)).length).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await lists(page))[0]?.name).toBe('Before every post');

  const post = await openPost(page, { title: 'Menu', body: 'Spring menu' });
  await page
    .getByRole('radiogroup', { name: 'Previews and checks' })
    .getByText('Team', { exact: true })
    .click();
  await page.getByRole('button', { name: 'From a list' }).click();
  await page.getByRole('menuitem', { name: 'Before every post' }).click();
  const texts = async (): Promise<string[]> =>
    (await stored(page, post.id)).checklist.map(({ text }: Post['checklist'][number]) => text);
  await expect.poll(texts).toEqual(items);
  await expect.poll(async () => (await lists(page))[0]?.uses).toBe(1);

  await page.getByRole('button', { name: 'From a list' }).click();
  await page.getByRole('menuitem', { name: 'Manage checklists…' }).click();
  await expect(page.getByRole('button', { name: /^Before every post/ })).toBeVisible();
});
