import type { Page } from '@playwright/test';
import type { Post } from '#shared/domain/post.ts';
import { editor, field, openPost, stored } from '../drivers/composer.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

type Named = { member: { id: string } };
interface Stored {
  id: string;
  revision: number;
  document: { body: { pages: Record<string, { background: unknown }> } };
}

const member = async (page: Page, name: string, role: string): Promise<string> => {
  const body = { role, hue: null, active: true };
  return (await callStudio<Named>(page, 'team.saveMember', { name, body })).member.id;
};
const side = (page: Page, tab: string) =>
  page.getByRole('radiogroup', { name: 'Previews and checks' }).getByText(tab, { exact: true });
const chooseStatus = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name, exact: true }).click();
};

test('a design that is edited after the approval asks again', async ({ studioPage: page }) => {
  const ann = await member(page, 'Ann', 'lead');
  const cy = await member(page, 'Cy', 'client');
  await callStudio(page, 'plan.saveKit', {
    kind: 'approval-rule',
    name: 'Client looks',
    body: { accountIds: [], campaigns: [], needs: [{ role: 'client', count: 1 }], leadHours: 0 },
  });
  const design = await callStudio<Stored>(page, 'designs.create', { name: 'Card', width: 400, height: 500 });
  const media = { kind: 'design', refId: design.id, alt: '', crop: null, trim: null, coverAt: null };
  const attachments = [{ id: crypto.randomUUID(), ...media }];
  const post = await openPost(page, { title: 'Menu', body: 'Spring menu', status: 'review', attachments });
  await side(page, 'Team').click();
  await callStudio(page, 'team.switch', { memberId: cy });
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(page.getByText('Client: 1 of 1')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('Approved');

  await callStudio(page, 'team.switch', { memberId: ann });
  const document = structuredClone(design.document);
  for (const each of Object.values(document.body.pages)) each.background = '#c8553d';
  await callStudio(page, 'designs.save', { id: design.id, revision: design.revision, document });
  await expect(page.getByText('Client: 0 of 1')).toBeVisible();
  await expect(page.getByText('to an earlier version')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('In review');
  expect((await stored(page, post.id)).status).toBe('review');
  await chooseStatus(page, 'Approved');
  await expect(page.getByText('Approvals are missing: 1 × client.')).toBeVisible();
});

test('a client reads a post and changes nothing of it', async ({ studioPage: page }) => {
  await member(page, 'Ann', 'lead');
  const cy = await member(page, 'Cy', 'client');
  const targets = [{ format: 'x/post', accountId: null }];
  const post = await openPost(page, { title: 'Menu', body: 'Spring menu', status: 'review', targets });
  await callStudio(page, 'team.switch', { memberId: cy });
  await expect(page.getByText('Client: you can look, comment and approve.')).toBeVisible();

  await expect(editor(page)).toHaveAttribute('contenteditable', 'false');
  await expect(field(page, 'title').getByRole('textbox')).toBeDisabled();
  await expect(page.getByRole('combobox', { name: 'Status' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Choose targets' })).toBeDisabled();
  // Keys that change a post for others are of no use either.
  await editor(page).click();
  await page.keyboard.type('not mine');
  await page.keyboard.press('ControlOrMeta+b');
  const before = await stored(page, post.id);
  await side(page, 'Team').click();
  const comment = page.getByRole('textbox', { name: 'Comment; @ names somebody' });
  await comment.fill('Lovely');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('list', { name: 'Comments' })).toContainText('Lovely');
  expect(await stored(page, post.id)).toEqual(before);
  expect(before.body).toBe('Spring menu');
});

test('a creator takes a post up to review and no further', async ({ studioPage: page }) => {
  await member(page, 'Ann', 'lead');
  const bo = await member(page, 'Bo', 'creator');
  const post = await openPost(page, { title: 'Menu', body: 'Spring menu', status: 'draft' });
  await callStudio(page, 'team.switch', { memberId: bo });
  await chooseStatus(page, 'In review');
  await expect.poll(async () => (await stored(page, post.id)).status).toBe('review');
  await chooseStatus(page, 'Approved');
  await expect(page.getByText('As creator you cannot do this; a lead or channel manager can.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('In review');
  expect((await stored(page, post.id)).status).toBe('review');
});

test('what is selected in a design is commented on', async ({ studioPage: page }) => {
  const design = await callStudio<{ id: string }>(page, 'designs.create', { name: 'Poster' });
  await page.goto(new URL(`/#/designs/${design.id}`, page.url()).href);
  await page.getByRole('tab', { name: 'Comments' }).click();
  const onSelection = page.getByRole('button', { name: 'Comment on selection' });
  await expect(onSelection).toBeDisabled();
  await page.keyboard.press('r');
  await expect(onSelection).toBeEnabled();
  await onSelection.click();
  await page.getByRole('textbox', { name: 'Comment on this place' }).fill('A warmer red');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('button', { name: 'Comment 1' })).toBeVisible();
  const [kept] = await callStudio<{ place: { width: number; height: number; page: string } }[]>(
    page,
    'comments.list',
    { subject: { kind: 'design', id: design.id } },
  );
  expect(kept?.place.width).toBeGreaterThan(0);
  expect(kept?.place.height).toBeGreaterThan(0);
});

test('two windows write the same words: nothing is overwritten until one is chosen', async ({
  studioPage: page,
}) => {
  const post = await openPost(page, { title: 'Menu', body: 'Spring menu' });
  const theirs = async (body: string): Promise<void> => {
    // The window is not told, as it is not while the connection is slow: its next save meets the newer revision.
    await page.route('**/call/posts.get', (route) => route.abort());
    const { revision } = await callPast(page, post.id);
    await callStudio(page, 'posts.save', { id: post.id, revision, change: { body, document: null } });
  };
  const banner = page.getByRole('alert').filter({ hasText: 'Another window changed the same words' });
  const type = async (words: string): Promise<void> => {
    await editor(page).click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(words);
    await expect(banner).toBeVisible();
    await page.unroute('**/call/posts.get');
  };

  await theirs('Summer menu');
  await type(', mine');
  expect((await stored(page, post.id)).body).toBe('Summer menu');
  await banner.getByRole('button', { name: 'Load theirs' }).click();
  await expect(editor(page)).toHaveText('Summer menu');

  await theirs('Autumn menu');
  await type(', mine again');
  await banner.getByRole('button', { name: 'Keep mine' }).click();
  await expect(banner).toBeHidden();
  await expect.poll(async () => (await stored(page, post.id)).body).toBe('Summer menu, mine again');
});

/** The post as it is stored, while the window cannot read it. */
async function callPast(page: Page, id: string): Promise<Pick<Post, 'revision'>> {
  const { items } = await callStudio<{ items: Post[] }>(page, 'posts.list', {});
  const found = items.find((each) => each.id === id);
  if (!found) throw new Error('the post is gone');
  return found;
}
