import type { Locator, Page } from '@playwright/test';
import type { CallOutput } from '#shared/contract/index.ts';
import type { Post } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { editor, stored } from '../drivers/composer.ts';
import { callStudio, expect, test as base } from '../drivers/studio.ts';
import { card, cell, makePost, openCalendar, timeOf } from './page.ts';

/** Two windows of one person on one workspace, both signed in. */
const test = base.extend<{ one: Page; two: Page }>({
  one: async ({ studioPage }, provide) => provide(studioPage),
  two: async ({ studioPage, context }, provide) => {
    const second = await context.newPage();
    await second.goto(new URL('/', studioPage.url()).href);
    await provide(second);
    await second.close();
  },
});

const historyOf = (page: Page): Promise<CallOutput<'plan.history'>> => callStudio(page, 'plan.history');

async function openBoth(one: Page, two: Page): Promise<void> {
  for (const page of [one, two]) await openCalendar(page, '2027-05-01');
}

/** Drags a card over a day and holds it there; the button goes up by `page.mouse.up()`. */
async function holdOver(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await from.boundingBox();
  const goal = await to.boundingBox();
  if (!start || !goal) throw new Error('not drawn');
  await page.mouse.move(start.x + start.width / 2, start.y + 6);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 8, start.y + 10, { steps: 3 });
  await page.mouse.move(goal.x + goal.width / 2, goal.y + goal.height / 2, { steps: 8 });
  await expect(to).toHaveAttribute('data-over', '');
}

/** Holds back what the window asks for, as a slow line would, until the answer is called. */
async function holdBack(page: Page, name: string): Promise<() => void> {
  const { promise: free, resolve: release } = Promise.withResolvers<void>();
  await page.route(`**/call/${name}`, async (route) => {
    await free;
    await route.continue();
  });
  return release;
}

test('each window sees the other’s moves without being asked', async ({ one, two }) => {
  const post = await makePost(one, { title: 'Shared', local: '2027-05-11T08:00' });
  await openBoth(one, two);
  for (const [index, day] of ['12', '13', '18'].entries()) {
    const [mover, watcher] = index % 2 === 0 ? [one, two] : [two, one];
    const goal = `2027-05-${day}`;
    await holdOver(mover, card(mover, 'Shared'), cell(mover, goal));
    await mover.mouse.up();
    await expect.poll(() => timeOf(mover, post.id)).toBe(`${goal}T08:00`);
    await expect(cell(watcher, goal)).toContainText('Shared');
  }
});

test('moves of different posts at once both hold', async ({ one, two }) => {
  const left = await makePost(one, { title: 'Left', local: '2027-05-11T08:00' });
  const right = await makePost(one, { title: 'Right', local: '2027-05-13T19:30' });
  await openBoth(one, two);
  await holdOver(one, card(one, 'Left'), cell(one, '2027-05-18'));
  await holdOver(two, card(two, 'Right'), cell(two, '2027-05-20'));
  await Promise.all([one.mouse.up(), two.mouse.up()]);
  await expect.poll(() => timeOf(one, left.id)).toBe('2027-05-18T08:00');
  await expect.poll(() => timeOf(one, right.id)).toBe('2027-05-20T19:30');
  for (const page of [one, two]) {
    await expect(cell(page, '2027-05-18')).toContainText('Left');
    await expect(cell(page, '2027-05-20')).toContainText('Right');
  }
});

