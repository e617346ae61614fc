import { expect, test } from '../drivers/studio.ts';
import { ofType, openNew, slow, stored } from './editor.ts';

test('a design without a pointer: text, style, move, resize, turn, align, group, export', async ({
  studioPage: page,
}) => {
  test.slow();
  await openNew(page, 800, 800);
  await page.keyboard.press('t');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+b');
  const [written] = ofType(await stored(page), 'text');
  expect(written).toMatchObject({ text: 'By keyboard' });

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('.');
  const [moved] = ofType(await stored(page), 'text');
  expect(moved?.x).toBeCloseTo((written?.x ?? 0) + 1, 6);
  expect(moved?.y).toBeCloseTo((written?.y ?? 0) + 10, 6);
  expect(moved?.rotation).not.toBe(written?.rotation);

  await page.keyboard.press('r');
  const width = page.getByRole('textbox', { name: 'Width', exact: true });
  await width.focus();
  await width.press('Control+a');
  await page.keyboard.type('123');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => ofType(await stored(page), 'rectangle')[0]?.width, { timeout: slow })
    .toBe(123);

  await page.getByRole('region', { name: 'Canvas' }).focus();
  await page.keyboard.press('Alt+a');
  expect(ofType(await stored(page), 'rectangle')[0]?.x).toBe(0);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+g');
  const body = await stored(page);
  const [group] = ofType(body, 'group');
  expect(ofType(body, 'text')[0]?.parentId).toBe(group?.id);

  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export design' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Export', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('list', { name: 'Exported files' }).getByRole('listitem')).toHaveCount(1, {
    timeout: slow,
  });
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
