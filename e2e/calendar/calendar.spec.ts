import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PostSummary } from '#shared/domain/post.ts';
import { callStudio, expect, startStudio, test } from '../drivers/studio.ts';
import { card, cell, drafts, drag, makePost, openCalendar, timeOf, tray, zone } from './page.ts';
import { planOf, seed } from './seed.ts';

test('a post is dragged to another day, keeps its time, and comes back by key', async ({
  studioPage: page,
}) => {
  const post = await makePost(page, { title: 'Spring launch', local: '2026-05-12T18:30' });
  await openCalendar(page, '2026-05-01');
  await drag(page, card(page, 'Spring launch'), cell(page, '2026-05-20'));
  await expect(cell(page, '2026-05-20')).toContainText('Spring launch');
  await expect(page.getByText('Moved “Spring launch” to')).toBeVisible();
  await expect.poll(() => timeOf(page, post.id)).toBe('2026-05-20T18:30');
  await page.keyboard.press('Control+z');
  await expect(cell(page, '2026-05-12')).toContainText('Spring launch');
  await expect(page.getByText('Undone: Move post')).toBeVisible();
  expect(await timeOf(page, post.id)).toBe('2026-05-12T18:30');
  await page.keyboard.press('Control+Shift+z');
  await expect(cell(page, '2026-05-20')).toContainText('Spring launch');
});

test('Escape gives a drag up, and a published post stays and says why', async ({ studioPage: page }) => {
  const post = await makePost(page, { title: 'Draft', local: '2026-05-12T18:30' });
  await makePost(page, { title: 'Out already', local: '2026-05-13T18:30', status: 'published' });
  await openCalendar(page, '2026-05-01');
  const start = await card(page, 'Draft').boundingBox();
  const goal = await cell(page, '2026-05-20').boundingBox();
  if (!start || !goal) throw new Error('not drawn');
  await page.mouse.move(start.x + 20, start.y + 5);
  await page.mouse.down();
  await page.mouse.move(goal.x + 20, goal.y + 40, { steps: 6 });
  await expect(cell(page, '2026-05-20')).toHaveAttribute('data-over', '');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(cell(page, '2026-05-20')).not.toHaveAttribute('data-over', '');
  expect(await timeOf(page, post.id)).toBe('2026-05-12T18:30');

  await drag(page, card(page, 'Out already'), cell(page, '2026-05-20'));
  await expect(page.getByText('Published posts stay where they were published.')).toBeVisible();
  await expect(cell(page, '2026-05-13')).toContainText('Out already');
});

test('a draft is dragged from the tray onto a day, and back', async ({ studioPage: page }) => {
  const post = await makePost(page, { title: 'Someday' });
  await openCalendar(page, '2026-05-01');
  await drag(page, drafts(page).getByRole('button', { name: 'Someday' }), cell(page, '2026-05-21'));
  await expect(cell(page, '2026-05-21')).toContainText('Someday');
  await expect.poll(() => timeOf(page, post.id)).toBe('2026-05-21T09:00');
  await expect(drafts(page).getByRole('button', { name: 'Someday' })).toHaveCount(0);
  await drag(page, card(page, 'Someday'), tray(page));
  await expect(drafts(page).getByRole('button', { name: 'Someday' })).toBeVisible();
  await expect.poll(() => timeOf(page, post.id)).toBeUndefined();
});

test('several posts are chosen and dragged together', async ({ studioPage: page }) => {
  const one = await makePost(page, { title: 'One', local: '2026-05-12T08:00' });
  const two = await makePost(page, { title: 'Two', local: '2026-05-14T19:00' });
  await openCalendar(page, '2026-05-01');
  await card(page, 'One').click({ modifiers: ['Control'] });
  await card(page, 'Two').click({ modifiers: ['Control'] });
  await expect(page.getByText('2 posts shown, 2 selected')).toBeVisible();
  await drag(page, card(page, 'One'), cell(page, '2026-05-19'));
  await expect(page.getByText('Moved 2 posts')).toBeVisible();
  expect(await timeOf(page, one.id)).toBe('2026-05-19T08:00');
  expect(await timeOf(page, two.id)).toBe('2026-05-21T19:00');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => timeOf(page, two.id)).toBe('2026-05-14T19:00');
});

test('the week view moves posts between times in quarter hours', async ({ studioPage: page }) => {
  const post = await makePost(page, { title: 'Morning', local: '2026-05-12T08:00' });
  await openCalendar(page, '2026-05-12', 'week');
  await expect(card(page, 'Morning')).toBeVisible();
  const start = await card(page, 'Morning').boundingBox();
  const column = await cell(page, '2026-05-14').boundingBox();
  if (!start || !column) throw new Error('not drawn');
  const hour = column.height / 24;
  await page.mouse.move(start.x + 30, start.y + 8);
  await page.mouse.down();
  await page.mouse.move(start.x + 40, start.y + 20, { steps: 3 });
  await page.mouse.move(column.x + 40, start.y + 8 + hour * 2.3, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => timeOf(page, post.id)).toBe('2026-05-14T10:15');
  await page.reload();
  await expect(page.getByRole('grid', { name: 'Week' })).toBeVisible();
  await expect(cell(page, '2026-05-14')).toContainText('Morning');
});

