import type { Locator, Page } from '@playwright/test';
import type { Post } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { violations } from '../drivers/axe.ts';
import { fillMoment } from '../drivers/moment.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const zone = 'Europe/Berlin';

const makePost = (page: Page, title: string, local: string | null): Promise<Post> =>
  callStudio<Post>(page, 'posts.create', {
    change: { title, targets: ['x/post', 'weibo/post'].map((format) => ({ format, overrides: {} })) },
    schedule: local === null ? null : { local, zone },
  });

const stored = (page: Page, id: string): Promise<Post> => callStudio<Post>(page, 'posts.get', { id });

async function makeSlot(page: Page, time: string): Promise<void> {
  const body = { accountId: null, weekdays: [0, 1, 2, 3, 4, 5, 6], time, zone, pillar: '' };
  await callStudio(page, 'plan.saveKit', { kind: 'slot', name: time, body });
}

async function openMonth(page: Page, day: string): Promise<void> {
  await callStudio(page, 'workspace.update', { zone });
  await page.evaluate((shown) => {
    sessionStorage.setItem('galley.calendar.day', shown);
    localStorage.setItem('galley.calendar.view', 'month');
  }, day);
  await page.goto(new URL('/#/calendar', page.url()).href);
  await expect(page.getByRole('grid')).toBeVisible();
}

const cards = (page: Page, title: string): Locator =>
  page.getByRole('grid').getByRole('button', { name: title });

async function choose(page: Page, title: string, action: string, nth = 0): Promise<void> {
  await cards(page, title).nth(nth).click({ button: 'right' });
  await page.getByRole('menuitem', { name: action }).click();
}

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search and commands' }).fill(words);
  await page.getByRole('option', { name: words }).first().click();
}

test('slots are set up in a week and take posts from the calendar', async ({ studioPage: page }) => {
  await callStudio(page, 'workspace.update', { zone });
  await page.goto(new URL('/#/settings/slots', page.url()).href);
  await page.getByRole('button', { name: 'Start with' }).click();
  await page.getByRole('menuitem', { name: 'Daily 12:00' }).click();
  const monday = page.getByRole('button', { name: 'Mon, 12:00, Any account' });
  await expect(monday).toBeVisible();
  // A drag takes the slot to another time, on all of its days.
  const box = await monday.boundingBox();
  if (!box) throw new Error('no slot');
  await page.mouse.move(box.x + 20, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 20, box.y + 8 + box.height * 2.2, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByText('Moved the slot to')).toBeVisible();
  const [slot] = await callStudio<KitItem<'slot'>[]>(page, 'kit.list', { kind: 'slot' });
  expect(slot?.body.time).not.toBe('12:00');
  expect(slot?.body.weekdays).toHaveLength(7);

  const post = await makePost(page, 'Spring launch', '2027-03-09T08:00');
  await openMonth(page, '2027-03-01');
  await choose(page, 'Spring launch', 'Put into the next free slot');
  await expect(page.getByText('“Spring launch” goes out')).toBeVisible();
  expect((await stored(page, post.id)).schedule?.local.slice(11)).toBe(slot?.body.time);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await stored(page, post.id)).schedule?.local).toBe('2027-03-09T08:00');
});

test('free slots stand beside the days and take the selected post', async ({ studioPage: page }) => {
  await makeSlot(page, '09:00');
  const post = await makePost(page, 'Spring launch', '2027-03-09T08:00');
  await openMonth(page, '2027-03-01');
  await page.getByRole('button', { name: 'Slots', exact: true }).click();
  const free = page.getByRole('list', { name: 'Slots' }).getByRole('listitem');
  await expect(free).toHaveCount(15);
  await cards(page, 'Spring launch').click();
  await page.keyboard.press('Escape');
  await free.first().getByRole('button', { name: 'Put here' }).click();
  await expect.poll(async () => (await stored(page, post.id)).schedule?.local.slice(11)).toBe('09:00');
});

test('a post repeats over a clock change, one is left out, the rest change together', async ({
  studioPage: page,
}) => {
  await makePost(page, 'Morning news', '2027-03-26T02:30');
  await openMonth(page, '2027-03-01');
  await choose(page, 'Morning news', 'Repeat…');
  await page.getByRole('combobox', { name: 'Unit' }).click();
  await page.getByRole('option', { name: 'days' }).click();
  await page.getByRole('combobox', { name: 'Ends' }).click();
  await page.getByRole('option', { name: 'After a number' }).click();
  await expect(page.getByText('this hour is skipped, it becomes 03:30')).toBeVisible();
  await expect(page.getByText('Every day, 10 times')).toBeVisible();
  await page.getByRole('button', { name: 'Repeat', exact: true }).click();
  await expect(cards(page, 'Morning news')).toHaveCount(10);
  await page.keyboard.press('Control+z');
  await expect(cards(page, 'Morning news')).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(cards(page, 'Morning news')).toHaveCount(10);

  await choose(page, 'Morning news', 'Repeat…', 3);
  await page.getByRole('button', { name: 'Take out' }).click();
  await expect(cards(page, 'Morning news')).toHaveCount(9);
  await choose(page, 'Morning news', 'Repeat…', 3);
  await page.getByText('This and those after it').click();
  await page.getByLabel('Time', { exact: true }).fill('18:30');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(cards(page, '18:30')).toHaveCount(6);
  await page.keyboard.press('Control+z');
  await expect(cards(page, '18:30')).toHaveCount(0);
});

