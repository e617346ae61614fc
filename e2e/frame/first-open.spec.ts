import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { callStudio, expect, startStudio, test } from '../drivers/studio.ts';

interface Opened {
  name: string;
  path: string;
}

/** The first page of a studio that has no workspace open. */
async function welcome(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'Galley', level: 1 })).toBeVisible();
}

/** A workspace made and closed again, so that its folder can be handled from outside. */
async function closedWorkspace(page: Page, name: string): Promise<string> {
  const { path } = await callStudio<Opened>(page, 'workspace.create', { name });
  await callStudio(page, 'workspace.close');
  return path;
}

async function chooseFolder(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Open a folder' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Folder' }).fill(path);
  await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
}

/** Presses Tab until the focus is on the thing; fails when it never gets there. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true });
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reached “${name}”.`);
}

const frame = (page: Page) => page.getByRole('navigation', { name: 'Places' });

test.describe('the three ways in', () => {
  test('start empty: the suggested folder follows the name and can be changed', async ({ page, studio }) => {
    await welcome(page, studio.url);
    await page.getByRole('button', { name: 'Start empty' }).click();
    const dialog = page.getByRole('dialog', { name: 'Start empty' });
    const folder = dialog.getByRole('textbox', { name: 'Folder' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Northlight');
    await expect(folder).toHaveValue(join(studio.home, 'documents', 'Northlight'));
    const chosen = join(studio.home, 'elsewhere', 'studio');
    await folder.fill(chosen);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await expect(frame(page)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Workspace' })).toContainText('Northlight');
    expect(await readdir(chosen)).toContain('workspace.db');
  });

  test('start empty by keyboard; a folder that holds other files is refused in place', async ({
    page,
    studio,
  }) => {
    await welcome(page, studio.url);
    await tabTo(page, 'Start empty');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Start empty' });
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
    const full = await mkdtemp(join(tmpdir(), 'galley-full-'));
    await writeFile(join(full, 'letter.txt'), 'not ours');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(full);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText(full);
    expect(await readdir(full)).toEqual(['letter.txt']);
    await rm(full, { recursive: true });
    const folder = dialog.getByRole('textbox', { name: 'Folder' });
    await expect(folder).toBeFocused();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(join(studio.home, 'documents', 'By keyboard'));
    await page.keyboard.press('Enter');
    await expect(frame(page)).toBeVisible();
  });

  test('the sample: cancelled it leaves nothing, then it opens', async ({ page, studio }) => {
    await welcome(page, studio.url);
    await tabTo(page, 'Open the sample');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('progressbar', { name: 'Open the sample' })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('button', { name: 'Open the sample' })).toBeEnabled();
    expect(await callStudio<unknown[]>(page, 'workspace.recent')).toEqual([]);
    await page.getByRole('button', { name: 'Open the sample' }).click();
    await expect(frame(page)).toBeVisible({ timeout: 60_000 });
    const posts = () => callStudio<{ total: number }>(page, 'posts.list', { limit: 10 });
    await expect.poll(async () => (await posts()).total, { timeout: 60_000 }).toBeGreaterThan(3);
  });

  test('open a folder, by mouse and by keyboard', async ({ page, studio }) => {
    await page.goto(studio.url);
    const path = await closedWorkspace(page, 'Kept');
    await welcome(page, new URL('/', studio.url).href);
    await chooseFolder(page, path);
    await expect(page.getByRole('button', { name: 'Workspace' })).toContainText('Kept');

    await page.getByRole('button', { name: 'Workspace' }).click();
    await page.getByRole('menuitem', { name: 'Close workspace' }).click();
    await tabTo(page, 'Open a folder');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Folder' })).toBeFocused();
    await page.keyboard.type(path);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Workspace' })).toContainText('Kept');
  });
});

test.describe('what does not open', () => {
  test('a folder without a workspace: said in the form, which stays', async ({ page, studio }) => {
    await welcome(page, studio.url);
    const folder = await mkdtemp(join(tmpdir(), 'galley-plain-'));
    await chooseFolder(page, folder);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('alert')).toContainText(folder);
    await expect(dialog.getByRole('textbox', { name: 'Folder' })).toHaveValue(folder);
    expect(await readdir(folder)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await rm(folder, { recursive: true });
  });

  test('a workspace of a newer Galley: untouched, with what to do', async ({ page, studio }) => {
    await page.goto(studio.url);
    const path = await closedWorkspace(page, 'Newer');
    const database = join(path, 'workspace.db');
    const bytes = await readFile(database);
    // SQLite keeps `user_version` as four bytes at offset 60 of the header.
    bytes.writeUInt32BE(9999, 60);
    await writeFile(database, bytes);
    await welcome(page, new URL('/', studio.url).href);
    await page.getByRole('button', { name: /^Newer/ }).click();
    await expect(page.getByRole('alert')).toContainText(/newer/i);
    await expect(page.getByRole('button', { name: 'Restore the newest good backup' })).toHaveCount(0);
    expect(Buffer.compare(await readFile(database), bytes)).toBe(0);
  });

  test('a damaged workspace comes back from its newest good backup, nothing deleted', async ({
    page,
    studio,
  }) => {
    await page.goto(studio.url);
    const { path } = await callStudio<Opened>(page, 'workspace.create', { name: 'Damaged' });
    const kept = await callStudio<{ id: string }>(page, 'posts.create');
    await page.goto(new URL('/', studio.url).href);
    await page.getByRole('button', { name: 'Workspace' }).click();
    await page.getByRole('menuitem', { name: 'Back up now' }).click();
    await expect(page.getByText(/^Backed up to/)).toBeVisible();
    await callStudio(page, 'workspace.close');
    const database = join(path, 'workspace.db');
    const torn = Buffer.from('this is no database any more');
    await writeFile(database, torn);

    await welcome(page, new URL('/', studio.url).href);
    await page.getByRole('button', { name: /^Damaged/ }).click();
    await expect(page.getByRole('alert')).toContainText('damaged');
    await page.getByRole('button', { name: 'Restore the newest good backup' }).click();
    await expect(frame(page)).toBeVisible();
    await expect(page.getByText(/Nothing was deleted: the damaged file is kept in/)).toBeVisible();
    const { items } = await callStudio<{ items: { id: string }[] }>(page, 'posts.list', { limit: 5 });
    expect(items.map((post) => post.id)).toEqual([kept.id]);
    const [set] = await readdir(join(path, 'quarantine'));
    expect(await readFile(join(path, 'quarantine', set ?? '', 'workspace.db'))).toEqual(torn);
  });

  test('damaged while another workspace is open: offered in a dialog, the open one stays', async ({
    page,
    studio,
  }) => {
    await page.goto(studio.url);
    const path = await closedWorkspace(page, 'Other');
    await writeFile(join(path, 'workspace.db'), '');
    await callStudio(page, 'workspace.create', { name: 'Open one' });
    await page.goto(new URL('/', studio.url).href);
    await page.getByRole('button', { name: 'Workspace' }).click();
    await page.getByRole('menuitem', { name: 'Other' }).click();
    const dialog = page.getByRole('dialog', { name: 'The workspace did not open' });
    await expect(dialog.getByRole('button', { name: 'Restore the newest good backup' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Workspace' })).toContainText('Open one');
  });

  test('open in a second studio: the sentence names the owner; it opens once that one is closed', async ({
    page,
  }) => {
    const home = await mkdtemp(join(tmpdir(), 'galley-two-'));
    const first = await startStudio({ home });
    const second = await startStudio({ home });
    try {
      await page.goto(first.url);
      const { path } = await callStudio<Opened>(page, 'workspace.create', { name: 'Shared' });
      await welcome(page, second.url);
      await page.getByRole('button', { name: /^Shared/ }).click();
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(path);
      await expect(alert).toContainText(/already open in another Galley \(process \d+/);
      await first.stop();
      await alert.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('button', { name: 'Workspace' })).toContainText('Shared');
    } finally {
      await first.stop();
      await second.stop();
      await rm(home, { recursive: true, force: true });
    }
  });
});

test('after a restart the recent list is there; a folder that went away says so and can be forgotten', async ({
  page,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'galley-home-'));
  const first = await startStudio({ home });
  await page.goto(first.url);
  await callStudio(page, 'workspace.create', { name: 'Stays' });
  const gone = await callStudio<Opened>(page, 'workspace.create', { name: 'Goes' });
  await first.stop();
  await rm(gone.path, { recursive: true });
  const second = await startStudio({ home });
  try {
    await welcome(page, second.url);
    const recent = page.getByRole('navigation', { name: 'Recent' });
    await expect(recent.getByRole('button', { name: /^Goes/ })).toBeDisabled();
    await recent
      .getByRole('listitem')
      .filter({ hasText: 'Goes' })
      .getByRole('button', { name: 'Remove from this list' })
      .click();
    await expect(recent.getByText('Goes')).toHaveCount(0);
    await recent.getByRole('button', { name: /^Stays/ }).click();
    await expect(page.getByRole('button', { name: 'Workspace' })).toContainText('Stays');
  } finally {
    await second.stop();
    await rm(home, { recursive: true, force: true });
  }
});
