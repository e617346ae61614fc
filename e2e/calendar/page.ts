import type { Locator, Page } from '@playwright/test';
import type { Post } from '#shared/domain/post.ts';
import { callStudio, expect } from '../drivers/studio.ts';

/** Of the workspace in these specs. */
export const zone = 'Europe/Berlin';

type Draft = { title: string; local?: string; status?: string; formats?: string[]; zone?: string };

/** A post with one X target, where nothing else is said. */
export async function makePost(page: Page, draft: Draft): Promise<Post> {
  return callStudio<Post>(page, 'posts.create', {
    change: {
      title: draft.title,
      status: draft.status ?? 'draft',
      targets: (draft.formats ?? ['x/post']).map((format) => ({ format, overrides: {} })),
    },
    schedule: draft.local === undefined ? null : { local: draft.local, zone: draft.zone ?? zone },
  });
}

/** The calendar at a day, in Berlin. */
export async function openCalendar(
  page: Page,
  day: string,
  view: 'month' | 'week' | 'day' = 'month',
): Promise<void> {
  await callStudio(page, 'workspace.update', { zone });
  await page.evaluate(
    ([shownDay, shownView]) => {
      sessionStorage.setItem('galley.calendar.day', shownDay);
      localStorage.setItem('galley.calendar.view', shownView);
    },
    [day, view] as const,
  );
  await page.goto(new URL('/#/calendar', page.url()).href);
  await expect(page.getByRole('grid')).toBeVisible();
}

export const card = (page: Page, title: string): Locator =>
  page.getByRole('grid').getByRole('button', { name: title });
export const cell = (page: Page, day: string): Locator =>
  page.locator(`[data-calendar-grid] [data-day="${day}"]`);
export const tray = (page: Page): Locator => page.getByRole('complementary', { name: 'No date yet' });
/** Posts without a time. */
export const drafts = (page: Page): Locator => page.getByRole('list', { name: 'No date yet' });
export const timeOf = async (page: Page, id: string): Promise<string | undefined> =>
  (await callStudio<Post>(page, 'posts.get', { id })).schedule?.local;

/** Drags with the mouse in small steps, as a hand does; `at` is the height within the target, 0 to 1. */
export async function drag(page: Page, from: Locator, to: Locator, at = 0.5): Promise<void> {
  const start = await from.boundingBox();
  if (!start) throw new Error('nothing to drag');
  const x = start.x + start.width / 2;
  const y = start.y + 6;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y + 4, { steps: 3 });
  const box = await to.boundingBox();
  if (!box) throw new Error('nowhere to drop');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * at, { steps: 8 });
  await expect(to).toHaveAttribute('data-over', '');
  await page.mouse.up();
}
