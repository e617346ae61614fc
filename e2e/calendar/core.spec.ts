import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '#shared/domain/calendar-days.ts';
import type { PlanEntry, Post } from '#shared/domain/post.ts';
import { callStudio, expect, startStudio, test } from '../drivers/studio.ts';
import { card, cell, drafts, drag, makePost, openCalendar, timeOf, tray, zone } from './page.ts';
import { seed } from './seed.ts';

const inMay = { from: '2026-05-01T00:00', to: '2026-06-01T00:00', zone };

test('a platform with its own time is a card of its own and moves alone', async ({ studioPage: page }) => {
  const post = await makePost(page, {
    title: 'Two times',
    local: '2026-05-12T08:00',
    formats: ['x/post', 'weibo/post'],
  });
  const [first, second] = post.targets;
  await callStudio(page, 'posts.schedule', {
    moves: [{ id: post.id, targetId: second?.id, schedule: { local: '2026-05-14T20:00', zone } }],
  });
  await openCalendar(page, '2026-05-01');
  await expect(card(page, 'Two times')).toHaveCount(2);
  await drag(
    page,
    cell(page, '2026-05-14').getByRole('button', { name: 'Two times' }),
    cell(page, '2026-05-19'),
  );
  await expect(cell(page, '2026-05-19')).toContainText('Two times');
  await expect(cell(page, '2026-05-12')).toContainText('Two times');
  const stored = await callStudio<Post>(page, 'posts.get', { id: post.id });
  expect(stored.schedule?.local).toBe('2026-05-12T08:00');
  expect(stored.targets.map((target) => target.schedule?.local)).toEqual([undefined, '2026-05-19T20:00']);
  expect(first?.schedule).toBeNull();
  // Taken off the calendar it goes with its post again.
  await drag(page, cell(page, '2026-05-19').getByRole('button', { name: 'Two times' }), tray(page));
  await expect(card(page, 'Two times')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(cell(page, '2026-05-19')).toContainText('Two times');
});

test('Ctrl while dropping copies, and keys copy and paste', async ({ studioPage: page }) => {
  await makePost(page, { title: 'Again', local: '2026-05-12T18:30' });
  await openCalendar(page, '2026-05-01');
  const start = await card(page, 'Again').boundingBox();
  const goal = await cell(page, '2026-05-20').boundingBox();
  if (!start || !goal) throw new Error('not drawn');
  await page.mouse.move(start.x + 20, start.y + 6);
  await page.mouse.down();
  await page.mouse.move(start.x + 30, start.y + 12, { steps: 3 });
  await page.keyboard.down('Control');
  await page.mouse.move(goal.x + 40, goal.y + 60, { steps: 6 });
  await expect(page.locator('[data-copy]')).toBeVisible();
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect(page.getByText('Copied “Again” to')).toBeVisible();
  await expect(cell(page, '2026-05-20')).toContainText('18:30');
  await expect(cell(page, '2026-05-12')).toContainText('Again');

  await cell(page, '2026-05-12').click({ position: { x: 40, y: 110 } });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+c');
  await cell(page, '2026-05-26').click({ position: { x: 40, y: 60 } });
  await page.keyboard.press('Control+v');
  await expect(cell(page, '2026-05-26')).toContainText('Again');
  expect(await callStudio<PlanEntry[]>(page, 'plan.range', inMay)).toHaveLength(3);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(card(page, 'Again')).toHaveCount(1);
});

test('keys move days, weeks and minutes', async ({ studioPage: page }) => {
  const post = await makePost(page, { title: 'Step', local: '2026-05-12T08:00' });
  await openCalendar(page, '2026-05-12');
  await cell(page, '2026-05-12').click({ position: { x: 40, y: 110 } });
  await page.keyboard.press('ArrowDown');
  await expect(card(page, 'Step')).toBeFocused();
  for (const [key, time] of [
    ['Alt+ArrowRight', '2026-05-13T08:00'],
    ['Alt+ArrowDown', '2026-05-20T08:00'],
    ['Alt+ArrowUp', '2026-05-13T08:00'],
    ['+', '2026-05-13T08:15'],
    ['-', '2026-05-13T08:00'],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => timeOf(page, post.id)).toBe(time);
    await expect(card(page, 'Step')).toBeFocused();
  }
});

test('a frame chooses cards; published ones stay when the others move', async ({ studioPage: page }) => {
  const one = await makePost(page, { title: 'One', local: '2026-05-12T08:00' });
  const two = await makePost(page, { title: 'Two', local: '2026-05-13T09:00' });
  const out = await makePost(page, { title: 'Out', local: '2026-05-14T09:00', status: 'published' });
  await openCalendar(page, '2026-05-01');
  const from = await cell(page, '2026-05-12').boundingBox();
  const to = await cell(page, '2026-05-14').boundingBox();
  if (!from || !to) throw new Error('not drawn');
  await page.mouse.move(from.x + 10, from.y + from.height - 10);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width - 10, to.y + 35, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByText('3 posts shown, 3 selected')).toBeVisible();
  await drag(page, card(page, 'One'), cell(page, '2026-05-19'));
  await expect(page.getByText('1 published stay where they are')).toBeVisible();
  await expect(page.getByText('Moved 2 posts')).toBeVisible();
  expect(await timeOf(page, one.id)).toBe('2026-05-19T08:00');
  expect(await timeOf(page, two.id)).toBe('2026-05-20T09:00');
  expect(await timeOf(page, out.id)).toBe('2026-05-14T09:00');
});

