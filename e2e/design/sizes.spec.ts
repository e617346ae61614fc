import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { DesignBody } from '#shared/design/schema.ts';
import { bodyOfVariant } from '#shared/design/variants/derive.ts';
import { variantsInOrder } from '#shared/design/variants/edits.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { idOf, slow, stored } from './editor.ts';

/** Platforms of the rule pack with the number of sizes taken of each: twelve in all. */
const platforms: readonly [name: RegExp, count: number][] = [
  [/^Instagram/, 4],
  [/^YouTube/, 4],
  [/^Bilibili/, 3],
  [/^Zhihu/, 1],
];

async function openTemplate(page: Page): Promise<void> {
  const { id } = await callStudio<{ id: string }>(page, 'designs.create', {
    name: 'Move',
    template: 'announcement',
    language: 'en',
  });
  await page.goto(new URL(`/#/designs/${id}`, page.url()).href);
  await expect(page.getByRole('region', { name: 'Canvas' })).toBeVisible({ timeout: slow });
}

/** Writes other words into the layer called Headline, of whatever is open in the editor. */
async function writeHeadline(page: Page, words: string): Promise<void> {
  const layers = page.getByRole('tab', { name: 'Layers', exact: true });
  // A second click would fold the drawer away.
  if ((await layers.getAttribute('aria-selected')) !== 'true') await layers.click();
  await page
    .getByRole('treeitem', { name: /^Headline(?! \(English)/ })
    .first()
    .click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

function headlineIn(body: DesignBody, variantId: string): string | undefined {
  const node = bodyOfVariant(body, variantId)?.body.nodes['headline'];
  return node?.type === 'text' ? node.text : undefined;
}

test('twelve sizes follow the design, but for what one of them changed, and come out exactly as large', async ({
  studioPage: page,
}) => {
  test.setTimeout(420_000);
  await openTemplate(page);
  const cards = page.getByRole('list').getByRole('button', { pressed: false });

  await test.step('twelve sizes are added at once, and one undo takes them back', async () => {
    await page.getByRole('button', { name: 'Sizes', exact: true }).click();
    await page.getByRole('button', { name: 'Add sizes' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Add sizes' });
    for (const [name, count] of platforms) {
      const boxes = dialog.getByRole('group', { name }).getByRole('checkbox');
      for (let place = 1; place <= count; place += 1) await boxes.nth(place).check();
    }
    await dialog.getByRole('button', { name: 'Add 12' }).click();
    await expect(cards).toHaveCount(13);
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('heading', { name: 'One design, every size' })).toBeVisible();
    await page.keyboard.press('Control+Shift+z');
    await expect(cards).toHaveCount(13);
  });

  const sizes = variantsInOrder(await stored(page));
  const own = sizes.find((size) => size.format === 'youtube/video/thumbnail') ?? sizes.at(-1);
  if (!own) throw new Error('Sizes were added.');

  await test.step('one size gets words of its own, which stay in it', async () => {
    await page.getByRole('button', { name: /Thumbnail\s*1280 × 720/ }).dblclick();
    await expect(
      page.getByText('Editing YouTube Video · Thumbnail. Changes stay in this size.'),
    ).toBeVisible();
    await writeHeadline(page, 'Only here');
    await page.getByRole('button', { name: /^Changed here/ }).click();
    await expect(page.getByText('Words of “Headline”')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Back to all sizes' }).click();
    await page.getByRole('button', { name: 'Back to the design' }).click();
    const body = await stored(page);
    expect(body.nodes['headline']).toMatchObject({ text: 'We moved' });
    expect(sizes.map(({ id }) => headlineIn(body, id))).toEqual(
      sizes.map(({ id }) => (id === own.id ? 'Only here' : 'We moved')),
    );
  });

  await test.step('the design is edited, and every other size follows', async () => {
    await writeHeadline(page, 'New rooms');
    const body = await stored(page);
    expect(sizes.map(({ id }) => headlineIn(body, id))).toEqual(
      sizes.map(({ id }) => (id === own.id ? 'Only here' : 'New rooms')),
    );
  });

  await test.step('a size is found good, and given back to the design', async () => {
    await page.getByRole('button', { name: 'Sizes', exact: true }).click();
    await page.getByRole('button', { name: /Thumbnail\s*1280 × 720/ }).click();
    await page.getByRole('button', { name: 'Looks good' }).click();
    await expect(page.getByRole('button', { name: /Thumbnail\s*1280 × 720\s*Reviewed/ })).toBeVisible();
    expect((await stored(page)).variants?.[own.id]?.reviewed).toMatch(/^[0-9a-f]{16}$/);
    await page.getByRole('button', { name: 'Words of “Headline”: follow the design again' }).click();
    expect(headlineIn(await stored(page), own.id)).toBe('New rooms');
  });

  await test.step('every size is exported with exactly its px', async () => {
    const { jobId } = await callStudio<{ jobId: string }>(page, 'designs.render', {
      id: idOf(page),
      type: 'png',
      variants: sizes.map(({ id }) => id),
    });
    interface Job {
      id: string;
      state: string;
      result?: { files: { path: string; width: number; height: number }[] };
    }
    const job = async (): Promise<Job | undefined> =>
      (await callStudio<Job[]>(page, 'jobs.list')).find(({ id }) => id === jobId);
    await expect.poll(async () => (await job())?.state, { timeout: 180_000 }).toBe('done');
    const files = (await job())?.result?.files ?? [];
    const measured = await Promise.all(
      files.map(async ({ path }) => {
        const { width, height } = await sharp(await readFile(path)).metadata();
        return `${width} × ${height}`;
      }),
    );
    expect(measured.toSorted()).toEqual(sizes.map(({ width, height }) => `${width} × ${height}`).toSorted());
  });
});
