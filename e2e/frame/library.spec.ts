import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { type DroppedFile, droppedFiles } from '../drivers/files.ts';
import { callStudio, expect, hasTestData, test, testData } from '../drivers/studio.ts';

/** A photo with a place in it: Tromsø, as a camera writes it. */
async function photo(path: string, colour: string): Promise<string> {
  await sharp({ create: { width: 900, height: 600, channels: 3, background: colour } })
    .withExif({
      IFD0: { Make: 'Galley' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '69/1 38/1 57/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '18/1 57/1 18/1',
      },
    })
    .jpeg()
    .toFile(path);
  return path;
}

const files = test.extend<{ folder: string }>({
  folder: async ({ browserName }, lend) => {
    const folder = await mkdtemp(join(tmpdir(), `galley-files-${browserName}-`));
    await lend(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

async function openLibrary(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Library' }).click();
  await expect(page.getByRole('search')).toBeVisible();
}

async function pick(page: Page, paths: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await (await chooser).setFiles(paths);
}

/** Files let go over the window, as the desktop does it. */
async function drop(page: Page, dropped: DroppedFile[]): Promise<void> {
  const data = await droppedFiles(page, dropped);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
  await expect(page.getByText('Drop to add to the library')).toBeVisible();
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await expect(page.getByText('Drop to add to the library')).toHaveCount(0);
}

const tile = (page: Page, name: string) => page.getByRole('option', { name });

files('picked, seen, described, trashed and brought back', async ({ studioPage: page, folder }) => {
  await openLibrary(page);
  await pick(page, [await photo(join(folder, 'harbour.jpg'), '#35618e')]);
  await expect(page.getByText('1 added to the library')).toBeVisible();
  await tile(page, 'harbour.jpg').click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByText('900 × 600')).toBeVisible();
  await expect(inspector.getByText(/carries a place \(GPS\)/)).toBeVisible();

  await inspector.getByRole('textbox', { name: 'Alt text' }).fill('A harbour at noon');
  await page.keyboard.press('Tab');
  await expect
    .poll(async () => {
      const { items } = await callStudio<{ items: { alt: string }[] }>(page, 'assets.list');
      return items[0]?.alt;
    })
    .toBe('A harbour at noon');

  const list = page.getByRole('listbox', { name: 'Files' });
  await list.focus();
  await page.keyboard.press('Space');
  const look = page.getByRole('dialog', { name: 'harbour.jpg' });
  await expect(look.getByRole('img', { name: 'A harbour at noon' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(look).toHaveCount(0);
  await expect(list).toBeFocused();

  await page.keyboard.press('Delete');
  await expect(tile(page, 'harbour.jpg')).toHaveCount(0);
  await page
    .getByRole('alert')
    .filter({ hasText: 'moved to the trash' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(tile(page, 'harbour.jpg')).toBeVisible();
});

files(
  'dropped: new ones come in, known ones are named, unreadable ones say why',
  async ({ studioPage: page, folder }) => {
    const known = await photo(join(folder, 'known.jpg'), '#8e5335');
    await openLibrary(page);
    await pick(page, [known]);
    await expect(tile(page, 'known.jpg')).toBeVisible();
    const bytes = await sharp(known).keepMetadata().toBuffer();
    const original = await sharp({
      create: { width: 400, height: 700, channels: 3, background: '#2c6b40' },
    })
      .png()
      .toBuffer();
    await drop(page, [
      { name: 'tall.png', type: 'image/png', bytes: original },
      { name: 'tall again.png', type: 'image/png', bytes: original },
      { name: 'torn.jpg', type: 'image/jpeg', bytes: bytes.subarray(0, 60) },
      { name: 'letter.png', type: 'image/png', bytes: Buffer.from('dear sir or madam') },
    ]);
    const refused = page.getByRole('dialog', { name: '2 not added' });
    await expect(refused.getByText('torn.jpg', { exact: true })).toBeVisible();
    await expect(refused.getByText('letter.png', { exact: true })).toBeVisible();
    for (const item of await refused.getByRole('listitem').all()) {
      // The name, and a sentence that says why and what to do.
      expect((await item.textContent())?.length ?? 0).toBeGreaterThan(40);
    }
    await page.keyboard.press('Enter');
    await expect(refused).toHaveCount(0);
    await expect(page.getByText('1 added, 1 were already in the library')).toBeVisible();
    // The same bytes under two names: the copy that was read first gives its name.
    await expect(page.getByRole('option', { name: /^tall( again)?\.png/ })).toHaveCount(1);
    const { total } = await callStudio<{ total: number }>(page, 'assets.list');
    expect(total).toBe(2);
    await pick(page, [known]);
    await expect(page.getByText('Already in the library (1)')).toBeVisible();
  },
);

files(
  'many files: progress with a count, and they can be cancelled',
  async ({ studioPage: page, folder }) => {
    // Twelve megapixels of grain each: enough work that there is time to cancel on a fast machine too.
    const grain = { type: 'gaussian', mean: 128, sigma: 30 } as const;
    const grainy = await sharp({
      create: { width: 4000, height: 3000, channels: 3, background: '#777777', noise: grain },
    })
      .jpeg()
      .toBuffer();
    const paths = Array.from({ length: 48 }, (_, number) => join(folder, `photo ${number}.jpg`));
    // A byte after the end of the picture makes a file of its own of it.
    for (const [number, path] of paths.entries())
      await writeFile(path, Buffer.concat([grainy, Buffer.from([number])]));
    await openLibrary(page);
    await pick(page, paths);
    await page.getByRole('button', { name: '1 under way' }).click();
    const tray = page.getByRole('dialog', { name: 'Work under way' });
    await expect(tray.getByRole('progressbar')).toBeVisible();
    await expect(tray.getByText(/File \d+ of 48/)).toBeVisible({ timeout: 30_000 });
    await tray.getByRole('button', { name: 'Cancel' }).click();
    await expect(tray.getByText('Cancelled')).toBeVisible();
    const { items } = await callStudio<{ items: { id: string }[] }>(page, 'assets.list');
    expect(items.length).toBeLessThan(48);
    // What had come in before is whole.
    await page.keyboard.press('Escape');
    await expect(page.getByRole('option')).toHaveCount(items.length);
  },
);

files.describe('real camera files', () => {
  files.skip(!hasTestData, 'needs ../shared/testdata');

  files('come in by content, the place marked, a broken one refused', async ({ studioPage: page }) => {
    const whole = [
      'flower.jpg',
      'hopper_orientation_6.jpg',
      'exif_gps.jpg',
      'icc_profile.png',
      'hopper.webp',
    ];
    const names = [...whole, 'broken.png'].map((name) => `pillow__${name}`);
    await openLibrary(page);
    await pick(
      page,
      names.map((name) => join(testData, 'photos', name)),
    );
    const refused = page.getByRole('dialog', { name: '1 not added' });
    await expect(refused.getByText('pillow__broken.png', { exact: true })).toBeVisible({ timeout: 60_000 });
    await page.keyboard.press('Enter');
    const { items } = await callStudio<{ items: { name: string; type: string }[] }>(page, 'assets.list');
    expect(items.map((asset) => asset.name).sort()).toEqual(whole.map((name) => `pillow__${name}`).sort());
    for (const asset of items) expect(asset.type).toMatch(/^image\//);
    await tile(page, 'pillow__exif_gps.jpg').click();
    await expect(page.getByText(/carries a place \(GPS\)/)).toBeVisible();
  });
});