test('keys: move, peek, trash with undo, new post, views', async ({ studioPage: page }) => {
  const post = await makePost(page, { title: 'By key', local: '2026-05-12T08:00' });
  await openCalendar(page, '2026-05-12');
  await cell(page, '2026-05-11').click({ position: { x: 40, y: 60 } });
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, '2026-05-12')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(card(page, 'By key')).toBeFocused();
  await page.keyboard.press(']');
  await expect(cell(page, '2026-05-13')).toContainText('By key');
  await expect(card(page, 'By key')).toBeFocused();
  await expect.poll(() => timeOf(page, post.id)).toBe('2026-05-13T08:00');
  await page.keyboard.press('[');
  await expect.poll(() => timeOf(page, post.id)).toBe('2026-05-12T08:00');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'By key' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(card(page, 'By key')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(card(page, 'By key')).toHaveCount(0);
  // The card goes at once; what offers it back comes when it is stored.
  await expect(page.getByText('“By key” moved to the trash')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(card(page, 'By key')).toBeVisible();

  await cell(page, '2026-05-20').click({ position: { x: 40, y: 60 } });
  // What is typed at once belongs into the field that is about to appear.
  await page.keyboard.type('nMade here');
  await page.keyboard.press('Enter');
  await expect(cell(page, '2026-05-20')).toContainText('Made here');
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { name: 'June 2026' })).toBeVisible();
  await page.keyboard.press('w');
  await expect(page.getByRole('grid', { name: 'Week' })).toBeVisible();
});

test('days on which the clocks change hold their posts once', async ({ studioPage: page }) => {
  const days = ['2026-03-29', '2026-10-25'];
  for (const day of days)
    for (const time of ['00:00', '02:30', '23:59'])
      await makePost(page, { title: `${day} ${time}`, local: `${day}T${time}` });
  await openCalendar(page, '2026-03-29');
  for (const day of days) {
    const next = day === '2026-03-29' ? '2026-03-30' : '2026-10-26';
    const found = await callStudio<PostSummary[]>(page, 'plan.range', {
      from: `${day}T00:00`,
      to: `${next}T00:00`,
      zone,
    });
    expect(found.map((post) => post.title)).toEqual([`${day} 00:00`, `${day} 02:30`, `${day} 23:59`]);
  }
  await expect(cell(page, '2026-03-29').locator('[data-post]')).toHaveCount(3);
  await card(page, '2026-03-29 02:30').click();
  await expect(page.getByText('02:30 does not exist on 29 March')).toContainText('03:30');
  await page.keyboard.press('Escape');
  await page.keyboard.press('w');
  await expect(cell(page, '2026-03-29').getByText('Clocks forward')).toBeAttached();
  await openCalendar(page, '2026-10-25', 'week');
  await page.reload();
  await expect(cell(page, '2026-10-25').getByText('Clocks back')).toBeAttached();
});

test('a change in another window shows here', async ({ studioPage: page }) => {
  const post = await makePost(page, { title: 'Shared', local: '2026-05-12T08:00' });
  await openCalendar(page, '2026-05-01');
  await expect(cell(page, '2026-05-12')).toContainText('Shared');
  await callStudio(page, 'posts.schedule', {
    moves: [{ id: post.id, schedule: { local: '2026-05-18T08:00', zone } }],
  });
  await expect(cell(page, '2026-05-18')).toContainText('Shared');
});

test('a full day shows what fits and lists all; filters narrow it', async ({ studioPage: page }) => {
  await seed(page, planOf(300, 300, '2026-05', zone));
  await openCalendar(page, '2026-05-12');
  const more = cell(page, '2026-05-12').getByRole('button', { name: /more$/ });
  await more.click();
  const list = page.getByRole('dialog');
  await expect(list).toBeVisible();
  const counted = await callStudio<PostSummary[]>(page, 'plan.range', {
    from: '2026-05-12T00:00',
    to: '2026-05-13T00:00',
    zone,
  });
  await expect(list.locator('[data-post]')).toHaveCount(counted.length);
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Search', exact: true }).fill('Post 234 ');
  await expect(page.locator('[data-calendar-grid] [data-post]')).toHaveCount(1);
});

test('undo works after the studio was started again', async ({ browser }) => {
  const home = await mkdtemp(join(tmpdir(), 'galley-calendar-'));
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    const first = await startStudio({ home });
    await page.goto(first.url);
    const { path } = await callStudio<{ path: string }>(page, 'workspace.create', { name: 'Spec' });
    const post = await makePost(page, { title: 'Survivor', local: '2026-05-12T08:00' });
    await callStudio(page, 'posts.schedule', {
      moves: [{ id: post.id, schedule: { local: '2026-05-18T08:00', zone } }],
    });
    await first.stop();
    const second = await startStudio({ home, workspace: path });
    try {
      await page.goto(second.url);
      await openCalendar(page, '2026-05-01');
      await expect(cell(page, '2026-05-18')).toContainText('Survivor');
      await page.keyboard.press('Control+z');
      await expect(cell(page, '2026-05-12')).toContainText('Survivor');
    } finally {
      await second.stop();
    }
  } finally {
    await context.close();
    await rm(home, { recursive: true, force: true });
  }
});
