import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { droppedFiles } from '../drivers/files.ts';
import { field, openPost, stored, targets } from '../drivers/composer.ts';
import { expect, test } from '../drivers/studio.ts';

const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Previews and checks' });

/** The line of a finding, by its repair. */
const line = (page: Page, repair: string): Locator =>
  panel(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: repair, exact: true }) });

test('repairs of a picture and a recording open the place of the change, and the finding goes with it', async ({
  studioPage: page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'galley-repairs-'));
  try {
    const wide = join(folder, 'wide.png');
    const film = join(folder, 'film.mp4');
    const make = ['-v', 'error', '-f', 'lavfi', '-i'];
    execFileSync('ffmpeg', [...make, 'testsrc2=size=1600x400', '-frames:v', '1', wide]);
    const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
    execFileSync('ffmpeg', [...make, 'testsrc2=size=720x1280:rate=25:duration=8', ...codecs, film]);
    await page.evaluate(() => localStorage.setItem('galley.composer.panel', '"checks"'));
    await page.reload();
    const post = await openPost(page, {
      title: 'Two kinds',
      body: 'Words',
      targets: [
        { format: 'instagram/feed', overrides: {} },
        { format: 'pinterest/video', overrides: { attachments: [] } },
      ],
    });
    const drop = async (name: string, type: string, path: string): Promise<void> => {
      const dropped = await droppedFiles(page, [{ name, type, bytes: await readFile(path) }]);
      await field(page, 'attachments').locator('> div').dispatchEvent('drop', { dataTransfer: dropped });
      await expect(field(page, 'attachments').getByRole('listitem')).toHaveCount(1);
    };
    await drop('wide.png', 'image/png', wide);
    await line(page, 'Crop to fit').getByRole('button', { name: 'Crop to fit' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('wide.png');
    await dialog.getByText('1:1', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(line(page, 'Crop to fit')).toHaveCount(0);
    // The keyboard is not lost with the dialog.
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');

    await targets(page).getByRole('option').nth(2).click();
    await drop('film.mp4', 'video/mp4', film);
    await line(page, 'Choose a cover').getByRole('button', { name: 'Choose a cover' }).click();
    await expect(dialog).toContainText('film.mp4');
    await expect(dialog.getByLabel('Cover at')).toBeFocused();
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await expect(line(page, 'Choose a cover')).toHaveCount(0);
    expect((await stored(page, post.id)).targets[1]?.overrides.attachments?.[0]?.coverAt).toBe(3);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
