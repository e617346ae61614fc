import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Post } from '#shared/domain/post.ts';
import { callStudio, expect, startStudio, test } from '../drivers/studio.ts';

const wall = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 16);
const minute = 60_000;

test('what is due is told with its hand-off; what came due while Galley was closed waits in a list', async ({
  page,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'galley-reminders-'));
  try {
    let studio = await startStudio({ home });
    await page.goto(studio.url);
    const { path } = await callStudio<{ path: string }>(page, 'workspace.create', { name: 'Spec' });
    await page.goto(new URL('/', studio.url).href);
    await callStudio(page, 'settings.set', { reminderMinutes: 10 });
    const make = (title: string, milliseconds: number): Promise<Post> =>
      callStudio<Post>(page, 'posts.create', {
        change: {
          title,
          body: 'Fresh.',
          status: 'approved',
          targets: [{ format: 'x/post' }, { format: 'zhihu/article' }],
        },
        schedule: { local: wall(milliseconds), zone: 'UTC' },
      });
    const soon = await make('Morning bread', Date.now() + 5 * minute);
    await expect(page.getByText('Due: Morning bread')).toBeVisible();
    await page.getByRole('button', { name: 'Open hand-off' }).click();
    await expect(page).toHaveURL(new RegExp(`#/posts/${soon.id}$`));
    await expect(page.getByRole('dialog', { name: /Morning bread/ })).toContainText('X', { timeout: 60_000 });

    // A night with Galley closed: the clock that was last seen is put back by hand.
    const night = await make('Night shift', Date.now() - 3 * 60 * minute);
    await studio.stop();
    const database = new Database(join(path, 'workspace.db'));
    database
      .prepare('UPDATE reminder_clock SET seen_at = ?')
      .run(new Date(Date.now() - 9 * 60 * minute).toISOString());
    database.close();
    studio = await startStudio({ home, workspace: path });
    await page.goto(studio.url);
    const dialog = page.getByRole('dialog', { name: 'Due while you were away' });
    await expect(dialog.getByRole('listitem')).toHaveCount(1);
    await expect(dialog).toContainText('Night shift');
    await dialog.getByRole('button', { name: 'Later' }).click();
    await expect(dialog).toBeHidden();

    // Seen once, it is no dialog again; Today keeps it until it is dealt with.
    await page.goto(new URL('/', studio.url).href);
    const list = page.getByRole('list', { name: 'Due while you were away' });
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await expect(dialog).toBeHidden();
    await list.getByRole('button', { name: 'More for Night shift' }).click();
    await page.getByRole('menuitem', { name: 'Move to tomorrow, same time' }).click();
    await expect(list).toBeHidden();
    const moved = await callStudio<Post>(page, 'posts.get', { id: night.id });
    expect(moved.schedule?.local.slice(0, 10)).toBe(wall(Date.now() + 24 * 60 * minute).slice(0, 10));
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await list.getByRole('button', { name: 'More for Night shift' }).click();
    await page.getByRole('menuitem', { name: 'Record as posted' }).click();
    await expect(list).toBeHidden();
    const done = await callStudio<Post>(page, 'posts.get', { id: night.id });
    expect(done.targets.map(({ status }) => status)).toEqual(['published', 'published']);
    await studio.stop();
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});