test('of two moves of one post at once the last stands, and the first is one undo away', async ({
  one,
  two,
}) => {
  const post = await makePost(one, { title: 'Wanted', local: '2027-05-11T08:00' });
  await openBoth(one, two);
  await holdOver(one, card(one, 'Wanted'), cell(one, '2027-05-18'));
  await holdOver(two, card(two, 'Wanted'), cell(two, '2027-05-20'));
  const answers = [one, two].map((page) => page.waitForResponse('**/call/posts.schedule'));
  await Promise.all([one.mouse.up(), two.mouse.up()]);
  for (const answer of await Promise.all(answers))
    expect(((await answer.json()) as { ok: boolean }).ok).toBe(true);
  const last = await timeOf(one, post.id);
  const first = last === '2027-05-18T08:00' ? '2027-05-20T08:00' : '2027-05-18T08:00';
  expect(['2027-05-18T08:00', '2027-05-20T08:00']).toContain(last);
  for (const page of [one, two]) {
    await expect(cell(page, (last ?? '').slice(0, 10))).toContainText('Wanted');
    await expect(card(page, 'Wanted')).toHaveCount(1);
  }
  // Each step of undo shows in both windows, from whichever it is asked.
  await one.keyboard.press('Control+z');
  await expect.poll(() => timeOf(one, post.id)).toBe(first);
  for (const page of [one, two]) await expect(cell(page, first.slice(0, 10))).toContainText('Wanted');
  await two.keyboard.press('Control+z');
  await expect.poll(() => timeOf(one, post.id)).toBe('2027-05-11T08:00');
  for (const page of [one, two]) await expect(cell(page, '2027-05-11')).toContainText('Wanted');
  await two.keyboard.press('Control+Shift+z');
  await two.keyboard.press('Control+Shift+z');
  await expect.poll(() => timeOf(one, post.id)).toBe(last);
  for (const page of [one, two]) await expect(cell(page, (last ?? '').slice(0, 10))).toContainText('Wanted');
});

test('words that are being written and a move on the calendar both hold', async ({ one, two }) => {
  const post = await makePost(one, { title: 'Busy', local: '2027-05-11T08:00' });
  await openCalendar(two, '2027-05-01');
  await one.goto(new URL(`/#/posts/${post.id}`, one.url()).href);
  await editor(one).click();
  await holdOver(two, card(two, 'Busy'), cell(two, '2027-05-18'));
  // The save of the first words is under way when the move comes.
  const release = await holdBack(one, 'posts.save');
  const sending = one.waitForRequest('**/call/posts.save');
  await one.keyboard.type('Half of it');
  await sending;
  await two.mouse.up();
  await expect.poll(() => timeOf(two, post.id)).toBe('2027-05-18T08:00');
  await one.keyboard.type(', and the rest');
  release();
  await expect.poll(async () => (await stored(one, post.id)).body).toBe('Half of it, and the rest');
  expect((await stored(one, post.id)).schedule?.local).toBe('2027-05-18T08:00');
  await expect(editor(one)).toHaveText('Half of it, and the rest');
  await expect(one.getByText('Another window changed the same words')).toHaveCount(0);
  await expect(cell(two, '2027-05-18')).toContainText('Busy');

  // The move is undone from the calendar; the words stay.
  await two.keyboard.press('Control+z');
  await expect.poll(() => timeOf(two, post.id)).toBe('2027-05-11T08:00');
  expect((await stored(one, post.id)).body).toBe('Half of it, and the rest');
  await expect(editor(one)).toHaveText('Half of it, and the rest');
});

test('the same words written in both windows are offered, and both stay to be had', async ({ one, two }) => {
  const post = await makePost(one, { title: 'Menu', local: '2027-05-11T08:00' });
  for (const page of [one, two]) {
    await page.goto(new URL(`/#/posts/${post.id}`, page.url()).href);
    await expect(editor(page)).toBeVisible();
  }
  const release = await holdBack(two, 'posts.save');
  await editor(two).click();
  const sending = two.waitForRequest('**/call/posts.save');
  await two.keyboard.type('Soup');
  await sending;
  await editor(one).click();
  await one.keyboard.type('Bread');
  await expect.poll(async () => (await stored(one, post.id)).body).toBe('Bread');
  release();
  const banner = two.getByRole('alert').filter({ hasText: 'Another window changed the same words' });
  await expect(banner).toBeVisible();
  await expect(editor(two)).toHaveText('Soup');
  expect((await stored(one, post.id)).body).toBe('Bread');
  await banner.getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(async () => (await stored(one, post.id)).body).toBe('Soup');
  await expect(editor(one)).toHaveText('Soup');
});

