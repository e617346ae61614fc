import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { importThroughLibrary, makeNumberedClip } from '../clip/numbered-clip.ts';
import { violations } from '../drivers/axe.ts';
import { editor, openPost, stored } from '../drivers/composer.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

type Named = { member: { id: string } };

const member = async (page: Page, name: string, role: string): Promise<string> => {
  const body = { role, hue: null, active: true };
  return (await callStudio<Named>(page, 'team.saveMember', { name, body })).member.id;
};
const side = (page: Page, tab: string) =>
  page.getByRole('radiogroup', { name: 'Previews and checks' }).getByText(tab, { exact: true });

test('a team is made, a profile is taken with its PIN, and roles hold', async ({ studioPage: page }) => {
  await page.goto(new URL('/#/settings/team', page.url()).href);
  await expect(page.getByText('You work alone')).toBeVisible();
  for (const [name, role] of [
    ['Ann Lee', 'Lead'],
    ['Cy', 'Client'],
  ] as const) {
    await page.getByRole('button', { name: 'Add somebody' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name').fill(name);
    await form.getByRole('radio', { name: role, exact: true }).check();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
  }
  // The first one is at work at once.
  await page.getByRole('button', { name: 'Give Ann Lee a PIN' }).click();
  await page.getByLabel('New PIN').fill('2468');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Change the PIN of Ann Lee' })).toBeVisible();

  await page.getByRole('button', { name: 'Ann Lee works here: switch profile' }).click();
  await page.getByRole('menuitem', { name: /^Cy/ }).click();
  await expect(page.getByRole('button', { name: 'Cy works here: switch profile' })).toBeVisible();
  await page.getByRole('button', { name: 'Add somebody' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Bo');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('As client you cannot do this; a lead can.')).toBeVisible();
  await page.keyboard.press('Escape');

  // By the keyboard, first with a wrong PIN.
  await page.getByRole('button', { name: 'Cy works here: switch profile' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /^Ann Lee/ }).focus();
  await page.keyboard.press('Enter');
  const pin = page.getByRole('dialog').getByLabel('PIN', { exact: true });
  await expect(pin).toBeFocused();
  await page.keyboard.type('1111');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is not the PIN. Try again.')).toBeVisible();
  await pin.fill('2468');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Ann Lee works here: switch profile' })).toBeVisible();
});

test('a client approves what a rule asks for, and changed words ask again', async ({ studioPage: page }) => {
  const ann = await member(page, 'Ann', 'lead');
  const cy = await member(page, 'Cy', 'client');
  await callStudio(page, 'plan.saveKit', {
    kind: 'approval-rule',
    name: 'Client looks',
    body: { accountIds: [], campaigns: [], needs: [{ role: 'client', count: 1 }], leadHours: 24 },
  });
  const post = await openPost(page, { title: 'Menu', body: 'Spring menu', status: 'review' });
  await side(page, 'Team').click();
  await expect(page.getByText('Client: 0 of 1')).toBeVisible();
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Approved' }).click();
  await expect(page.getByText('Approvals are missing: 1 × client.')).toBeVisible();

  await callStudio(page, 'team.switch', { memberId: cy });
  await expect(page.getByText('Client: you can look, comment and approve.')).toBeVisible();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(page.getByText('Client: 1 of 1')).toBeVisible();
  await expect.poll(async () => (await stored(page, post.id)).status).toBe('approved');

  await callStudio(page, 'team.switch', { memberId: ann });
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' and more');
  await expect(page.getByText('the post is in review again')).toBeVisible();
  await expect(page.getByText('Client: 0 of 1')).toBeVisible();
  await expect(page.getByText('to an earlier version')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Who did what' })).toContainText('Cy approved it');
});

test('a mention waits on Today, a thread is answered and closed, a task is ticked off', async ({
  studioPage: page,
}) => {
  await member(page, 'Ann', 'lead');
  const bo = await member(page, 'Bo', 'creator');
  const post = await openPost(page, { title: 'Menu', body: 'Spring menu' });
  await side(page, 'Team').click();
  await page.getByRole('textbox', { name: 'Comment; @ names somebody' }).click();
  await page.keyboard.type('Shorter, @b');
  await expect(page.getByRole('option', { name: /Bo/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('please');
  await page.keyboard.press('Control+Enter');
  const threads = page.getByRole('list', { name: 'Comments' });
  await expect(threads).toContainText('Shorter, @Bo please');
  await page.getByRole('textbox', { name: 'Something to do' }).fill('Take the photo');
  await page.getByLabel('Until').fill('2026-01-05');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: 'Take the photo' })).toBeVisible();

  await callStudio(page, 'team.switch', { memberId: bo });
  await page.goto(new URL('/#/', page.url()).href);
  await expect(page.getByRole('region', { name: 'Waiting for your answer' })).toContainText(
    'Shorter, @Bo please',
  );
  await page.getByRole('checkbox', { name: 'Take the photo' }).click();
  await expect(page.getByRole('checkbox', { name: 'Take the photo' })).toHaveCount(0);
  await page.getByRole('link', { name: /Shorter/ }).click();
  await expect(page).toHaveURL(new RegExp(post.id));
  await threads.getByRole('button', { name: 'Reply' }).click();
  await page.keyboard.type('Done');
  await page.keyboard.press('Control+Enter');
  await expect(threads).toContainText('Done');
  await threads.getByRole('button', { name: 'Close the thread' }).click();
  await expect(page.getByText('Nothing has been said yet.')).toBeVisible();
});

test('a region of a design is commented on and found again by its pin', async ({ studioPage: page }) => {
  await member(page, 'Ann', 'lead');
  const design = await callStudio<{ id: string }>(page, 'designs.create', { name: 'Poster' });
  await page.goto(new URL(`/#/designs/${design.id}`, page.url()).href);
  await page.getByRole('tab', { name: 'Comments' }).click();
  await page.getByRole('button', { name: 'Comment on a part' }).click();
  const catcher = page.getByTestId('comment-catcher');
  const box = await catcher.boundingBox();
  if (!box) throw new Error('the canvas has no size');
  await page.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2 - 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2 + 40, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('textbox', { name: 'Comment on this place' }).fill('More air here');
  await page.keyboard.press('Control+Enter');
  const pin = page.getByRole('button', { name: 'Comment 1' });
  await expect(pin).toBeVisible();
  await page.reload();
  await expect(page.getByTestId('comment-region')).toHaveCount(0);
  await pin.click();
  await expect(page.getByTestId('comment-region')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Comments' })).toContainText('More air here');
});

test('a moment of a clip is commented on, marked on the timeline, and gone to', async ({
  studioPage: page,
  studio,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'galley-team-spec-'));
  try {
    const file = makeNumberedClip(folder);
    const address = (path: string): string => new URL(path, studio.url).href;
    const assets = await importThroughLibrary(page, address, [file]);
    const assetId = [...assets.values()][0]?.id;
    const clip = await callStudio<{ id: string }>(page, 'clips.create', { assetId });
    await page.goto(address(`/#/clips/${clip.id}`));
    const playhead = page.getByRole('slider', { name: 'Playhead' });
    await playhead.focus();
    for (let count = 0; count < 3; count += 1) await page.keyboard.press('PageUp');
    const there = await playhead.getAttribute('aria-valuenow');
    expect(Number(there)).toBeGreaterThan(0);
    await page.getByRole('tab', { name: 'Comments' }).click();
    await page.getByRole('button', { name: /^Comment at / }).click();
    await page.getByRole('textbox', { name: 'Comment on this place' }).fill('Cut here');
    await page.keyboard.press('Control+Enter');
    const mark = page.getByRole('group', { name: 'Comments on the timeline' }).getByRole('button');
    await expect(mark).toHaveAccessibleName(/Cut here$/);
    await playhead.focus();
    await page.keyboard.press('PageDown');
    await expect(playhead).not.toHaveAttribute('aria-valuenow', there ?? '');
    await mark.click();
    await expect(playhead).toHaveAttribute('aria-valuenow', there ?? '');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('axe finds nothing serious in the team page and the team tab, light and dark', async ({
  studioPage: page,
}) => {
  const ann = await member(page, 'Ann', 'lead');
  const post = await openPost(page, { title: 'Menu', body: 'Spring menu', status: 'review' });
  const subject = { kind: 'post', id: post.id };
  await callStudio(page, 'comments.save', { subject, text: '@Ann look', mentions: [ann] });
  await callStudio(page, 'tasks.save', { subject, title: 'Photo', dueOn: '2026-01-05', memberId: ann });
  await callStudio(page, 'approvals.give', { postId: post.id, decision: 'changes', note: 'Shorter' });
  const found: string[] = [];
  for (const theme of ['light', 'dark']) {
    await callStudio(page, 'settings.set', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await page.goto(new URL(`/#/posts/${post.id}`, page.url()).href);
    await side(page, 'Team').click();
    await expect(page.getByRole('list', { name: 'Comments' })).toBeVisible();
    found.push(...(await violations(page, `${theme}, team tab`)));
    await page.goto(new URL('/#/settings/team', page.url()).href);
    await expect(page.getByRole('table', { name: 'Members' })).toBeVisible();
    found.push(...(await violations(page, `${theme}, team page`)));
    await page.goto(new URL('/#/', page.url()).href);
    await expect(page.getByRole('checkbox', { name: 'Photo' })).toBeVisible();
    found.push(...(await violations(page, `${theme}, Today`)));
  }
  expect(found).toEqual([]);
});
