import type { Locator, Page } from '@playwright/test';
import { addDays } from '#shared/domain/calendar-days.ts';
import type { Post, PostSummary } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { violations } from '../drivers/axe.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const zone = 'Europe/Berlin';
const names = ['Agenda', 'Board', 'Timeline', 'Year'] as const;

interface Draft {
  title: string;
  local?: string;
  status?: string;
  campaign?: string;
  owner?: string;
  labels?: string[];
}

function makePost(page: Page, { title, local, ...fields }: Draft): Promise<Post> {
  return callStudio<Post>(page, 'posts.create', {
    change: { status: 'draft', targets: [{ format: 'x/post', overrides: {} }], title, ...fields },
    schedule: local === undefined ? null : { local, zone },
  });
}

function makeCampaign(
  page: Page,
  name: string,
  from: string,
  to: string,
): Promise<{ item: KitItem<'campaign'> }> {
  const open = {
    goal: '',
    budget: null,
    brief: '',
    audience: '',
    owner: '',
    hue: null,
    checklist: [],
    results: '',
  };
  return callStudio(page, 'plan.saveKit', { kind: 'campaign', name, body: { ...open, from, to } });
}

const view = (page: Page, name: string): Locator =>
  page.locator(`[data-calendar-view="${name.toLowerCase()}"]`);
const card = (page: Page, title: string): Locator =>
  page.locator('[data-calendar-view]').getByRole('button', { name: title });
const lane = (page: Page, name: string): Locator => page.getByRole('region', { name: `${name}, ` });
const undone = (page: Page): Locator => page.getByText('Undone: ');
const statusOf = async (page: Page, id: string): Promise<string> =>
  (await callStudio<Post>(page, 'posts.get', { id })).status;

async function openView(page: Page, name: string, day: string): Promise<void> {
  await callStudio(page, 'workspace.update', { zone });
  await page.evaluate(
    ([shownDay, shownView]) => {
      sessionStorage.setItem('galley.calendar.day', shownDay);
      localStorage.setItem('galley.calendar.view', shownView);
    },
    [day, name.toLowerCase()] as const,
  );
  await page.goto(new URL('/#/calendar', page.url()).href);
  await expect(view(page, name)).toBeVisible();
}

const switchTo = (page: Page, name: string): Promise<void> =>
  page.getByRole('radiogroup', { name: 'View' }).getByText(name, { exact: true }).click();

