import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Post } from '#shared/domain/post.ts';
import { editor, openPost, stored } from '../drivers/composer.ts';
import { droppedFiles } from '../drivers/files.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const fixtures = join(import.meta.dirname, '../../src-shared/rich/html/fixtures');
const fixture = (name: string): Promise<string> => readFile(join(fixtures, `${name}.html`), 'utf8');

async function typeIn(page: Page, change: object = {}): Promise<Post> {
  const post = await openPost(page, change);
  await editor(page).click();
  return post;
}

const body = async (page: Page, post: Post): Promise<string> => (await stored(page, post.id)).body;

/** Pastes as a browser does: an event with everything the clipboard holds. */
async function paste(page: Page, forms: Record<string, string>): Promise<void> {
  await editor(page).evaluate((target, given) => {
    const data = new DataTransfer();
    for (const [type, words] of Object.entries(given)) data.setData(type, words);
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, forms);
}

async function drop(page: Page, name: string, words: string): Promise<void> {
  const dropped = await droppedFiles(page, [{ name, type: '', bytes: Buffer.from(words) }]);
  await editor(page).dispatchEvent('drop', { dataTransfer: dropped });
}

test('texts of other programs keep their form and nothing else', async ({ studioPage: page }) => {
  const post = await typeIn(page);
  await paste(page, { 'text/html': await fixture('word'), 'text/plain': 'x' });
  await expect(editor(page).locator('h1')).toHaveText('Spring campaign');
  await expect(editor(page).locator('h2')).toHaveText('Goals');
  await expect(editor(page).getByRole('link', { name: 'plan' })).toBeVisible();
  await expect(editor(page).locator('ul > li').first()).toHaveText('First point');
  await expect(editor(page).locator('table tr')).toHaveCount(2);
  await expect(editor(page).locator('table th')).toHaveCount(2);
  await expect(page.getByText('Pictures that came without a file: 1')).toBeVisible();
  await expect.poll(() => body(page, post)).toContain('| 小红书 | 12 |');
  expect(await editor(page).innerHTML()).not.toMatch(/mso|Mso|font-family|<o:p/);

  await page.keyboard.press('Control+z');
  await expect(editor(page)).toHaveText('');
  await paste(page, { 'text/html': await fixture('google-docs') });
  await expect(editor(page).locator('h1')).toHaveText('Launch notes');
  await expect(editor(page).locator('p').first()).toHaveCSS('text-align', 'center');
  await expect.poll(() => body(page, post)).toContain('- [x] ~~Done~~');

  await page.keyboard.press('Control+z');
  await paste(page, { 'text/html': await fixture('wechat') });
  await expect.poll(() => body(page, post)).toContain('第三家店');
  await expect(editor(page).getByText('https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg')).toBeVisible();
  await expect(editor(page).locator('img[src^=http]')).toHaveCount(0);
  await page.reload();
  await expect(editor(page).getByText('这个春天')).toBeVisible();
});

test('cells of a sheet become a table, also inside a text', async ({ studioPage: page }) => {
  const post = await typeIn(page, { body: 'Before' });
  await page.keyboard.press('Control+End');
  await paste(page, { 'text/html': await fixture('google-sheets'), 'text/plain': 'City\tShops' });
  await expect(editor(page).locator('table th')).toHaveText(['City', 'Shops']);
  await expect.poll(() => body(page, post)).toContain('| City | Shops |');
  expect(await body(page, post)).toMatch(/^Before/);
});

test('hostile HTML runs nothing and asks for nothing', async ({ studioPage: page }) => {
  const post = await typeIn(page);
  const own = new URL(page.url()).origin;
  const asked: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !url.startsWith('data:') && !url.startsWith('blob:')) asked.push(url);
  });
  const said: string[] = [];
  page.on('dialog', (dialog) => said.push(dialog.message()));
  await paste(page, { 'text/html': await fixture('hostile'), 'text/plain': 'plain' });
  await expect(editor(page).getByText('kept words')).toBeVisible();
  await expect(editor(page).getByText('form words')).toBeVisible();
  await expect.poll(() => body(page, post)).toContain('kept words');
  // The preview, a reload and a second reading of the stored text are as quiet.
  await page.reload();
  await expect(editor(page).getByText('kept words')).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'hacked') as unknown)).toBeUndefined();
  const links = await editor(page)
    .locator('a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links).toEqual(['https://ok.example/']);
  expect(await editor(page).locator('script, iframe, svg image, style, form, object, embed').count()).toBe(0);
  expect({ asked, said }).toEqual({ asked: [], said: [] });
});

