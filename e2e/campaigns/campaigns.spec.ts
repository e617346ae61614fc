import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import type { Post } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { violations } from '../drivers/axe.ts';
import { droppedFiles } from '../drivers/files.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const visit = (page: Page, path: string) => page.goto(new URL(`/#${path}`, page.url()).href);
const shows = async (page: Page): Promise<KitItem<'run-of-show'> | undefined> =>
  (await callStudio<KitItem<'run-of-show'>[]>(page, 'kit.list', { kind: 'run-of-show' }))[0];

test('ideas are captured, dragged between columns, taken back and made into drafts', async ({
  studioPage: page,
}) => {
  await callStudio(page, 'plan.saveKit', {
    kind: 'pillar',
    name: 'Craft',
    body: { share: 50, hue: '#c8553d', description: '' },
  });
  await visit(page, '/ideas');
  await expect(page.getByText('Where ideas wait for their day')).toBeVisible();
  await page.getByLabel('What could we post about?').fill('Why the dough rests');
  await page.keyboard.press('Enter');
  const none = page.getByRole('region', { name: 'No pillar yet' });
  const craft = page.getByRole('region', { name: 'Craft' });
  await expect(none.getByRole('button', { name: 'Why the dough rests', exact: true })).toBeVisible();
  const line = craft.getByLabel('New idea in “Craft”');
  await line.fill('A map of mills');
  await page.keyboard.press('Enter');
  await expect(line).toHaveValue('');
  await page.keyboard.type('Four in the morning');
  await page.keyboard.press('Enter');
  await expect(craft.getByRole('button', { name: 'Four in the morning', exact: true })).toBeVisible();

  const card = none.getByRole('button', { name: 'Why the dough rests', exact: true });
  const from = await card.boundingBox();
  const to = await craft.boundingBox();
  if (!from || !to) throw new Error('nothing to drag');
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 20, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + 300, { steps: 6 });
  // What is carried stands beside the pointer, over everything, and not at the end of the page.
  const ghost = page.locator('body > div', { hasText: /^Why the dough rests$/ });
  await expect(ghost).toHaveCSS('position', 'fixed');
  await expect(craft).toHaveAttribute('data-over', '');
  await page.mouse.up();
  await expect(ghost).toHaveCount(0);
  await expect(craft.getByRole('button', { name: 'Why the dough rests', exact: true })).toBeVisible();
  await expect
    .poll(async () =>
      (await callStudio<{ items: Post[] }>(page, 'posts.list', {})).items.map((p) => p.pillar),
    )
    .toEqual(['Craft', 'Craft', 'Craft']);
  expect(await violations(page, 'ideas')).toEqual([]);

  await craft.getByRole('button', { name: 'Why the dough rests', exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(none.getByRole('button', { name: 'Why the dough rests', exact: true })).toBeVisible();
  await none.getByRole('button', { name: 'Make it a draft: Why the dough rests' }).click();
  await expect(page).toHaveURL(/#\/posts\//);
});

test('pictures from the desktop become ideas, or go onto one', async ({ studioPage: page }) => {
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#c8553d' } })
    .png()
    .toBuffer();
  const other = await sharp({ create: { width: 40, height: 60, channels: 3, background: '#3d6b9f' } })
    .png()
    .toBuffer();
  const drop = async (onto: Locator, name: string, bytes: Buffer): Promise<void> => {
    const dataTransfer = await droppedFiles(page, [{ name, type: 'image/png', bytes }]);
    await onto.dispatchEvent('dragover', { dataTransfer });
    await onto.dispatchEvent('drop', { dataTransfer });
  };
  const ideas = async (): Promise<Post[]> => {
    const { items } = await callStudio<{ items: Post[] }>(page, 'posts.list', { status: 'idea' });
    return Promise.all(items.map(({ id }) => callStudio<Post>(page, 'posts.get', { id })));
  };
  await callStudio(page, 'plan.saveKit', {
    kind: 'pillar',
    name: 'Craft',
    body: { share: 50, hue: '#c8553d', description: '' },
  });
  await visit(page, '/ideas');
  await page.getByLabel('What could we post about?').fill('Why the dough rests');
  await page.keyboard.press('Enter');
  const craft = page.getByRole('region', { name: 'Craft' });
  await drop(craft, 'Oven at dawn.png', picture);
  const card = craft.getByRole('button', { name: 'Oven at dawn', exact: true });
  await expect(card).toBeVisible();
  await drop(card, 'flour.png', other);
  const baking = async (): Promise<Post[]> => (await ideas()).filter(({ pillar }) => pillar === 'Craft');
  await expect.poll(async () => (await baking())[0]?.attachments.length).toBe(2);
  expect(await baking()).toMatchObject([
    {
      title: 'Oven at dawn',
      pillar: 'Craft',
      status: 'idea',
      attachments: [{ kind: 'asset' }, { kind: 'asset' }],
    },
  ]);
});

test('a campaign gathers its posts; a new name takes them along', async ({ studioPage: page }) => {
  const post = await callStudio<Post>(page, 'posts.create', { change: { title: 'Lantern walk' } });
  await visit(page, '/campaigns');
  await page.getByRole('button', { name: 'New campaign' }).click();
  await page.getByRole('menuitem', { name: /^Launch/ }).click();
  const name = page.getByLabel('Name of the campaign');
  await expect(name).toHaveValue('Launch');
  await page.getByLabel('Find a post to add').fill('Lantern');
  await page.getByRole('option', { name: 'Lantern walk' }).click();
  await expect(page.getByRole('list', { name: 'Posts' }).getByText('Lantern walk')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Write the one sentence' }).check();
  await expect(page.getByText('1 of 8')).toBeVisible();
  await name.fill('Lantern week');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await callStudio<Post>(page, 'posts.get', { id: post.id })).campaign)
    .toBe('Lantern week');
  await expect(page.getByRole('list', { name: 'Posts' }).getByText('Lantern walk')).toBeVisible();
  expect(await violations(page, 'campaign')).toEqual([]);
  await page.getByRole('button', { name: 'All campaigns' }).click();
  await expect(page.getByRole('link', { name: /Lantern week/ })).toBeVisible();
});

test('a live session has clock times, is reordered, rehearsed, and gets countdown graphics', async ({
  studioPage: page,
}) => {
  await visit(page, '/live');
  await page.getByRole('button', { name: 'New live session' }).click();
  await page.getByLabel('Begins at').fill('19:30');
  await page.keyboard.press('Enter');
  const clocks = () => page.getByRole('table').locator('tbody tr td:nth-child(2)').allTextContents();
  await expect.poll(clocks).toEqual(['19:30', '19:35', '19:38', '19:58', '20:08', '20:10']);
  await page.getByLabel('Length').first().fill('2:30');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await clocks())[1]).toBe('19:32');
  await page.getByRole('button', { name: 'Move “Questions”; arrow keys move it too' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect
    .poll(async () => (await shows(page))?.body.items.map(({ title }) => title))
    .toEqual(['Countdown', 'Welcome', 'Questions', 'The main thing', 'Goodbye and what comes next']);
  expect(await violations(page, 'live')).toEqual([]);

  await page.getByRole('button', { name: 'Rehearse' }).click();
  const rehearsal = page.getByRole('dialog', { name: 'Rehearse' });
  await expect(rehearsal.getByRole('heading', { name: 'Countdown' })).toBeVisible();
  await expect(rehearsal.getByRole('timer')).toHaveText(/^2:2\d$/);
  await page.keyboard.press('ArrowRight');
  await expect(rehearsal.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rehearsal).toBeHidden();

  await page.getByRole('button', { name: 'Make countdown graphics' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make them' }).click();
  await expect(page.getByRole('link', { name: 'Countdown graphic' })).toBeVisible();
  await expect.poll(async () => (await shows(page))?.body.items[0]?.designId).toBeTruthy();
  const designId = (await shows(page))?.body.items[0]?.designId;
  const design = await callStudio<{ pages: number }>(page, 'designs.get', { id: designId });
  expect(design.pages).toBe(4);
});
