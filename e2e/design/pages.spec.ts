import { pagesInOrder } from '#shared/design/tree.ts';
import { expect, test } from '../drivers/studio.ts';
import { ofType, openNew, stored } from './editor.ts';

test('pages are added, dragged and moved by key into another order', async ({ studioPage: page }) => {
  test.slow();
  await openNew(page, 400, 400);
  const strip = page.getByRole('navigation', { name: 'Pages' });
  const tile = (number: number) => strip.getByRole('button', { name: `Page ${number}`, exact: true });
  await strip.getByRole('button', { name: 'Add page' }).click();
  await strip.getByRole('button', { name: 'Add page' }).click();
  await expect(tile(3)).toHaveAttribute('aria-current', 'page');
  const order = async () => pagesInOrder(await stored(page)).map(({ id }) => id);
  const [first, second, third] = await order();

  await tile(1).dragTo(tile(3));
  await expect.poll(order).toEqual([second, third, first]);
  await tile(1).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(order).toEqual([third, second, first]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(order).toEqual([first, second, third]);
});

test('a new size leaves the layers or re-arranges them; one step takes both back', async ({
  studioPage: page,
}) => {
  test.slow();
  await openNew(page, 1000, 1000);
  await page.keyboard.press('r');
  await page.keyboard.press('Escape');
  const before = await stored(page);
  const width = page.getByRole('textbox', { name: 'Width' });
  const height = page.getByRole('textbox', { name: 'Height' });
  await width.fill('1000/2');
  await width.press('Enter');
  await height.fill('500');
  await height.press('Enter');
  expect(await stored(page)).toMatchObject({ width: 500, height: 500, nodes: before.nodes });

  const rearrange = page.getByRole('switch', { name: 'Re-arrange the layers' });
  await rearrange.click();
  await expect(rearrange).toBeChecked();
  const arranged = await stored(page);
  expect(ofType(arranged, 'rectangle')[0]).toMatchObject({ x: 175, y: 175, width: 150, height: 150 });
  await rearrange.click();
  await expect(rearrange).not.toBeChecked();
  expect(await stored(page)).toMatchObject({ width: 500, height: 500, nodes: before.nodes });
  await rearrange.click();
  await expect(rearrange).toBeChecked();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rearrange).toBeHidden();
  expect(await stored(page)).toEqual(before);
  await page.getByRole('button', { name: 'Redo' }).click();
  expect(await stored(page)).toEqual(arranged);
});
