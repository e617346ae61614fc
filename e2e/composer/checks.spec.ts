import type { Page } from '@playwright/test';
import type { Post } from '#shared/domain/post.ts';
import { editor } from '../drivers/composer.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const body = '这是**国家级**的茶，最近很好喝。电话 13800138000，{{name}}';

async function openChecks(page: Page): Promise<Post> {
  const targets = ['weibo/post', 'x/post'].map((format) => ({ format, overrides: {} }));
  const disclosure = { advertising: true, synthetic: false };
  const post = await callStudio<Post>(page, 'posts.create', {
    change: { title: '春茶', body, disclosure, targets },
  });
  await page.evaluate(() => localStorage.setItem('galley.composer.panel', '"checks"'));
  await page.goto(new URL(`/#/posts/${post.id}`, page.url()).href);
  await page.reload();
  await expect(panel(page).getByText('“国家级” is an absolute claim')).toBeVisible();
  return post;
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'Previews and checks' });

test('a finding tells its reason, stands once for all targets, and marks its words', async ({
  studioPage: page,
}) => {
  await openChecks(page);
  const line = panel(page).getByRole('listitem').filter({ hasText: '“国家级” is an absolute claim' });
  await expect(line).toHaveCount(1);
  await expect(line.getByRole('img', { name: 'Targets: 2' })).toBeVisible();
  await line.getByRole('button', { name: 'Why', exact: true }).click();
  await expect(line).toContainText('广告法');
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('galley-finding-warning') ?? [])].flatMap((range) =>
        range instanceof Range ? [range.toString()] : [],
      ),
    );
  await expect.poll(marked).toContain('国家级');
  await line.getByRole('button', { name: '“国家级” is an absolute claim' }).click();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('国家级');
});

test('findings are mended in the words, one or all, and back again', async ({ studioPage: page }) => {
  const post = await openChecks(page);
  const phone = panel(page).getByRole('listitem').filter({ hasText: 'is a mobile number' });
  await phone.getByRole('button', { name: 'Hide it', exact: true }).click();
  await expect(editor(page)).toContainText('电话 ●●●●●●●●●●●');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(editor(page)).toContainText('13800138000');
  await panel(page).getByRole('button', { name: 'Mend all' }).click();
  await expect(editor(page)).toHaveText('广告｜这是的茶，最近很好喝。电话 ●●●●●●●●●●●，{{name}}');
  await expect(panel(page).getByText('“{{name}}” is still to be filled in.')).toBeVisible();
  await expect
    .poll(async () => (await callStudio<Post>(page, 'posts.get', { id: post.id })).body)
    .not.toContain('国家级');
});

test('a word list that is switched off checks the plan anew and shows the difference', async ({
  studioPage: page,
}) => {
  await openChecks(page);
  await page.goto(new URL('/#/settings/checks', page.url()).href);
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Posts:' })).toBeVisible();
  await page.goto(new URL('/#/settings/words', page.url()).href);
  await page.getByRole('button', { name: /^Absolute claims \(China\)/ }).click();
  await page.getByRole('textbox', { name: 'Try it' }).fill('国家级的茶，最近第一次来');
  await expect(page.locator('mark')).toHaveText(['国家级']);
  await page.getByRole('switch', { name: 'Use “Absolute claims (China)”' }).click({ force: true });
  await page.getByRole('button', { name: 'Look' }).click();
  const changed = page.getByRole('region', { name: 'What the last change did' });
  await expect(changed).toContainText('“国家级” is an absolute claim');
  await expect(changed.getByRole('img', { name: 'Gone' })).toBeVisible();
});
