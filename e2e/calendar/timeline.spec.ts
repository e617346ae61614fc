import type { Locator, Page } from '@playwright/test';
import type { Post, PostSummary } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { card as gridCard, cell, drag, openCalendar, zone } from './page.ts';

const noon = '2027-05-12T12:00';

async function makeAccount(page: Page, name: string, platform: string): Promise<string> {
  const body = { platform, handle: name, language: null, hue: null, note: '' };
  const { item } = await callStudio<{ item: KitItem }>(page, 'plan.saveKit', { kind: 'account', name, body });
  return item.id;
}

async function makeCampaign(page: Page, name: string): Promise<string> {
  const body = {
    goal: '',
    budget: null,
    brief: '',
    audience: '',
    owner: '',
    hue: '#3366cc',
    checklist: [],
    results: '',
    from: '2027-05-11',
    to: '2027-05-20',
  };
  const { item } = await callStudio<{ item: KitItem }>(page, 'plan.saveKit', {
    kind: 'campaign',
    name,
    body,
  });
  return item.id;
}

const makePost = (page: Page, change: object): Promise<Post> =>
  callStudio<Post>(page, 'posts.create', {
    change: { title: 'Launch', status: 'draft', ...change },
    schedule: { local: noon, zone },
  });
const stored = (page: Page, { id }: Post): Promise<Post> => callStudio(page, 'posts.get', { id });

const sheet = (page: Page): Locator => page.locator('[data-calendar-view="timeline"]');
const row = (page: Page, name: string): Locator => sheet(page).getByRole('region', { name, exact: true });
const chip = (page: Page, name: string): Locator => row(page, name).locator('[data-post]');
const dayOf = (page: Page, name: string, day: string): Locator =>
  row(page, name).locator(`[data-drop="day"][data-day="${day}"]`);

async function openTimeline(page: Page, group: 'account' | 'campaign' | 'pillar'): Promise<void> {
  await callStudio(page, 'workspace.update', { zone });
  await page.evaluate((by) => {
    sessionStorage.setItem('galley.calendar.day', '2027-05-10');
    localStorage.setItem('galley.calendar.view', 'timeline');
    localStorage.setItem('galley.calendar.group.timeline', by);
  }, group);
  await page.goto(new URL('/#/calendar', page.url()).href);
  await expect(sheet(page)).toBeVisible();
}

test('an entry that goes to the row of another account is posted from it, on the day of the drop, in one step', async ({
  studioPage: page,
}) => {
  const one = await makeAccount(page, 'One', 'x');
  const two = await makeAccount(page, 'Two', 'x');
  await makeAccount(page, 'Weibo shop', 'weibo');
  const post = await makePost(page, { targets: [{ format: 'x/post', accountId: one, overrides: {} }] });
  const state = async () => {
    const { targets, schedule } = await stored(page, post);
    return [targets[0]?.accountId, schedule?.local];
  };
  await openTimeline(page, 'account');
  await drag(page, chip(page, 'One'), dayOf(page, 'Two', '2027-05-14'), 0.7);
  await expect.poll(state).toEqual([two, '2027-05-14T12:00']);
  await expect(chip(page, 'Two')).toHaveCount(1);
  await expect(chip(page, 'One')).toHaveCount(0);
  await expect(page.getByText(/“Launch” moved to Two, /)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(state).toEqual([one, noon]);
  await expect(chip(page, 'One')).toHaveCount(1);

  // It has nothing for that platform: a sentence says so, and it stays.
  await drag(page, chip(page, 'One'), dayOf(page, 'Weibo shop', '2027-05-14'), 0.7);
  await expect(page.getByText('has no version here for the platform of “Weibo shop”')).toBeVisible();
  await expect(chip(page, 'One')).toHaveCount(1);
  await expect(chip(page, 'Weibo shop')).toHaveCount(0);
  expect(await state()).toEqual([one, noon]);

  // By key it passes over the row that does not take it.
  await chip(page, 'One').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(state).toEqual([two, noon]);
  await expect(chip(page, 'Two')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByText('No row in this direction takes it')).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(state).toEqual([two, '2027-05-13T12:00']);
});

for (const by of ['campaign', 'pillar'] as const)
  test(`the rows of the timeline change the ${by} of what is dropped on them`, async ({
    studioPage: page,
  }) => {
    const post = await makePost(page, { [by]: 'Spring', targets: [{ format: 'x/post', overrides: {} }] });
    await makePost(page, { title: 'Other', [by]: 'Summer' });
    await openTimeline(page, by);
    await drag(page, chip(page, 'Spring'), dayOf(page, 'Summer', '2027-05-15'), 0.9);
    await expect
      .poll(async () => {
        const after = await stored(page, post);
        return [after[by], after.schedule?.local];
      })
      .toEqual(['Summer', '2027-05-15T12:00']);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await stored(page, post))[by]).toBe('Spring');
    expect((await stored(page, post)).schedule?.local).toBe(noon);
  });

test('a campaign is opened from its bar: by double click, by Enter, and by the menu that names it', async ({
  studioPage: page,
}) => {
  const id = await makeCampaign(page, 'Spring');
  await makePost(page, { campaign: 'Spring' });
  await openTimeline(page, 'campaign');
  const bar = page.getByRole('button', { name: /^Spring, 11 May/ });
  const opened = (): Promise<void> => page.waitForURL(`**/#/campaigns/${id}`);
  await bar.dblclick();
  await opened();
  await openTimeline(page, 'campaign');
  await bar.focus();
  await page.keyboard.press('Enter');
  await opened();
  await openTimeline(page, 'campaign');
  await bar.click({ button: 'right' });
  await expect(page.getByRole('menu')).toContainText('Spring');
  const [asked, menu] = [await bar.boundingBox(), await page.getByRole('menu').boundingBox()];
  const middle = (asked?.x ?? 0) + (asked?.width ?? 0) / 2;
  expect(Math.abs((menu?.x ?? 0) - middle)).toBeLessThan(40);
  await page.getByRole('menuitem', { name: 'Open campaign' }).click();
  await opened();
  await openCalendar(page, '2027-05-12', 'week');
  await page.getByRole('list', { name: 'Running campaigns' }).getByRole('link', { name: 'Spring' }).click();
  await opened();
});

test('a copy of a target with its own time is a post with only that target', async ({ studioPage: page }) => {
  const post = await makePost(page, {
    targets: ['x/post', 'weibo/post'].map((format) => ({ format, overrides: {} })),
  });
  const own = post.targets[1]?.id ?? '';
  await callStudio(page, 'posts.schedule', {
    moves: [{ id: post.id, targetId: own, schedule: { local: '2027-05-13T15:00', zone } }],
  });
  await openCalendar(page, '2027-05-12');
  await page.keyboard.down('Control');
  await drag(page, cell(page, '2027-05-13').locator('[data-post]'), cell(page, '2027-05-20'));
  await page.keyboard.up('Control');
  await expect(cell(page, '2027-05-20').locator('[data-post]')).toHaveCount(1);
  await expect(gridCard(page, 'Launch')).toHaveCount(3);
  const { items } = await callStudio<{ items: PostSummary[] }>(page, 'posts.list', {});
  const copy = items.find(({ id }) => id !== post.id);
  expect(copy).toMatchObject({ formats: ['weibo/post'], schedule: { local: '2027-05-20T15:00' } });
  expect((await stored(page, post)).targets).toHaveLength(2);
  await page.keyboard.press('Control+z');
  await expect(gridCard(page, 'Launch')).toHaveCount(2);
});