test('one field of a campaign written in both windows is offered, other fields come together', async ({
  one,
  two,
}) => {
  const blank = { goal: '', budget: null, brief: '', audience: '', owner: '', hue: null, results: '' };
  const body = { ...blank, checklist: [], from: '2027-05-10', to: '2027-05-21' };
  type Kept = { item: KitItem<'campaign'> };
  const { item } = await callStudio<Kept>(one, 'plan.saveKit', { kind: 'campaign', name: 'Spring', body });
  const goalOf = async (page: Page): Promise<string | undefined> => {
    const all = await callStudio<KitItem<'campaign'>[]>(page, 'kit.list', { kind: 'campaign' });
    return all.find(({ id }) => id === item.id)?.body.goal;
  };
  const goal = (page: Page): Locator => page.getByRole('textbox', { name: 'Goal' });
  for (const page of [one, two]) {
    await page.goto(new URL(`/#/campaigns/${item.id}`, page.url()).href);
    await expect(goal(page)).toBeVisible();
  }
  const release = await holdBack(two, 'plan.saveKit');
  const sending = two.waitForRequest('**/call/plan.saveKit');
  await goal(two).fill('Orders');
  await sending;
  await goal(one).fill('Guests');
  await expect.poll(() => goalOf(one)).toBe('Guests');
  release();
  const banner = two.getByRole('alert').filter({ hasText: 'Another window changed the same field' });
  await expect(banner).toBeVisible();
  await expect(goal(two)).toHaveValue('Orders');
  expect(await goalOf(two)).toBe('Guests');
  await banner.getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(() => goalOf(two)).toBe('Orders');
  await expect(goal(one)).toHaveValue('Orders');
  // What was written over is one step of undo away.
  await callStudio(one, 'plan.undo');
  expect(await goalOf(one)).toBe('Guests');
  await expect(goal(two)).toHaveValue('Guests');

  // Different fields ask nobody.
  const slow = await holdBack(two, 'plan.saveKit');
  const late = two.waitForRequest('**/call/plan.saveKit');
  await two.getByRole('textbox', { name: 'Audience' }).fill('Neighbours');
  await late;
  await goal(one).fill('Guests and orders');
  await expect.poll(() => goalOf(one)).toBe('Guests and orders');
  slow();
  await expect
    .poll(async () => {
      const all = await callStudio<KitItem<'campaign'>[]>(two, 'kit.list', { kind: 'campaign' });
      const { goal: aim, audience } = all.find(({ id }) => id === item.id)?.body ?? {};
      return [aim, audience];
    })
    .toEqual(['Guests and orders', 'Neighbours']);
  await expect(banner).toHaveCount(0);
});

test('undo in one window shows in the other, whoever made the change', async ({ one, two }) => {
  const post = await callStudio<Post>(one, 'posts.create', {
    change: { title: 'Back', targets: [{ format: 'x/post', overrides: {} }] },
    schedule: { local: '2027-05-11T08:00', zone: 'Europe/Berlin' },
  });
  await openBoth(one, two);
  await holdOver(one, card(one, 'Back'), cell(one, '2027-05-18'));
  await one.mouse.up();
  await expect(cell(two, '2027-05-18')).toContainText('Back');
  expect((await historyOf(two)).undo.label?.en).toBe('Move post');
  await two.keyboard.press('Control+z');
  await expect(cell(one, '2027-05-11')).toContainText('Back');
  await expect(cell(two, '2027-05-11')).toContainText('Back');
  expect(await timeOf(one, post.id)).toBe('2027-05-11T08:00');
  // Nothing is left to undo in the first window, and it can do again what the second undid.
  await one.keyboard.press('Control+Shift+z');
  await expect(cell(two, '2027-05-18')).toContainText('Back');
  expect(await timeOf(two, post.id)).toBe('2027-05-18T08:00');
});