test('the plan is shifted with each time before and after in sight', async ({ studioPage: page }) => {
  const one = await makePost(page, 'One', '2027-03-26T02:30');
  const other = await makePost(page, 'Other', '2027-03-26T12:00');
  await openMonth(page, '2027-03-01');
  await command(page, 'Shift all…');
  await page.getByLabel('Days', { exact: true }).fill('2');
  const row = page.getByRole('row', { name: /^One/ });
  await expect(row).toContainText('28 Mar');
  await expect(row).toContainText('hour skipped');
  await page.getByRole('button', { name: 'Shift 2' }).click();
  await expect.poll(async () => (await stored(page, other.id)).schedule?.local).toBe('2027-03-28T12:00');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await stored(page, one.id)).schedule?.local).toBe('2027-03-26T02:30');
});

test('evergreen posts are told again in other words', async ({ studioPage: page }) => {
  await makeSlot(page, '09:00');
  const post = await makePost(page, 'How to brew', '2026-03-09T08:00');
  await openMonth(page, '2026-03-01');
  await cards(page, 'How to brew').click();
  await page.keyboard.press('Escape');
  await command(page, 'Evergreen posts…');
  await page.getByRole('button', { name: 'Make a list of the 1 selected' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^How to brew/ })
    .click();
  await page.getByRole('button', { name: 'Add a version' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Brewing, once more');
  await expect(page.getByText('next: version 2 of 2')).toBeVisible();
  await page.getByRole('button', { name: 'Put into free slots' }).click();
  await expect(page.getByText(/Planned \d evergreen/)).toBeVisible();
  const [list] = await callStudio<KitItem<'evergreen'>[]>(page, 'kit.list', { kind: 'evergreen' });
  const [told] = list?.body.told ?? [];
  expect([told?.postId, told?.variant]).toEqual([post.id, 1]);
  expect((await stored(page, told?.as ?? '')).title).toBe('Brewing, once more');

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Evergreen posts', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Evergreen', exact: true });
  await expect(panel).toContainText('rests 60 days');
  await expect(panel).toContainText('How to brew');
  const listed = async (): Promise<[number, number]> => {
    const [{ body } = { body: { postIds: [], paused: [] } }] = await callStudio<
      Pick<KitItem<'evergreen'>, 'body'>[]
    >(page, 'kit.list', { kind: 'evergreen' });
    return [body.postIds.length, body.paused?.length ?? 0];
  };
  await panel.getByRole('button', { name: 'Pause “How to brew”' }).click();
  await expect(panel.getByRole('button', { name: 'Let “How to brew” go on' })).toBeVisible();
  await expect.poll(listed).toEqual([1, 1]);
  await panel.getByRole('button', { name: 'Take “How to brew” off the list' }).click();
  await expect.poll(listed).toEqual([0, 0]);
  await page.keyboard.press('Control+z');
  await expect.poll(listed).toEqual([1, 1]);
  await page.screenshot({ path: test.info().outputPath('evergreen.png') });
  expect(await violations(page, 'evergreen', 'main')).toEqual([]);
});

test('one platform has a time and zone of its own, and its clock change is explained', async ({
  studioPage: page,
}) => {
  const post = await makePost(page, 'Spring launch', '2027-03-27T10:00');
  await page.goto(new URL(`/#/posts/${post.id}`, page.url()).href);
  await page.getByRole('button', { name: 'Own times' }).click();
  await page.getByRole('button', { name: /^Time of Weibo/ }).click();
  await fillMoment(page, '2027-03-28T02:30');
  await expect(page.getByText('02:30 does not exist on 28 March in Berlin')).toBeVisible();
  await fillMoment(page, '2027-10-31T02:30');
  await expect(page.getByText('02:30 comes twice on 31 October in Berlin')).toBeVisible();
  await fillMoment(page, '2027-03-28T09:30');
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Asia/Shanghai');
  await page.getByRole('option', { name: 'Asia/Shanghai' }).click();
  await page.getByRole('button', { name: 'Set time' }).click();
  await expect
    .poll(async () => (await stored(page, post.id)).targets.map(({ schedule }) => schedule))
    .toEqual([null, { local: '2027-03-28T09:30', zone: 'Asia/Shanghai' }]);
  await page.getByRole('button', { name: /^Time of Weibo/ }).click();
  await page.getByRole('button', { name: 'As the post' }).click();
  await expect.poll(async () => (await stored(page, post.id)).targets[1]?.schedule).toBeNull();
});
