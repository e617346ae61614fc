import sharp from 'sharp';
import { droppedFiles } from '../drivers/files.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { drag, ofType, openNew, pointer, slow, stored } from './editor.ts';

test('an input method writes into a text in place; what was composed is one step back', async ({
  studioPage: page,
}) => {
  test.slow();
  await openNew(page, 800, 800);
  await page.keyboard.press('t');
  const field = page.getByRole('textbox', { name: 'Text of the layer' });
  await expect(field).toBeFocused();
  const before = await field.inputValue();
  const input = await page.context().newCDPSession(page);
  for (const text of ['q', 'qiu', 'qiu ri'])
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await expect(field).toHaveValue('qiu ri');
  await input.send('Input.insertText', { text: '秋日' });
  await expect(field).toHaveValue('秋日');
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue(before);
  await page.keyboard.press('Control+Shift+z');
  await expect(field).toHaveValue('秋日');
  // The keys of the editor are letters here.
  await page.keyboard.press('End');
  await page.keyboard.type('rot');
  await page.keyboard.press('Escape');
  const body = await stored(page);
  expect(ofType(body, 'text').map((node) => node.text)).toEqual(['秋日rot']);
  expect(Object.keys(body.nodes)).toHaveLength(1);
});

test('pictures come from the desktop and from the drawer to where they are dropped', async ({
  studioPage: page,
}) => {
  test.slow();
  const canvas = await openNew(page, 1000, 1000);
  const at = await pointer(page, { ...(await stored(page)) });
  const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#2f5fb3' } })
    .png()
    .toBuffer();
  const files = await droppedFiles(page, [{ name: 'harbour.png', type: 'image/png', bytes: picture }]);
  const from = at(300, 400);
  const place = { dataTransfer: files, clientX: from.x, clientY: from.y };
  await canvas.dispatchEvent('dragenter', place);
  await canvas.dispatchEvent('dragover', place);
  await expect(canvas).toHaveAttribute('data-drop', 'true');
  await canvas.dispatchEvent('drop', place);
  const layers = page.getByRole('listbox', { name: 'Layers on this page' }).getByRole('option');
  await expect(layers).toHaveCount(1, { timeout: slow });
  const placed = ofType(await stored(page), 'image')[0];
  expect(placed).toMatchObject({ name: 'harbour.png', width: 300, height: 200 });
  expect(Math.abs((placed?.x ?? 0) + 150 - 300)).toBeLessThan(3);
  expect(Math.abs((placed?.y ?? 0) + 100 - 400)).toBeLessThan(3);
  const library = await callStudio<{ items: { id: string }[] }>(page, 'assets.list', { kind: 'image' });
  expect(library.items.map(({ id }) => id)).toEqual([placed?.assetId]);

  // The page's small picture shows the photograph, not the sign for one that is missing.
  const small = page.getByRole('navigation', { name: 'Pages' }).locator('canvas');
  const pixel = () =>
    small.evaluate((element: HTMLCanvasElement) => {
      const { width, height } = element;
      return [...(element.getContext('2d')?.getImageData(width * 0.3, height * 0.4, 1, 1).data ?? [])];
    });
  await expect.poll(pixel, { timeout: slow }).toEqual([0x2f, 0x5f, 0xb3, 255]);

  await page.getByRole('tab', { name: 'Pictures' }).click();
  const inDrawer = page.getByRole('tabpanel').getByRole('button', { name: 'harbour.png' });
  const target = await canvas.boundingBox();
  const to = at(700, 800);
  await inDrawer.dragTo(canvas, {
    targetPosition: { x: to.x - (target?.x ?? 0), y: to.y - (target?.y ?? 0) },
    timeout: slow,
  });
  await expect(layers).toHaveCount(2, { timeout: slow });
  const both = ofType(await stored(page), 'image');
  const second = both.find(({ id }) => id !== placed?.id);
  expect(Math.abs((second?.x ?? 0) + 150 - 700)).toBeLessThan(3);
  expect(Math.abs((second?.y ?? 0) + 100 - 800)).toBeLessThan(3);
  await drag(page, at(700, 800), at(560, 640));
  expect(ofType(await stored(page), 'image')).toHaveLength(2);
});