test('a design is dragged out of the library onto a day', async ({ studioPage: page }) => {
  const design = await callStudio<{ id: string }>(page, 'designs.create', {
    name: 'Poster',
    width: 1080,
    height: 1080,
  });
  await openCalendar(page, '2026-05-01');
  await tray(page).getByText('Library', { exact: true }).click();
  await tray(page).getByText('Designs', { exact: true }).click();
  await drag(page, tray(page).getByRole('button', { name: 'Poster' }), cell(page, '2026-05-21'));
  await expect(cell(page, '2026-05-21')).toContainText('Poster');
  const [entry] = await callStudio<PlanEntry[]>(page, 'plan.range', inMay);
  const post = await callStudio<Post>(page, 'posts.get', { id: entry?.id });
  expect(post.attachments).toMatchObject([{ kind: 'design', refId: design.id }]);
  expect(post.schedule?.local).toBe('2026-05-21T09:00');
  await page.keyboard.press('Control+z');
  await expect(card(page, 'Poster')).toHaveCount(0);
});

test('what is overdue stands in every view and is moved to today or a free day', async ({
  studioPage: page,
}) => {
  const late = await makePost(page, { title: 'Too late', local: '2026-05-12T08:00' });
  const later = await makePost(page, { title: 'Also late', local: '2026-05-13T23:59' });
  await openCalendar(page, '2026-08-01');
  const overdue = page.getByRole('region', { name: 'Overdue' });
  for (const view of ['Week', 'Day', 'Agenda', 'Board', 'Timeline', 'Year', 'Month']) {
    await page.getByRole('radiogroup', { name: 'View' }).getByText(view, { exact: true }).click();
    await expect(overdue.getByRole('button', { name: 'Too late,' })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Show or hide posts without a date' }).click();
  await expect(page.getByText('2 overdue')).toBeVisible();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await overdue.getByRole('button', { name: 'Move “Too late” to the next free day' }).click();
  const today = new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date());
  await expect.poll(() => timeOf(page, late.id)).toBe(`${addDays(today, 1)}T08:00`);
  await overdue.getByRole('button', { name: 'Move “Also late” to today' }).click();
  await expect(overdue).toHaveCount(0);
  const time = (await timeOf(page, later.id)) ?? '';
  expect([today, addDays(today, 1)]).toContain(time.slice(0, 10));
});

test('the day view has minutes', async ({ studioPage: page }) => {
  const post = await makePost(page, { title: 'Precise', local: '2026-05-12T08:00' });
  await openCalendar(page, '2026-05-12', 'day');
  await expect(page.getByRole('grid', { name: 'Day' })).toBeVisible();
  const start = await card(page, 'Precise').boundingBox();
  const column = await cell(page, '2026-05-12').boundingBox();
  if (!start || !column) throw new Error('not drawn');
  const minute = column.height / 1440;
  await page.mouse.move(start.x + 30, start.y + 8);
  await page.mouse.down();
  await page.mouse.move(start.x + 40, start.y + 30, { steps: 3 });
  await page.mouse.move(start.x + 40, start.y + 8 + 70 * minute, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => timeOf(page, post.id)).toBe('2026-05-12T09:10');
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { name: 'Wednesday, 13 May 2026' })).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(card(page, 'Precise')).toBeVisible();
});

