import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Post } from '#shared/domain/post.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

type Named = { member: { id: string } };
const member = async (page: Page, name: string, role: string): Promise<string> => {
  const body = { role, hue: null, active: true };
  return (await callStudio<Named>(page, 'team.saveMember', { name, body })).member.id;
};

test('who did what tells what was and what became, in both languages, and is saved as a table', async ({
  studioPage: page,
}) => {
  await member(page, 'Ann', 'lead');
  const bo = await member(page, 'Bo', 'creator');
  const targets = [{ format: 'x/post', accountId: null }];
  const post = await callStudio<Post>(page, 'posts.create', {
    change: { title: 'Menu', body: 'Spring menu', status: 'draft', targets },
  });
  const ids = [post.id];
  await callStudio(page, 'plan.change', { ids, change: { campaign: 'Spring' } });
  await callStudio(page, 'plan.change', { ids, change: { status: 'review' } });
  await callStudio(page, 'team.switch', { memberId: bo });
  const { revision } = await callStudio<Post>(page, 'posts.get', { id: post.id });
  await callStudio(page, 'posts.save', {
    ...{ id: post.id, revision },
    change: { title: '=Card', body: 'Summer menu' },
  });

  await page.goto(new URL('/#/settings/team', page.url()).href);
  const trail = page.getByRole('list', { name: 'Who did what' });
  await expect(trail).toContainText('Bo edited title (“Menu” → “=Card”) and text');
  await expect(trail).toContainText('Ann changed campaign (“—” → “Spring”)');
  await expect(trail).toContainText('Ann moved it from Draft to In review');
  // Every kind of deed is written in words: none is left as its name.
  await expect(trail).not.toContainText(/post-|kept-|member-/);

  await page.getByRole('combobox', { name: 'By whom' }).click();
  await page.getByRole('option', { name: 'Bo', exact: true }).click();
  await expect(trail).not.toContainText('Ann');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('who-did-what.csv');
  const rows = (await readFile(await file.path(), 'utf8')).replace('\uFEFF', '').trim().split('\r\n');
  expect(rows[0]).toBe('When,Who,What,About,Kind,Id');
  expect(rows[1]).toMatch(/^2\d{3}-[^,]+Z,Bo,edited title \(“Menu” → “=Card”\) and text,'=Card,post,/);
  expect(rows.slice(1).every((row) => row.includes(',Bo,'))).toBe(true);

  await callStudio(page, 'settings.set', { language: 'zh' });
  await expect(page.getByRole('list', { name: '操作记录' })).toContainText(
    '编辑了标题（“Menu” → “=Card”）和正文',
  );
  await page.getByRole('list', { name: '操作记录' }).getByRole('link', { name: '=Card' }).first().click();
  await expect(page).toHaveURL(new RegExp(`/posts/${post.id}`));
});
