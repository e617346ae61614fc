import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Download, Page } from '@playwright/test';
import type { CallOutput } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar-days.ts';
import { card, cell, drafts, openCalendar, timeOf, zone } from '../calendar/page.ts';
import { editor, stored, targets } from '../drivers/composer.ts';
import { droppedFiles } from '../drivers/files.ts';
import { fillMoment } from '../drivers/moment.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-week-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Wall time in the workspace's zone, to the minute. */
const wall = (milliseconds: number): string =>
  new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    .format(milliseconds)
    .replace(' ', 'T');
const minute = 60_000;

async function kept(download: Download): Promise<string> {
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.goto(new URL(`/#${place}`, page.url()).href);
}

/** Who sits down at the machine says so in the menu at the top right. */
async function takeOver(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'works here: switch profile' }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByRole('button', { name: `${name} works here: switch profile` })).toBeVisible();
}

async function chooseTargets(page: Page, ...names: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Choose targets' }).click();
  for (const name of names) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
  }
  await page.keyboard.press('Escape');
  await expect(targets(page).getByRole('option')).toHaveCount(names.length + 1);
}

const ideas = async (page: Page): Promise<CallOutput<'posts.list'>['items']> =>
  (await callStudio<CallOutput<'posts.list'>>(page, 'posts.list', { status: 'idea' })).items;

/** The client opens the package from a folder, without a network, agrees to both and says something about one. */
async function answerAsClient(browser: Browser, file: string): Promise<Buffer> {
  const client = await browser.newContext({ offline: true, acceptDownloads: true });
  const sheet = await client.newPage();
  await sheet.goto(pathToFileURL(file).href);
  const walk = sheet.getByRole('article', { name: 'Harbour walk' });
  await expect(walk).toContainText('Come early.');
  await walk.getByRole('textbox', { name: 'Comment' }).fill('Lovely. Mention the ferry next time.');
  await walk.getByRole('button', { name: 'Add comment' }).click();
  await walk.getByRole('button', { name: 'Approve' }).click();
  await sheet.getByRole('article', { name: 'Night market' }).getByRole('button', { name: 'Approve' }).click();
  await expect(sheet.getByText('2 of 2 answered')).toBeVisible();
  await sheet.getByRole('textbox', { name: 'Your name' }).fill('Cy');
  const saved = sheet.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Save answer' }).click();
  const answer = readFileSync(await kept(await saved));
  await client.close();
  return answer;
}