test('long and deep HTML is pasted', async ({ studioPage: page }) => {
  await typeIn(page);
  await paste(page, { 'text/html': `${'<div><b>'.repeat(20_000)}deep words` });
  await expect(editor(page).getByText('deep words')).toBeVisible();
  await page.keyboard.press('Control+z');
  const style = 'font-family:Arial;font-size:11pt;color:#000000;'.repeat(100);
  const long = `<p style="${style}">words <b>bold</b></p>`.repeat(420);
  expect(long.length).toBeGreaterThan(1_900_000);
  await paste(page, { 'text/html': long });
  await expect(editor(page).locator('p')).toHaveCount(420);
});

test('plain words keep their lines; Markdown is read, and plain again when asked', async ({
  studioPage: page,
}) => {
  const post = await typeIn(page);
  await paste(page, { 'text/plain': 'one\r\ntwo\r\n\r\n#春天 three' });
  await expect.poll(() => body(page, post)).toBe('one\ntwo\n\n#春天 three');

  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await paste(page, { 'text/plain': '## Head\n\n- [x] done\n- [ ] open\n\n**bold**' });
  await expect(editor(page).locator('h2')).toHaveText('Head');
  await expect.poll(() => body(page, post)).toBe('## Head\n- [x] done\n- [ ] open\n**bold**');
  await page.getByRole('button', { name: 'Paste as plain text' }).click();
  await expect(editor(page)).toContainText('## Head');
  await expect(editor(page).locator('h2')).toHaveCount(0);

  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.down('Control');
  await page.keyboard.down('Shift');
  await editor(page).dispatchEvent('keydown', { key: 'V', code: 'KeyV', ctrlKey: true, shiftKey: true });
  await paste(page, { 'text/html': '<h1>Rich</h1>', 'text/plain': '# Rich' });
  await page.keyboard.up('Shift');
  await page.keyboard.up('Control');
  await expect(editor(page)).toHaveText('# Rich');
  await expect(editor(page).locator('h1')).toHaveCount(0);
});

test('an address over chosen words makes them a link', async ({ studioPage: page }) => {
  const post = await typeIn(page, { body: 'our plan' });
  await page.keyboard.press('Control+a');
  await paste(page, { 'text/plain': 'https://example.com/plan' });
  await expect.poll(() => body(page, post)).toBe('[our plan](https://example.com/plan)');
  await page.keyboard.press('Control+a');
  await paste(page, { 'text/plain': 'javascript:alert(1)' });
  await expect(editor(page)).toHaveText('javascript:alert(1)');
  await expect(editor(page).locator('a')).toHaveCount(0);
});

test('a picture that comes inside HTML goes into the library', async ({ studioPage: page }) => {
  const post = await typeIn(page);
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 40;
    canvas.height = 30;
    canvas.getContext('2d')?.fillRect(5, 5, 20, 10);
    return canvas.toDataURL('image/png');
  });
  await paste(page, { 'text/html': `<p>Look:</p><img src="${data}" alt="A box">` });
  await expect(editor(page).getByRole('img', { name: 'A box' })).toBeVisible();
  await expect.poll(() => body(page, post)).toMatch(/!\[A box\]\(asset:[\w-]+\)/);
  expect(JSON.stringify(await callStudio(page, 'posts.get', { id: post.id }))).not.toContain('data:image');
});

test('files of text are dropped, imported and saved; the text is copied as Markdown and HTML', async ({
  studioPage: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const post = await typeIn(page, { title: 'Plan: May' });
  await drop(page, 'plan.md', '# Plan\n\nwrapped\nwords\n\n> [!TIP]\n> hint');
  await expect(editor(page).locator('h1')).toHaveText('Plan');
  await expect.poll(() => body(page, post)).toContain('wrapped words\n> [!TIP] hint');

  const run = async (name: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill(name);
    await page.getByRole('option', { name }).first().click();
  };
  await run('Copy as Markdown');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('# Plan\n\nwrapped words\n\n> [!TIP]\n> hint\n');
  await run('Copy as HTML');
  const html = () =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return item?.types.includes('text/html') ? (await item.getType('text/html')).text() : '';
    });
  await expect.poll(html).toContain('<h1>Plan</h1>');

  const saved = page.waitForEvent('download');
  await run('Save as HTML file');
  const download = await saved;
  expect(download.suggestedFilename()).toBe('Plan May.html');
  const file = await readFile(await download.path(), 'utf8');
  expect(file).toContain('<blockquote data-callout="tip"><p>hint</p></blockquote>');

  const chooser = page.waitForEvent('filechooser');
  await run('Import Markdown, HTML or text');
  await (await chooser).setFiles({
    name: 'more.html',
    mimeType: 'text/html',
    buffer: Buffer.from('<h2>More</h2><script>window.hacked = 1</script>'),
  });
  await page.getByRole('button', { name: 'Add at the end' }).click();
  await expect.poll(() => body(page, post)).toMatch(/hint\n+## More$/);
  await expect(editor(page).locator('h2')).toHaveText('More');
});
