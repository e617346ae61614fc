import type { Browser, Page } from '@playwright/test';
import { violations } from '../drivers/axe.ts';
import { callStudio, expect, type RunningStudio, startStudio, test } from '../drivers/studio.ts';
import { openSample, visit } from './screens.ts';

let studio: RunningStudio;
let paths: Record<string, string>;
let page: Page;

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const opened = await context.newPage();
  await opened.goto(studio.url);
  return opened;
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  studio = await startStudio();
  page = await openPage(browser);
  paths = await openSample(page, 'en');
  await page.goto(new URL('/', studio.url).href);
});

test.afterAll(async () => {
  await page.context().close();
  await studio.stop();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any screen, ${theme}`, async () => {
    test.setTimeout(600_000);
    await callStudio(page, 'settings.set', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    const found: string[] = [];
    for (const [name, path] of Object.entries(paths)) {
      // What a scrolled page hides, axe takes for not there: settings are long, and shown whole.
      await page.setViewportSize({ width: 1440, height: name.startsWith('settings') ? 2400 : 900 });
      await visit(page, path);
      if (name === 'library') await page.getByRole('option').first().click();
      found.push(...(await violations(page, name)));
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await visit(page, '/posts');
    await page.keyboard.press('ControlOrMeta+K');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    found.push(...(await violations(page, 'palette')));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys of this screen' })).toBeVisible();
    found.push(...(await violations(page, 'keys')));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('button', { name: 'Work under way' }).click();
    await expect(page.getByRole('dialog', { name: 'Work under way' })).toBeVisible();
    found.push(...(await violations(page, 'job tray')));
    await page.keyboard.press('Escape');
    expect(found).toEqual([]);
  });
}

/** Whether the focused element shows that it is: an outline, a ring, or (rows of a list) a marked option. */
const focusShows = () =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return false;
    const around = [focused, focused.parentElement].filter((element) => element !== null);
    return (
      focused.getAttribute('aria-activedescendant') !== null ||
      around.some((element) => {
        const style = getComputedStyle(element);
        return (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none';
      })
    );
  });

test('the rail by keyboard: Tab shows the focus, Enter goes, Alt and a digit go from anywhere', async () => {
  await visit(page, '/');
  await page.getByRole('link', { name: 'Today' }).focus();
  for (const name of ['Calendar', 'Campaigns', 'Posts']) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name })).toBeFocused();
    expect(await focusShows()).toBe(true);
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/posts$/);
  await expect(page.getByRole('link', { name: 'Posts' })).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Alt+7');
  await expect(page).toHaveURL(/#\/library$/);
});

test('the palette by keyboard: opens, finds, goes; Escape gives the focus back', async () => {
  await visit(page, '/');
  const opener = page.getByRole('button', { name: 'Search and commands' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('dialog').getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('Insights');
  await expect(page.getByRole('option', { selected: true })).toContainText('Insights');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/insights$/);
});

test('the job tray keeps the focus inside and gives it back', async () => {
  await visit(page, '/');
  const tray = page.getByRole('button', { name: 'Work under way' });
  await tray.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Work under way' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tray).toBeFocused();
});

test('with reduced motion nothing lasts', async () => {
  await visit(page, '/posts');
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('dialog')).toBeVisible();
  const longest = await page.evaluate(() =>
    Math.max(
      0,
      ...[...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return [...transitionDuration.split(','), ...animationDuration.split(',')].map(Number.parseFloat);
      }),
    ),
  );
  expect(longest).toBeLessThan(0.01);
  await page.keyboard.press('Escape');
});
