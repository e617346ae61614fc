import type { Page } from '@playwright/test';
import { expect, test } from '../drivers/studio.ts';
import { drag, openNew, slow } from './editor.ts';

async function paperOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator('[data-paper]').boundingBox();
  if (!box) throw new Error('The page is not on the screen.');
  return box;
}

test('the page opens as a whole, zooms around the pointer and moves with the space bar', async ({
  studioPage: page,
}) => {
  test.slow();
  const canvas = await openNew(page, 2000, 3000);
  const table = await canvas.boundingBox();
  if (!table) throw new Error('There is no canvas.');
  const whole = await paperOf(page);
  expect(whole.y).toBeGreaterThan(table.y);
  expect(whole.y + whole.height).toBeLessThan(table.y + table.height);
  expect(whole.x).toBeGreaterThan(table.x);
  const middle = (box: { x: number; width: number }) => box.x + box.width / 2;
  expect(Math.abs(middle(whole) - middle(table))).toBeLessThan(1);

  const spot = { x: whole.x + whole.width * 0.25, y: whole.y + whole.height * 0.75 };
  await page.mouse.move(spot.x, spot.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  const width = async () => (await paperOf(page)).width;
  await expect.poll(width, { timeout: slow }).toBeGreaterThan(whole.width * 2);
  const near = await paperOf(page);
  expect((spot.x - near.x) / near.width).toBeCloseTo(0.25, 2);
  expect((spot.y - near.y) / near.height).toBeCloseTo(0.75, 2);

  await canvas.focus();
  await page.keyboard.down('Space');
  await drag(page, spot, { x: spot.x + 60, y: spot.y - 40 });
  await page.keyboard.up('Space');
  await expect.poll(async () => Math.round((await paperOf(page)).x - near.x)).toBe(60);
  expect(Math.round((await paperOf(page)).y - near.y)).toBe(-40);

  await page.keyboard.press('Control+0');
  await expect.poll(async () => Math.round(await width())).toBe(Math.round(whole.width));
});
