import type { Locator, Page } from '@playwright/test';
import type { Post } from '#shared/domain/post.ts';
import { callStudio, expect } from './studio.ts';

/** The text of the post that is open. */
export const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Text', exact: true });

export const targets = (page: Page): Locator => page.getByRole('listbox', { name: 'Targets' });

/** The frame of one field: `title`, `hashtags` … */
export const field = (page: Page, name: string): Locator => page.locator(`[data-field=${name}]`);

/** The post as it is stored. */
export const stored = (page: Page, id: string): Promise<Post> => callStudio<Post>(page, 'posts.get', { id });

/** Makes a post and opens it, ready to type. */
export async function openPost(
  page: Page,
  change: object = {},
  schedule: object | null = null,
): Promise<Post> {
  const post = await callStudio<Post>(page, 'posts.create', { change, schedule });
  await page.goto(new URL(`/#/posts/${post.id}`, page.url()).href);
  await expect(editor(page)).toBeVisible();
  return post;
}
