import { violations } from '../drivers/axe.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { furnish, walkComposer, walkSettings } from './scenes.ts';

/** Previews and articles are drawn in the colours of others; small pictures of themes are no text to read. */
const drawings = 'figure[data-target], [role="document"], [aria-hidden="true"]';

for (const [theme, language] of [
  ['light', 'en'],
  ['dark', 'zh'],
] as const) {
  test(`axe finds nothing serious in the composer and its settings, and the focus comes back: ${theme}, ${language}`, async ({
    studioPage: page,
  }) => {
    test.setTimeout(900_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const post = await furnish(page);
    await callStudio(page, 'settings.set', { theme, language });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
    const found: string[] = [];
    const look = async (name: string, part?: string): Promise<void> => {
      found.push(...(await violations(page, name, part, drawings)));
    };
    await walkComposer(page, language, post, look);
    await walkSettings(page, language, look);
    expect(found).toEqual([]);
  });
}
