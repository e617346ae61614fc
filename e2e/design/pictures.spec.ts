import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { ImageNode } from '#shared/design/layers/image.ts';
import type { Asset } from '#shared/domain/asset.ts';
import { droppedFiles } from '../drivers/files.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { drag, idOf, ofType, openNew, pointer, slow, stored } from './editor.ts';

/** A red mug-like square before a white wall. */
async function productPhoto(): Promise<Buffer> {
  const [width, height] = [600, 400];
  const data = Buffer.alloc(width * height * 3, 245);
  for (let y = 100; y < 300; y += 1) {
    for (let x = 200; x < 400; x += 1) data.set([190, 30, 40], (y * width + x) * 3);
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** Drops a file on the middle of the page, as from a folder of the system. */
async function dropPhoto(page: Page, bytes: Buffer, name: string): Promise<void> {
  const files = await droppedFiles(page, [{ name, type: 'image/jpeg', bytes }]);
  const paper = await page.locator('[data-paper]').boundingBox();
  if (!paper) throw new Error('The page is not on the screen.');
  await page.locator('[data-canvas]').dispatchEvent('drop', {
    dataTransfer: files,
    clientX: paper.x + paper.width / 2,
    clientY: paper.y + paper.height / 2,
  });
}

async function onlyImage(page: Page): Promise<ImageNode> {
  const image = ofType(await stored(page), 'image')[0];
  if (!image) throw new Error('There is no picture on the page.');
  return image;
}

/** The first page of the open design, painted to a file and read back. */
async function painted(page: Page) {
  const { jobId } = await callStudio<{ jobId: string }>(page, 'designs.render', { id: idOf(page) });
  type Listed = { id: string; state: string; result: { files: { path: string }[] } };
  let path = '';
  await expect
    .poll(
      async () => {
        const job = (await callStudio<Listed[]>(page, 'jobs.list')).find(({ id }) => id === jobId);
        path = job?.result?.files[0]?.path ?? '';
        return job?.state;
      },
      { timeout: slow },
    )
    .toBe('done');
  const { data, info } = await sharp(readFileSync(path)).ensureAlpha().raw().toBuffer({
    resolveWithObject: true,
  });
  return (x: number, y: number): number[] => [...data.subarray((y * info.width + x) * 4).subarray(0, 4)];
}

test('a picture is cropped and straightened in place, given a look, cut out and restored', async ({
  studioPage: page,
}) => {
  test.slow();
  await openNew(page, 1000, 1000);
  await dropPhoto(page, await productPhoto(), 'mug.jpg');
  await expect(page.getByRole('heading', { name: 'Looks' })).toBeVisible({ timeout: slow });
  const placed = await onlyImage(page);
  const at = await pointer(page, await stored(page));
  const middle = { x: placed.x + placed.width / 2, y: placed.y + placed.height / 2 };

  await test.step('crop: the frame follows its handle, the picture the hand; one step of undo', async () => {
    const centre = at(middle.x, middle.y);
    await page.mouse.dblclick(centre.x, centre.y);
    const area = page.getByRole('application', { name: /^Crop/ });
    await expect(area).toBeFocused({ timeout: slow });
    const right = at(placed.x + placed.width, middle.y);
    await drag(page, right, { x: right.x - 60, y: right.y });
    await page.getByRole('textbox', { name: 'Straighten' }).fill('8');
    await page.keyboard.press('Enter');
    await area.focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(area).toBeHidden();
    const cropped = await onlyImage(page);
    expect(cropped.straighten).toBe(8);
    expect(cropped.width).toBeLessThan(placed.width - 20);
    expect(cropped.height).toBe(placed.height);
    expect(cropped.x).toBeCloseTo(placed.x, 3);
    await page.keyboard.press('Control+z');
    expect(await onlyImage(page)).toEqual(placed);
    await page.keyboard.press('Control+Shift+z');
    expect(await onlyImage(page)).toEqual(cropped);
  });

  await test.step('Escape leaves the crop as it was', async () => {
    const before = await onlyImage(page);
    await page.keyboard.press('c');
    await expect(page.getByRole('application', { name: /^Crop/ })).toBeFocused({ timeout: slow });
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('.');
    await page.keyboard.press('Escape');
    expect(await onlyImage(page)).toEqual(before);
    await page.keyboard.press('Control+z');
  });

  await test.step('a look is on the page, in the file, and gone with a reset', async () => {
    await page.getByRole('button', { name: 'Mono' }).click();
    await page.getByRole('slider', { name: 'Exposure' }).focus();
    for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowRight');
    expect((await onlyImage(page)).adjust).toEqual({ preset: 'mono', exposure: 10 });
    const [red = 0, green = 0, blue = 0] = (await painted(page))(middle.x, middle.y);
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(4);
    await page.getByRole('button', { name: 'Reset looks' }).click();
    expect((await onlyImage(page)).adjust).toBeUndefined();
  });

  await test.step('the wall goes and comes back', async () => {
    await page.getByRole('button', { name: 'Remove background…' }).click();
    await expect(page.getByRole('img', { name: 'Preview without the background' })).toBeVisible();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Restore original' })).toBeVisible({ timeout: slow });
    const cut = await onlyImage(page);
    expect(cut.originalAssetId).toBe(placed.assetId);
    const asset = await callStudio<Asset>(page, 'assets.get', { id: cut.assetId });
    expect(asset).toMatchObject({ name: 'mug cut out.png', hasAlpha: true, width: 600, height: 400 });
    const pixel = await painted(page);
    expect(pixel(Math.round(placed.x) + 20, Math.round(placed.y) + 20)).toEqual([255, 255, 255, 255]);
    expect(pixel(middle.x, middle.y)[0]).toBeGreaterThan(150);
    await page.getByRole('button', { name: 'Restore original' }).click();
    const back = await onlyImage(page);
    expect([back.assetId, back.originalAssetId]).toEqual([placed.assetId, undefined]);
  });
});
