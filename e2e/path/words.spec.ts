import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Post } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { editor, targets } from '../drivers/composer.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-words-'));
});
test.afterAll(async () => rm(folder, { recursive: true, force: true }));

/** What Word puts on the clipboard, in its own way. */
const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<h1 style='mso-style-name:"标题 1"'><span lang=ZH-CN style='font-family:等线'>秋天的陶器</span></h1>
<p class=MsoNormal><span style='color:#333'>这是本店<b>最好</b>的一批陶器，手工拉坯，每一只都不一样。<o:p></o:p></span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·&nbsp;</span><![endif]>周六上午十点开售</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·&nbsp;</span><![endif]>电话 13800138000</p>
<img src="https://tracker.example/pixel.gif"><script>window.ran = true</script>
<!--EndFragment--></body></html>`;

test('one text becomes right for twelve accounts, and leaves ready to publish', async ({
  studioPage: page,
  context,
}) => {
  test.setTimeout(420_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!/^(http:\/\/(127\.0\.0\.1|localhost)|data:|blob:)/.test(request.url())) foreign.push(request.url());
  });
  const formats = [
    ...['wechat-article/article', 'weibo/post', 'weibo/post', 'xiaohongshu/image', 'douyin/image'],
    ...['x/post', 'instagram/carousel', 'facebook/feed', 'linkedin/post', 'threads/post'],
    ...['bluesky/post', 'mastodon/post'],
  ];
  const members: { format: string; accountId: string }[] = [];
  for (const [index, format] of formats.entries()) {
    const handle = `@kiln${index + 1}`;
    const { id } = await callStudio<KitItem>(page, 'kit.save', {
      kind: 'account',
      name: handle,
      body: { platform: format.split('/')[0], handle, language: null, hue: null, note: '' },
    });
    members.push({ format, accountId: id });
  }
  await callStudio(page, 'kit.save', { kind: 'account-set', name: 'Everywhere', body: { targets: members } });

  const path = join(folder, 'pot.jpg');
  await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#b5703c' } })
    .jpeg()
    .toFile(path);

  await page.goto(new URL('/#/posts', page.url()).href);
  await page.getByRole('button', { name: 'New', exact: true }).first().click();
  await page.getByRole('menuitem', { name: /Post/ }).first().click();
  await expect(editor(page)).toBeVisible();
  const id = /posts\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  const post = () => callStudio<Post>(page, 'posts.get', { id });

  await test.step('twelve accounts at once', async () => {
    await page.getByRole('button', { name: 'Choose targets' }).click();
    await page.getByRole('combobox', { name: 'Find a platform or format' }).fill('everywhere');
    await page.getByRole('option', { name: /^Everywhere/ }).click();
    await page.keyboard.press('Escape');
    await expect(targets(page).getByRole('option')).toHaveCount(13);
    await expect.poll(async () => (await post()).targets.length).toBe(12);
  });

  await test.step('a text from Word comes in clean', async () => {
    await page.getByRole('textbox', { name: 'Title' }).fill('秋天的陶器');
    await editor(page).click();
    await page.evaluate(async (html) => {
      const item = new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }) });
      await navigator.clipboard.write([item]);
    }, fromWord);
    // The clipboard's own cleaning takes Word's marks away; the event carries what other programs get.
    await editor(page).evaluate((element, html) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, fromWord);
    await expect(editor(page).locator('h1')).toHaveText('秋天的陶器');
    await expect(editor(page).locator('ul li')).toHaveCount(2);
    await expect(editor(page).locator('b, strong')).toHaveText('最好');
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('泥土、柴火和时间，慢慢来。'.repeat(20));
    await page.getByRole('textbox', { name: 'Link' }).fill('https://shop.example/pots');
  });

  await test.step('a picture for all', async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('region', { name: 'Media' }).getByRole('button', { name: /^Add/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /files|computer/i })
      .first()
      .click();
    await (await chooser).setFiles(path);
    await expect.poll(async () => (await post()).attachments.length, { timeout: 60_000 }).toBe(1);
  });

  await test.step('checks find the forbidden word and the telephone, and mend them', async () => {
    await page
      .getByRole('radiogroup', { name: /Preview/ })
      .getByText(/^Checks/)
      .click();
    await expect(page.getByText(/最好/).last()).toBeVisible();
    const { targets: checked } = await callStudio<{
      targets: { format: string; findings: { code: string; source?: string }[] }[];
    }>(page, 'posts.check', { id });
    const codes = checked.find(({ format }) => format === 'weibo/post')?.findings ?? [];
    expect(codes.some(({ code }) => /absolute/.test(code))).toBe(true);
    expect(codes.some(({ code }) => /personal|phone/.test(code))).toBe(true);
    await editor(page).click();
    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: 'Find', exact: true }).fill('最好');
    await page.keyboard.press('Escape');
  });

  await test.step('each target gets what it needs', async () => {
    await targets(page).getByRole('option', { name: 'Base text' }).click();
    await page.getByRole('button', { name: 'Adapt all targets' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
    await expect
      .poll(async () => {
        const all = (await post()).targets;
        return Boolean(all.find(({ format }) => format === 'x/post')?.overrides.thread);
      })
      .toBe(true);
    await expect(targets(page).locator('[data-severity=error]')).toHaveCount(0);
  });

  await test.step('seen on every platform at once', async () => {
    await page
      .getByRole('radiogroup', { name: /Preview/ })
      .getByText('Preview', { exact: true })
      .click();
    await page.getByText('All', { exact: true }).click();
    await expect(page.locator('[data-frame-scheme]').first()).toBeVisible();
    expect(await page.locator('[data-frame-scheme]').count()).toBeGreaterThanOrEqual(12);
  });

  await test.step('the packages hold texts, parts of threads, pictures, the article', async () => {
    await page.keyboard.press('Control+Enter');
    const link = page.getByRole('dialog').getByRole('link', { name: 'Download all (ZIP)' });
    await expect(link).toBeVisible({ timeout: 240_000 });
    const zip = join(folder, 'package.zip');
    const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
    await writeFile(zip, await (await page.request.get(address)).body());
    const out = join(folder, 'package');
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, out]);
    const folders = (await readdir(out)).filter((name) => !name.includes('.'));
    expect(folders).toHaveLength(12);
    expect(folders.filter((name) => name.startsWith('weibo-post'))).toEqual(
      expect.arrayContaining(['weibo-post @kiln2', 'weibo-post @kiln3']),
    );
    const thread = (await readdir(join(out, 'x-post @kiln6'))).filter((name) => name.startsWith('thread-'));
    expect(thread.length).toBeGreaterThan(1);
    const article = await readFile(join(out, 'wechat-article-article @kiln1', 'article.html'), 'utf8');
    expect(article).toContain('秋天的陶器');
    expect(article).not.toMatch(/<script|tracker\.example|class=/);
    const picture = await sharp(join(out, 'xiaohongshu-image @kiln4', '01.jpg')).metadata();
    expect([picture.width, picture.height]).toEqual([1440, 1080]);
  });
  expect(foreign).toEqual([]);
});
