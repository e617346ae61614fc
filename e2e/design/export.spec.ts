import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { openNew, slow } from './editor.ts';

test('a design is exported in each file type, and at twice its size', async ({ studioPage: page }) => {
  test.slow();
  await openNew(page, 300, 200);
  await page.keyboard.press('o');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export design' });
  const run = dialog.getByRole('button', { name: 'Export', exact: true });
  const file = dialog.getByRole('list', { name: 'Exported files' }).getByRole('listitem');

  for (const [label, format, scale] of [
    ['PNG', 'png', '2'],
    ['JPEG', 'jpeg', '1'],
    ['WebP', 'webp', '1'],
  ] as const) {
    await dialog.getByText(label, { exact: true }).click();
    await dialog.getByText(`${scale}×`, { exact: true }).click();
    await run.click();
    const size = `${300 * Number(scale)} × ${200 * Number(scale)}`;
    const made = file.filter({ hasText: `.${format === 'jpeg' ? 'jpg' : format}` }).filter({ hasText: size });
    await expect(made).toHaveCount(1, { timeout: slow });
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: slow }),
      made.getByRole('link', { name: 'Download' }).click(),
    ]);
    const facts = await sharp(await readFile(await download.path())).metadata();
    expect(facts).toMatchObject({ format, width: 300 * Number(scale), height: 200 * Number(scale) });
  }
});

test('a platform’s format is re-arranged, and says when someone should look at it', async ({
  studioPage: page,
}) => {
  test.slow();
  const design = await callStudio<{ id: string }>(page, 'designs.create', {
    name: 'Quote',
    template: (await callStudio<{ id: string; name: { en: string } }[]>(page, 'designs.templates')).find(
      ({ name }) => name.en === 'Quote',
    )?.id,
  });
  await page.goto(new URL(`/#/designs/${design.id}`, page.url()).href);
  await expect(page.getByRole('region', { name: 'Canvas' })).toBeVisible({ timeout: slow });
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export design' });
  await dialog.getByRole('combobox', { name: 'Platform formats' }).fill('Article (news)');
  await page.getByRole('option', { name: /Article \(news\)/ }).click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const made = dialog.getByRole('list', { name: 'Exported files' }).getByRole('listitem');
  await expect(made).toHaveCount(1, { timeout: slow });
  await expect(made).toContainText('900 × 383');
  await expect(made.getByText('Needs review')).toBeVisible();
});
