import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { card, makePost, openCalendar, timeOf, zone } from './page.ts';

const day = '2031-03-10';

test('warnings lead to their posts, are put right with a free slot, and are put away', async ({
  studioPage: page,
}) => {
  await callStudio(page, 'plan.saveKit', {
    kind: 'slot',
    name: 'Noon',
    body: { accountId: null, weekdays: [0, 1, 2, 3, 4, 5, 6], time: '12:00', zone, pillar: '' },
  });
  const first = await makePost(page, { title: 'Morning light', local: `${day}T09:00`, status: 'approved' });
  const second = await makePost(page, { title: 'Slow pour', local: `${day}T09:10`, status: 'approved' });
  await openCalendar(page, day);
  await page.getByRole('button', { name: 'Warnings' }).click();
  const panel = page.getByRole('complementary', { name: 'Warnings' });
  const clashes = panel.getByRole('region', { name: 'Too close together' });
  const message = clashes.getByRole('button', { name: /^10 Mar/ });
  await message.click();
  await expect(card(page, 'Slow pour')).toBeFocused();

  await clashes.getByRole('button', { name: /^Move to the next free slot/ }).click();
  await expect(panel.getByText('Nothing to warn of')).toBeVisible();
  expect(await timeOf(page, first.id)).toBe(`${day}T09:00`);
  expect(await timeOf(page, second.id)).toBe(`${day}T12:00`);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(clashes).toBeVisible();
  expect(await timeOf(page, second.id)).toBe(`${day}T09:10`);

  await clashes.getByRole('button', { name: /^Put away/ }).click();
  await expect(clashes).toBeHidden();
  await page.reload();
  await expect(panel.getByText('Nothing to warn of')).toBeVisible();
  await panel.getByRole('button', { name: 'Show 1 that were put away' }).click();
  await expect(clashes).toBeVisible();
});

test('goals are set in the settings and measured beside the calendar', async ({ studioPage: page }) => {
  const account = await callStudio<{ id: string }>(page, 'kit.save', {
    kind: 'account',
    name: 'Shop on X',
    body: { platform: 'x', handle: 'shop', language: null, hue: null, note: '' },
  });
  for (const [index, pillar] of ['People', 'People', 'Product'].entries()) {
    await callStudio(page, 'posts.create', {
      change: {
        title: `Post ${index}`,
        pillar,
        targets: [{ format: 'x/post', accountId: account.id, overrides: {} }],
      },
      schedule: { local: `2031-03-1${index}T09:00`, zone },
    });
  }
  await page.goto(new URL('/#/settings/goals', page.url()).href);
  await page.getByRole('textbox', { name: 'Posts a week of Shop on X' }).fill('3');
  const pillars = page.getByRole('region', { name: 'Pillars' });
  for (const [name, share] of [
    ['People', '50'],
    ['Product', '50'],
  ] as const) {
    await pillars.getByRole('button', { name: 'Add pillar' }).click();
    const field = pillars.getByRole('textbox', { name: /^Name: Pillar/ });
    await field.fill(name);
    await pillars.getByRole('textbox', { name: `Share of ${name} in percent` }).fill(share);
  }
  await expect(pillars.getByText('Together 100%')).toBeVisible();

  await openCalendar(page, day);
  await page.getByRole('button', { name: 'Goals' }).click();
  const panel = page.getByRole('complementary', { name: 'Goals' });
  await expect(panel.getByRole('button', { name: /3 of 3 planned/ })).toBeVisible();
  await expect(panel.getByRole('meter', { name: 'People' })).toHaveAttribute('aria-valuenow', '67');
  await expect(panel.getByText('From a study of other people’s accounts:')).toBeVisible();
});

test('results of a platform come in and say the best hours', async ({ studioPage: page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'galley-results-'));
  const rows = Array.from({ length: 28 }, (_, index) => {
    const date = String(index + 1).padStart(2, '0');
    const isBest = (index + 1) % 7 === 4;
    return `笔记${index},2026-03-${date} ${isBest ? '21:00' : '10:00'},1000,${isBest ? 300 : 30}`;
  });
  const file = join(folder, '小红书数据.csv');
  await writeFile(file, ['笔记标题,发布时间,观看量,点赞', ...rows].join('\n'));
  await page.goto(new URL('/#/insights', page.url()).href);
  await page.getByRole('button', { name: 'Import results' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import results' });
  await dialog.getByRole('combobox', { name: 'Results of' }).fill('Xiaohong');
  await page.getByRole('option').first().click();
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose file' }).click();
  await (await chooser).setFiles(file);
  await expect(dialog.getByText('28 new, 0 brought up to date, 0 unchanged.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('From 28 of your own results.')).toBeVisible();
  await expect(page.getByText(/^Best: Wed 21:00/)).toBeVisible();
  await rm(folder, { recursive: true, force: true });
});
