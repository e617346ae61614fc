import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { openNew, slow } from './editor.ts';

interface OpenExport {
  dialog: Locator;
  run: Locator;
  files: Locator;
}

async function openExport(page: Page): Promise<OpenExport> {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export design' });
  return {
    dialog,
    run: dialog.getByRole('button', { name: 'Export', exact: true }),
    files: dialog.getByRole('list', { name: 'Exported files' }).getByRole('listitem'),
  };
}

/** The bytes of an exported file, fetched as its download button does. */
async function download(page: Page, file: Locator): Promise<Buffer> {
  const [downloaded] = await Promise.all([
    page.waitForEvent('download', { timeout: slow }),
    file.getByRole('link', { name: 'Download' }).click(),
  ]);
  return readFile(await downloaded.path());
}

test('a design is exported in each file type, up to three times its size', async ({ studioPage: page }) => {
  test.slow();
  await openNew(page, 300, 200);
  await page.keyboard.press('o');
  await page.keyboard.press('Escape');
  const { dialog, run, files } = await openExport(page);

  for (const [label, format, scale] of [
    ['PNG', 'png', 3],
    ['JPEG', 'jpeg', 1],
    ['WebP', 'webp', 2],
  ] as const) {
    await dialog.getByRole('radio', { name: label }).check({ force: true });
    await dialog.getByText(`${scale}×`, { exact: true }).click();
    await expect(dialog.getByText(`${300 * scale} × ${200 * scale} px`)).toBeVisible();
    await run.click();
    const made = files
      .filter({ hasText: `.${format === 'jpeg' ? 'jpg' : format}` })
      .filter({ hasText: `${300 * scale} × ${200 * scale}` });
    await expect(made).toHaveCount(1, { timeout: slow });
    const facts = await sharp(await download(page, made)).metadata();
    expect(facts).toMatchObject({ format, width: 300 * scale, height: 200 * scale });
    expect(facts.icc).toBeDefined();
    expect(facts.exif).toBeUndefined();
  }

  await dialog.getByRole('radio', { name: 'SVG' }).check({ force: true });
  await dialog.getByText('1×', { exact: true }).click();
  await run.click();
  const svg = files.filter({ hasText: '.svg' });
  await expect(svg).toHaveCount(1, { timeout: slow });
  expect((await download(page, svg)).toString()).toMatch(/<svg[^>]*viewBox="0 0 300 200"[\s\S]*<ellipse/);

  await dialog.getByRole('radio', { name: 'PDF' }).check({ force: true });
  await run.click();
  const pdf = files.filter({ hasText: '.pdf' });
  await expect(pdf).toHaveCount(1, { timeout: slow });
  const bytes = (await download(page, pdf)).toString('latin1');
  expect(bytes.startsWith('%PDF-')).toBe(true);
  expect(bytes).toContain('/MediaBox [0 0 225 150]');

  // What was chosen last is chosen again.
  await page.keyboard.press('Escape');
  const again = await openExport(page);
  await expect(again.dialog.getByRole('radio', { name: 'PDF' })).toBeChecked();
  await expect(again.files.filter({ hasText: '.pdf' })).toHaveCount(1);
});

test('platform formats are re-arranged, come as a ZIP, and say when someone should look', async ({
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
  const { dialog, run, files } = await openExport(page);
  await dialog.getByRole('radio', { name: 'PNG' }).check({ force: true });
  await dialog.getByRole('textbox', { name: 'Find a size' }).fill('Article (news)');
  await dialog.getByRole('checkbox', { name: /Article \(news\)/ }).check();
  await expect(dialog.getByText('Files: 2')).toBeVisible();
  await run.click();
  await expect(files).toHaveCount(2, { timeout: slow });
  const made = files.filter({ hasText: '900 × 383' });
  await expect(made).toHaveCount(1);
  await expect(made.getByText('Needs review')).toBeVisible();
  const [zip] = await Promise.all([
    page.waitForEvent('download', { timeout: slow }),
    dialog.getByRole('link', { name: 'All as ZIP' }).click(),
  ]);
  expect((await readFile(await zip.path())).subarray(0, 2).toString()).toBe('PK');
});

test('the selection goes to a file without paper, and to the clipboard', async ({ studioPage: page }) => {
  test.slow();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openNew(page, 300, 200);
  await page.keyboard.press('o');
  await page.keyboard.press('Control+Shift+e');
  const dialog = page.getByRole('dialog', { name: 'Export design' });
  await expect(dialog.getByText('Files: 1')).toBeVisible();
  await dialog.getByRole('radio', { name: 'PNG' }).check({ force: true });
  await dialog.getByText('1×', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const made = dialog.getByRole('list', { name: 'Exported files' }).getByRole('listitem');
  await expect(made).toHaveCount(1, { timeout: slow });
  await expect(made).toContainText('selection');
  const alone = sharp(await download(page, made));
  const { width, height } = await alone.metadata();
  expect(width).toBeLessThan(300);
  expect(height).toBeLessThan(200);
  // The corner of an ellipse's box shows nothing.
  expect((await alone.ensureAlpha().raw().toBuffer())[3]).toBe(0);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+c');
  await expect(page.getByText('Copied as a picture.')).toBeVisible();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap(await (item as ClipboardItem).getType('image/png'));
    return [picture.width, picture.height];
  });
  expect(copied).toEqual([width, height]);
});
