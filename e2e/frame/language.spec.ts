import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { callStudio, expect, type RunningStudio, startStudio, test } from '../drivers/studio.ts';
import { openSample, visit } from './screens.ts';

let studio: RunningStudio;
let paths: Record<string, string>;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  studio = await startStudio();
  const context = await browser.newContext({ viewport: { width: 1024, height: 700 }, locale: 'en-GB' });
  page = await context.newPage();
  await page.goto(studio.url);
  paths = await openSample(page, 'zh');
  await page.goto(new URL('/', studio.url).href);
});

test.afterAll(async () => {
  await page.context().close();
  await studio.stop();
});

async function speak(language: 'zh' | 'en'): Promise<void> {
  await callStudio(page, 'settings.set', { language });
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en');
}

const localesFolder = join(import.meta.dirname, '../../resources/locales');

/**
 * English sentences and words whose Chinese is different: none of them may be seen in a Chinese window. Not those of
 * the previews, which speak as a platform does to its readers.
 */
function untranslatedWords(): Set<string> {
  const words = new Set<string>();
  for (const file of readdirSync(join(localesFolder, 'en'))) {
    if (file.startsWith('preview')) continue;
    const read = (language: string): Record<string, string> =>
      JSON.parse(readFileSync(join(localesFolder, language, file), 'utf8')) as Record<string, string>;
    const chinese = read('zh');
    for (const [key, text] of Object.entries(read('en')))
      if (chinese[key] !== text && !text.includes('{') && /\p{L}{3}/u.test(text)) words.add(text);
  }
  return words;
}

/** Every text and name a person can see or hear, one entry per text node or attribute. */
const spoken = () =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('script, style')) found.push(node.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], img[alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        found.push(element.getAttribute(name) ?? '');
    return found.map((text) => text.trim()).filter((text) => text !== '');
  });

test('no English word of ours on any screen in Chinese', async () => {
  test.setTimeout(300_000);
  await speak('zh');
  const english = untranslatedWords();
  const found: string[] = [];
  for (const [name, path] of Object.entries(paths)) {
    await visit(page, path);
    for (const text of await spoken()) if (english.has(text)) found.push(`${name}: ${text}`);
  }
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('combobox').last()).toBeFocused();
  for (const text of await spoken()) if (english.has(text)) found.push(`palette: ${text}`);
  await page.keyboard.press('Escape');
  expect([...new Set(found)]).toEqual([]);
});

for (const density of ['compact', 'comfortable'] as const)
  for (const language of ['zh', 'en'] as const)
    test(`nothing scrolls sideways at 1024 × 700, ${density}, ${language}`, async () => {
      test.setTimeout(300_000);
      await callStudio(page, 'settings.set', { density });
      await speak(language);
      const wide: string[] = [];
      for (const [name, path] of Object.entries(paths)) {
        await visit(page, path);
        const found = await page.evaluate(() =>
          [
            document.documentElement,
            document.body,
            ...document.querySelectorAll('main, main *, header, footer, nav, aside, aside *'),
          ]
            .filter((element) => {
              const { overflowX } = getComputedStyle(element);
              const scrolls =
                overflowX === 'auto' || overflowX === 'scroll' || element === document.documentElement;
              return scrolls && element.scrollWidth > element.clientWidth + 1;
            })
            .map(
              (element) =>
                `${element.tagName.toLowerCase()}.${element.className} ${element.scrollWidth} > ${element.clientWidth}`,
            ),
        );
        wide.push(...found.map((each) => `${name}: ${each}`));
      }
      expect(wide).toEqual([]);
    });

test('switching the language keeps what was typed, the open dialog and the place in a list', async () => {
  await callStudio(page, 'settings.set', { density: 'compact' });
  await speak('en');
  await visit(page, '/posts');
  const search = page.getByRole('search').getByRole('textbox').first();
  await search.fill('a');
  await speak('zh');
  await expect(search).toHaveValue('a');
  await search.fill('');
  await visit(page, '/settings/rules');
  /** Where the long list of rules stands; moves it first when told. */
  const place = (to: number | null) =>
    page.evaluate((top) => {
      const scroller = [...document.querySelectorAll('main *')].find(
        (element) =>
          element.scrollHeight > element.clientHeight + 400 &&
          ['auto', 'scroll'].includes(getComputedStyle(element).overflowY),
      );
      if (scroller && top !== null) scroller.scrollTop = top;
      return scroller?.scrollTop;
    }, to);
  expect(await place(300)).toBe(300);
  await speak('en');
  // Lines of another length: the same row stays in sight, to within a row's height.
  expect(Math.abs(((await place(null)) ?? 0) - 300)).toBeLessThan(40);

  await page.keyboard.press('ControlOrMeta+K');
  const field = page.getByRole('dialog').getByRole('combobox');
  await field.fill('post');
  await speak('zh');
  await expect(field).toHaveValue('post');
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleName('搜索与命令');
  await page.keyboard.press('Escape');
  await speak('en');
});