test('times in the viewer’s own zone', async ({ browser }) => {
  const home = await mkdtemp(join(tmpdir(), 'galley-calendar-'));
  const context = await browser.newContext({ timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  const studio = await startStudio({ home });
  try {
    await page.goto(studio.url);
    await callStudio(page, 'workspace.create', { name: 'Spec' });
    await page.goto(new URL('/', studio.url).href);
    const post = await makePost(page, { title: 'Evening', local: '2026-05-12T20:00' });
    await openCalendar(page, '2026-05-12');
    await expect(cell(page, '2026-05-12')).toContainText('20:00');
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByRole('menuitemradio', { name: 'My zone, Asia/Tokyo' }).click();
    await expect(cell(page, '2026-05-13')).toContainText('03:00');
    await drag(page, card(page, 'Evening'), cell(page, '2026-05-15'));
    await expect.poll(() => timeOf(page, post.id)).toBe('2026-05-14T20:00');
    await expect(cell(page, '2026-05-15')).toContainText('03:00');
  } finally {
    await studio.stop();
    await context.close();
    await rm(home, { recursive: true, force: true });
  }
});

test('drafts beyond the first page come as the list is scrolled', async ({ studioPage: page }) => {
  await seed(
    page,
    Array.from({ length: 520 }, (_, index) => ({
      title: `Draft ${index}`,
      local: null,
      zone,
      formats: [],
      status: 'idea' as const,
      pillar: '',
    })),
  );
  await openCalendar(page, '2026-05-01');
  await expect(tray(page).getByText('520', { exact: true })).toBeVisible();
  const list = drafts(page);
  await expect(list.getByRole('listitem').first()).toBeVisible();
  await expect
    .poll(async () => {
      await list.evaluate((element) => {
        if (element.parentElement) element.parentElement.scrollTop = element.parentElement.scrollHeight;
      });
      return list.evaluate((element) => Math.round(element.getBoundingClientRect().height / 54));
    })
    .toBe(520);
});

test('a free slot is outlined, draws a drop to itself and takes a new post by a click', async ({
  studioPage: page,
}) => {
  await callStudio(page, 'plan.saveKit', {
    kind: 'slot',
    name: 'Odd',
    body: { accountId: null, weekdays: [0, 1, 2, 3, 4, 5, 6], time: '09:20', zone, pillar: '' },
  });
  const post = await makePost(page, { title: 'Floating', local: '2031-05-13T07:00' });
  await openCalendar(page, '2031-05-13', 'week');
  const slot = cell(page, '2031-05-14').getByRole('button', { name: 'New post at 09:20: Free slot' });
  await expect(slot).toBeVisible();
  await drag(page, card(page, 'Floating'), cell(page, '2031-05-14'), (9 * 60 + 20) / 1440);
  await expect.poll(() => timeOf(page, post.id)).toBe('2031-05-14T09:20');
  await expect(slot).toHaveCount(0);
  await cell(page, '2031-05-15').getByRole('button', { name: 'New post at 09:20: Free slot' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('In its slot');
  await page.keyboard.press('Enter');
  await expect(cell(page, '2031-05-15').getByRole('button', { name: 'In its slot' })).toContainText('09:20');
});
