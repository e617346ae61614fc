import type { Page } from '@playwright/test';
import { layers } from '#shared/design/layers/registry.ts';
import { violations } from '../drivers/axe.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { slow } from './editor.ts';

/** One layer of each type, side by side on a page of 1000 × 1000. */
function oneOfEach(): object {
  const nodes = Object.entries(layers).map(([type, { defaults }], index) => [
    type,
    {
      ...defaults,
      id: type,
      pageId: 'p',
      order: `a${index}`,
      name: `One ${type}`,
      x: 40 + (index % 3) * 320,
      y: 40 + Math.floor(index / 3) * 320,
      width: 280,
      height: type === 'line' ? 0 : 280,
      ...(type === 'text' ? { text: 'Words 文字' } : {}),
    },
  ]);
  const child = { ...layers.ellipse.defaults, id: 'child', pageId: 'p', parentId: 'group', order: 'a0' };
  return {
    kind: 'design',
    version: 2,
    body: {
      width: 1000,
      height: 1000,
      pages: { p: { id: 'p', name: '', order: 'a0', background: '#ffffff' } },
      nodes: { ...Object.fromEntries(nodes), child: { ...child, name: 'Inside', x: 700, y: 700 } },
    },
  };
}

async function openOneOfEach(page: Page): Promise<void> {
  const made = await callStudio<{ id: string; revision: number }>(page, 'designs.create', {
    name: 'One of each',
    width: 1000,
    height: 1000,
  });
  await callStudio(page, 'designs.save', { ...made, name: 'One of each', document: oneOfEach() });
  await page.goto(new URL(`/#/designs/${made.id}`, page.url()).href);
  await expect(page.getByRole('region', { name: 'Canvas' })).toBeVisible({ timeout: slow });
}

/** Runs a command of the palette by its words. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(words);
  await page.getByRole('option', { name: words }).first().click();
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the editor, ${theme}`, async ({ studioPage: page }) => {
    test.setTimeout(600_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await callStudio(page, 'settings.set', { theme });
    await openOneOfEach(page);
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    const found: string[] = [];
    await page.getByRole('tab', { name: 'Layers', exact: true }).click();
    for (const type of Object.keys(layers)) {
      await page.getByRole('treeitem', { name: `One ${type}` }).click();
      found.push(...(await violations(page, type)));
    }
    for (const name of ['Templates', 'Elements', 'Brand']) {
      await page.getByRole('tab', { name, exact: true }).click();
      found.push(...(await violations(page, `drawer, ${name}`)));
    }
    await page.keyboard.press('Control+e');
    await expect(page.getByRole('dialog', { name: 'Export design' })).toBeVisible();
    found.push(...(await violations(page, 'export')));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    for (const [words, dialog] of [
      ['Versions', /Versions/],
      ['Merge rows', 'Merge rows into designs'],
    ] as const) {
      await command(page, words);
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
      found.push(...(await violations(page, words)));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await page.getByRole('button', { name: 'Sizes', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'One design, every size' })).toBeVisible();
    found.push(...(await violations(page, 'sizes')));
    await page.goto(new URL('/#/settings/brand', page.url()).href);
    await expect(page.getByRole('textbox', { name: /^Value of Accent/ })).toBeVisible();
    found.push(...(await violations(page, 'brand')));
    expect([...new Set(found)]).toEqual([]);
  });
}