test('a team’s week: ideas, plan, review, approval, reminder and hand-off', async ({
  studioPage: page,
  browser,
}) => {
  const tomorrow = addDays(wall(Date.now()).slice(0, 10), 1);
  await callStudio(page, 'workspace.update', { zone });
  await callStudio(page, 'settings.set', { reminderMinutes: 10 });
  for (const [name, role] of [
    ['Ann', 'lead'],
    ['Bo', 'creator'],
    ['Cy', 'client'],
  ])
    await callStudio(page, 'team.saveMember', { name, body: { role, hue: null, active: true } });
  await callStudio(page, 'plan.saveKit', {
    ...{ kind: 'approval-rule', name: 'Client looks' },
    body: { accountIds: [], campaigns: [], needs: [{ role: 'client', count: 1 }], leadHours: 0 },
  });
  await callStudio(page, 'plan.saveKit', {
    ...{ kind: 'slot', name: 'Morning' },
    body: { accountId: null, weekdays: [0, 1, 2, 3, 4, 5, 6], time: '09:00', zone, pillar: '' },
  });

  let walk = '';
  let market = '';
  await test.step('the creator writes two ideas down', async () => {
    await takeOver(page, 'Bo');
    await goTo(page, '/ideas');
    await page.getByRole('textbox', { name: 'What could we post about?' }).fill('Harbour walk');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Harbour walk', exact: true })).toBeVisible();
    await page.getByRole('textbox', { name: 'New idea in “No pillar yet”' }).fill('Night market');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await ideas(page)).length).toBe(2);
    const both = await ideas(page);
    walk = both.find(({ title }) => title === 'Harbour walk')?.id ?? '';
    market = both.find(({ title }) => title === 'Night market')?.id ?? '';
    expect([walk, market]).not.toContain('');
  });

  await test.step('one gets words and targets, and a day in the week', async () => {
    await page.getByRole('button', { name: 'Make it a draft: Harbour walk' }).click();
    await editor(page).click();
    await page.keyboard.type('Come early.');
    await chooseTargets(page, 'x post', 'weibo post');
    await expect.poll(async () => (await stored(page, walk)).targets.length).toBe(2);
    expect(await stored(page, walk)).toMatchObject({
      ...{ status: 'draft', body: 'Come early.', schedule: null },
      targets: [{ format: 'x/post' }, { format: 'weibo/post' }],
    });

    await openCalendar(page, tomorrow, 'week');
    const row = drafts(page).getByRole('button', { name: 'Harbour walk' });
    const from = await row.boundingBox();
    const column = await cell(page, tomorrow).boundingBox();
    if (!from || !column) throw new Error('not drawn');
    await page.mouse.move(from.x + 60, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 70, from.y + 14, { steps: 3 });
    await page.mouse.move(column.x + 40, 520, { steps: 8 });
    await expect(cell(page, tomorrow)).toHaveAttribute('data-over', '');
    await page.mouse.up();
    await expect(card(page, 'Harbour walk')).toBeVisible();
    await expect.poll(() => timeOf(page, walk)).toMatch(new RegExp(`^${tomorrow}T`));
    expect((await stored(page, walk)).schedule?.zone).toBe(zone);
  });

  await test.step('one of its platforms gets a time of its own', async () => {
    await goTo(page, `/posts/${walk}`);
    await page.getByRole('button', { name: 'Own times' }).click();
    await page.getByRole('button', { name: /^Time of Weibo/ }).click();
    await fillMoment(page, `${tomorrow}T20:15`);
    await page.getByRole('button', { name: 'Set time' }).click();
    await expect
      .poll(async () => (await stored(page, walk)).targets.map(({ schedule }) => schedule?.local))
      .toEqual([undefined, `${tomorrow}T20:15`]);
  });

  await test.step('the other goes into the next free slot, and is written', async () => {
    await goTo(page, '/ideas');
    await page.getByRole('button', { name: 'Put on the calendar: Night market' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Next free slot' }).press('Enter');
    await expect.poll(async () => (await timeOf(page, market))?.slice(11)).toBe('09:00');
    await page.getByRole('button', { name: 'Night market', exact: true }).click();
    await editor(page).click();
    await page.keyboard.type('Until ten.');
    await chooseTargets(page, 'x post');
    await expect.poll(async () => (await stored(page, market)).targets.length).toBe(1);
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'In review' }).click();
    await expect.poll(async () => (await stored(page, market)).status).toBe('review');
  });

  await test.step('the first goes to review on the board', async () => {
    await openCalendar(page, tomorrow, 'week');
    await page.getByRole('radiogroup', { name: 'View' }).getByText('Board', { exact: true }).click();
    const board = page.locator('[data-calendar-view="board"]');
    await board
      .getByRole('region', { name: 'Draft, ' })
      .getByRole('button', { name: 'Harbour walk' })
      .first()
      .focus();
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(async () => (await stored(page, walk)).status).toBe('review');
    // A creator takes posts up to review and no further.
    await page.keyboard.press('Alt+ArrowRight');
    await expect(page.getByText(/As creator you cannot/)).toBeVisible();
    expect((await stored(page, walk)).status).toBe('review');
  });

  await test.step('the client agrees by a review package', async () => {
    await takeOver(page, 'Ann');
    await goTo(page, '/posts');
    const list = page.getByRole('listbox');
    await list.focus();
    await page.keyboard.press('Control+a');
    await list.getByRole('option').first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Review package' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Title' }).fill('This week');
    await dialog.getByRole('button', { name: 'Make package' }).click();
    const coming = page.waitForEvent('download');
    await dialog.getByRole('link', { name: 'Save file' }).click();
    const bytes = await answerAsClient(browser, await kept(await coming));

    const name = 'answer.galley-review.json';
    const dataTransfer = await droppedFiles(page, [{ name, type: 'application/json', bytes }]);
    for (const type of ['dragenter', 'dragover', 'drop'])
      await page.locator('body').dispatchEvent(type, { dataTransfer });
    await expect(dialog).toContainText('New: 2 decision(s), 1 comment(s).');
    await dialog.getByRole('button', { name: 'Take in' }).click();
    await expect(dialog).toContainText('Taken in: 2 decision(s), 1 comment(s).');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    const states = await callStudio<CallOutput<'approvals.state'>>(page, 'approvals.state', {
      postIds: [walk, market],
    });
    expect(states.map(({ required, satisfied }) => [required.length, satisfied])).toEqual([
      [1, true],
      [1, true],
    ]);
    for (const id of [walk, market]) expect((await stored(page, id)).status).toBe('approved');
    const subject = { kind: 'post', id: walk };
    expect(await callStudio(page, 'comments.list', { subject })).toMatchObject([
      { author: 'Cy', text: 'Lovely. Mention the ferry next time.' },
    ]);
  });

  await test.step('its time comes, and it is handed over with its link', async () => {
    await goTo(page, `/posts/${walk}`);
    const soon = wall(Date.now() + 5 * minute);
    const plan = page.getByRole('complementary', { name: 'Targets' });
    await plan
      .getByRole('button', { name: /\d{2}:\d{2}/ })
      .first()
      .click();
    await fillMoment(page, soon);
    await page.getByRole('button', { name: 'Set time' }).click();
    await expect.poll(() => timeOf(page, walk)).toBe(soon);
    await goTo(page, '/');
    await expect(page.getByText('Due: Harbour walk')).toBeVisible();
    await page.getByRole('button', { name: 'Open hand-off' }).click();
    const dialog = page.getByRole('dialog', { name: /Harbour walk/ });
    const current = dialog.getByRole('list', { name: 'Steps' }).locator('[aria-current=step]');
    await expect(current).toContainText('Open X', { timeout: 60_000 });
    await current.getByRole('checkbox').check();
    await expect(current).toContainText('Paste the text');
    await current.getByRole('checkbox').check();
    const link = 'https://x.com/harbour/status/1';
    await current.getByRole('textbox', { name: /Link of the post/ }).fill(link);
    await current.getByRole('button', { name: 'Record as posted' }).click();
    await expect
      .poll(async () => (await stored(page, walk)).targets[0])
      .toMatchObject({ status: 'published', publishedUrl: link });
    // Weibo has its own time and is still to come.
    expect(await stored(page, walk)).toMatchObject({
      status: 'approved',
      targets: [{}, { status: 'planned', schedule: { local: `${tomorrow}T20:15`, zone } }],
    });
    await page.keyboard.press('Escape');
  });

  await test.step('the last change of the plan is taken back', async () => {
    const before = (await timeOf(page, market)) ?? '';
    await openCalendar(page, before.slice(0, 10), 'month');
    await card(page, 'Night market').click();
    await expect(page.getByRole('dialog', { name: 'Night market' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card(page, 'Night market')).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    const after = `${addDays(before.slice(0, 10), 7)}T09:00`;
    await expect.poll(() => timeOf(page, market)).toBe(after);
    await page.keyboard.press('Control+z');
    await expect.poll(() => timeOf(page, market)).toBe(before);
    expect(await stored(page, walk)).toMatchObject({ targets: [{ status: 'published' }, {}] });
    await expect(cell(page, before.slice(0, 10))).toContainText('Night market');
  });

  await test.step('who did what is written down', async () => {
    const entries = await callStudio<CallOutput<'audit.list'>>(page, 'audit.list', { limit: 500 });
    const did = (id: string): string[] =>
      entries
        .filter(({ subjectId }) => subjectId === id)
        .map(({ memberName, action, detail }) =>
          [memberName, action, ...(action === 'post-status' ? [detail.from, detail.to] : [])].join(' '),
        );
    // The newest first.
    expect(did(walk)).toEqual([
      'Ann post-published',
      'Ann post-scheduled',
      'Ann post-status review approved',
      'Cy approved',
      'Cy commented',
      'Bo post-status draft review',
      ...['Bo post-scheduled', 'Bo post-scheduled', 'Bo post-edited'],
      ...['Bo post-status idea draft', 'Bo post-made'],
    ]);
    expect(did(market)).toEqual([
      ...['Ann plan-undone', 'Ann post-scheduled'],
      'Ann post-status review approved',
      ...['Cy approved', 'Bo post-status idea review', 'Bo post-edited'],
      ...['Bo post-scheduled', 'Bo post-made'],
    ]);
    await goTo(page, '/settings/team');
    const list = page.getByRole('list', { name: 'Who did what' });
    for (const words of [
      'Ann undid: Move post Night market',
      'Ann recorded it as published on X (Twitter) Post Harbour walk',
      'Cy approved it Night market',
      'Bo moved it from Draft to In review Harbour walk',
    ])
      await expect(list.getByRole('listitem').filter({ hasText: words })).toHaveCount(1);
  });
});