/** Drags with the mouse in small steps, as a hand does. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y + 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await page.mouse.up();
}

async function boxOf(place: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await place.boundingBox();
  if (!box) throw new Error('not drawn');
  return box;
}

test('one filter holds in all views, and none of them scrolls the window or keeps anyone out', async ({
  studioPage: page,
}) => {
  await makePost(page, { title: 'Spring launch', local: '2027-05-12T18:30', campaign: 'Spring' });
  await makePost(page, { title: 'Autumn idea', local: '2027-05-13T10:00', labels: ['later'] });
  await page.setViewportSize({ width: 1024, height: 700 });
  await openView(page, 'Agenda', '2027-05-10');
  await expect(card(page, 'Autumn idea')).toBeVisible();
  await page.getByRole('button', { name: 'Campaign', exact: true }).click();
  await page.getByRole('option', { name: 'Spring 1' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Campaign: Spring' })).toBeFocused();
  for (const name of names) {
    await switchTo(page, name);
    await expect(view(page, name)).toBeVisible();
    if (name === 'Year') {
      await expect(page.getByRole('button', { name: 'Wed 12 May, 1 post' })).toBeVisible();
      await expect(page.getByText('1 post in 2027')).toBeVisible();
    } else {
      await expect(card(page, 'Spring launch')).toBeVisible();
      await expect(card(page, 'Autumn idea')).toHaveCount(0);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await violations(page, name)).toEqual([]);
  }
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page.getByText('2 posts in 2027')).toBeVisible();
  await page.getByRole('button', { name: 'Thu 13 May, 1 post' }).click();
  await expect(page.getByRole('grid').getByRole('button', { name: 'Autumn idea' })).toBeVisible();
});

test('a view under a name survives a reload, says when it was changed, and its deletion is taken back', async ({
  studioPage: page,
}) => {
  await makePost(page, { title: 'Mine', local: '2027-05-12T18:30', owner: 'Lin' });
  await makePost(page, { title: 'Theirs', local: '2027-05-12T19:30' });
  await openView(page, 'Board', '2027-05-10');
  await page.getByRole('button', { name: 'By Status' }).click();
  await page.getByRole('menuitemradio', { name: 'Owner' }).click();
  await page.getByRole('button', { name: 'Owner', exact: true }).click();
  await page.getByRole('option', { name: 'Lin 1' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('For Lin');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved the view “For Lin”')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Views, For Lin', exact: true })).toBeVisible();

  await switchTo(page, 'Agenda');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(
    page.getByRole('button', { name: 'Views, For Lin, changed since it was saved' }),
  ).toBeVisible();
  await page.reload();
  await expect(card(page, 'Theirs')).toBeVisible();
  await page.getByRole('button', { name: 'Views, For Lin, changed since it was saved' }).click();
  await page.getByRole('menuitemradio', { name: 'For Lin' }).click();
  await expect(view(page, 'Board')).toBeVisible();
  await expect(lane(page, 'Lin')).toContainText('Mine');
  await expect(card(page, 'Theirs')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'By Owner' })).toBeVisible();

  await page.getByRole('button', { name: 'Views, For Lin', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByText('Deleted the view “For Lin”')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Views', exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Views, For Lin', exact: true })).toBeVisible();
});

test('on the board posts change their status by hand and by key; publishing is explained', async ({
  studioPage: page,
}) => {
  const post = await makePost(page, { title: 'Spring launch', local: '2027-05-12T18:30' });
  await openView(page, 'Board', '2027-05-10');
  const start = await boxOf(card(page, 'Spring launch'));
  const goal = await boxOf(lane(page, 'In review'));
  await drag(page, { x: start.x + 20, y: start.y + 12 }, { x: goal.x + 60, y: goal.y + 200 });
  await expect(lane(page, 'In review')).toContainText('Spring launch');
  await expect(page.getByText('“Spring launch” moved to In review')).toBeVisible();
  await expect.poll(() => statusOf(page, post.id)).toBe('review');

  await card(page, 'Spring launch').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(lane(page, 'Approved')).toContainText('Spring launch');
  await expect(card(page, 'Spring launch')).toBeFocused();
  await expect.poll(() => statusOf(page, post.id)).toBe('approved');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByText('Publishing is recorded in the hand-off')).toBeVisible();
  expect(await statusOf(page, post.id)).toBe('approved');

  await page.keyboard.press('Control+z');
  await expect(undone(page)).toBeVisible();
  await expect(lane(page, 'In review')).toContainText('Spring launch');
  expect(await statusOf(page, post.id)).toBe('review');
});

test('a campaign is moved and resized by hand and by key, and undone; entries go between its days', async ({
  studioPage: page,
}) => {
  const { item } = await makeCampaign(page, 'Spring', '2027-05-12', '2027-05-21');
  const post = await makePost(page, {
    title: 'Spring launch',
    local: '2027-05-13T18:30',
    campaign: 'Spring',
  });
  const span = async (): Promise<string> => {
    const campaigns = await callStudio<KitItem<'campaign'>[]>(page, 'kit.list', { kind: 'campaign' });
    const { from, to } = campaigns.find(({ id }) => id === item.id)?.body ?? {};
    return `${from} ${to}`;
  };
  await openView(page, 'Timeline', '2027-05-10');
  await page.getByRole('button', { name: 'By Account' }).click();
  await page.getByRole('menuitemradio', { name: 'Campaign' }).click();
  const bar = page.getByRole('button', { name: /^Spring, 12 May/ });
  const box = await boxOf(bar);
  const day = (box.width + 2) / 10;
  await drag(
    page,
    { x: box.x + box.width - 3, y: box.y + 10 },
    { x: box.x + box.width - 3 + day * 3, y: box.y + 10 },
  );
  await expect.poll(span).toBe('2027-05-12 2027-05-24');
  await expect(page.getByText(/“Spring” now runs 12.*24 May/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(span).toBe('2027-05-12 2027-05-21');

  await bar.focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowLeft', 'Alt+ArrowRight'])
    await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await expect.poll(span).toBe('2027-05-15 2027-05-22');
  await page.keyboard.press('Control+z');
  await expect.poll(span).toBe('2027-05-12 2027-05-21');

  const chip = await boxOf(card(page, 'Spring launch'));
  const goal = await boxOf(view(page, 'Timeline').locator('[data-row="Spring"] [data-day="2027-05-20"]'));
  await drag(page, { x: chip.x + 8, y: chip.y + 8 }, { x: goal.x + goal.width / 2, y: goal.y + 40 });
  await expect
    .poll(async () => (await callStudio<Post>(page, 'posts.get', { id: post.id })).schedule?.local)
    .toBe('2027-05-20T18:30');
});

test('the agenda has overdue first and undated last, and changes many at once', async ({
  studioPage: page,
}) => {
  const late = await makePost(page, { title: 'Forgotten', local: '2026-01-05T09:00' });
  const undated = await makePost(page, { title: 'Some day' });
  const today = new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date());
  await makePost(page, { title: 'Soon', local: `${addDays(today, 4)}T09:00` });
  await openView(page, 'Agenda', today);
  const titles = view(page, 'Agenda').locator('[data-post]');
  await expect(titles).toHaveCount(3);
  await expect(titles.nth(0)).toContainText('Forgotten');
  await expect(titles.nth(1)).toContainText('Soon');
  await expect(titles.nth(2)).toContainText('Some day');
  await expect(view(page, 'Agenda').getByText('3 free days')).toBeVisible();

  await titles.nth(0).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+End');
  await expect(view(page, 'Agenda').locator('[data-post][aria-pressed="true"]')).toHaveCount(3);
  await view(page, 'Agenda').getByRole('button', { name: 'Status: Draft' }).first().click();
  await page.getByRole('menuitemradio', { name: 'In review' }).click();
  await expect(page.getByText('3 posts are now: In review')).toBeVisible();
  const all = await callStudio<{ items: PostSummary[] }>(page, 'posts.list', {});
  expect(all.items.map(({ status }) => status)).toEqual(['review', 'review', 'review']);
  await page.keyboard.press('Control+z');
  await expect(undone(page)).toBeVisible();
  for (const { id } of [late, undated]) await expect.poll(() => statusOf(page, id)).toBe('draft');
});
