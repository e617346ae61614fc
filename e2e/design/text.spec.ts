import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { droppedFiles } from '../drivers/files.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { idOf, ofType, openNew, pointer, slow, stored } from './editor.ts';

/** Adds a text by its key and writes into it; answers the field that takes the keys. */
async function write(page: Page, words: string): Promise<Locator> {
  await page.keyboard.press('t');
  const field = page.getByRole('textbox', { name: 'Text of the layer' });
  await expect(field).toBeFocused();
  await page.keyboard.insertText(words);
  await expect(field).toHaveValue(words);
  return field;
}

/** What is chosen in the field, as a screen reader is told it. */
function chosen(field: Locator): Promise<[number, number]> {
  return field.evaluate((element: HTMLTextAreaElement): [number, number] => [
    element.selectionStart,
    element.selectionEnd,
  ]);
}

async function runsOf(page: Page) {
  return ofType(await stored(page), 'text')[0]?.runs;
}

test('a range takes looks of its own: by keys, by the bar, by the panel', async ({ studioPage: page }) => {
  test.slow();
  await openNew(page, 1000, 1000);
  const field = await write(page, 'Autumn sale 秋日');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  expect((await chosen(field))[0]).toBe(0);
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Control+u');
  await expect(page.getByRole('button', { name: 'Bold', exact: true }).first()).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const [, end] = await chosen(field);
  expect(await runsOf(page)).toEqual([{ start: 0, end, fontWeight: 700, underline: true }]);
  await expect(field).toBeFocused();

  // The panel speaks of the characters that are chosen; its fields take them and give the keys back on Escape.
  await expect(page.getByRole('heading', { name: /Characters chosen/ })).toBeVisible();
  const size = page.getByRole('complementary').getByRole('textbox', { name: 'Font size' });
  await size.fill('120');
  await size.press('Enter');
  expect(await runsOf(page)).toEqual([{ start: 0, end, fontSize: 120, fontWeight: 700, underline: true }]);

  // With nothing chosen the whole layer changes, and no range keeps another value of that look.
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Canvas' }).focus();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+u');
  await page.keyboard.press('Control+u');
  expect(await runsOf(page)).toEqual([{ start: 0, end, fontSize: 120, fontWeight: 700 }]);
  await expect(page.getByRole('complementary').getByRole('textbox', { name: 'Font size' })).toHaveValue('');
});

test('a click places the caret, two choose a word, three a paragraph, a drag what lies between', async ({
  studioPage: page,
}) => {
  test.slow();
  const canvas = await openNew(page, 1000, 1000);
  const field = await write(page, 'one two three\nfour');
  const node = ofType(await stored(page), 'text')[0];
  if (!node) throw new Error('There is no text.');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('ArrowLeft');
  const at = await pointer(page, await stored(page));
  const line = node.fontSize * node.lineHeight;
  const middle = node.x + node.width / 2;
  const first = at(middle, node.y + line / 2);
  await page.mouse.click(first.x, first.y);
  const [start, end] = await chosen(field);
  expect(start).toBe(end);
  expect(start).toBeGreaterThan(3);
  expect(start).toBeLessThan(10);
  // A little beside it, or it would be the second click in a row.
  await page.mouse.dblclick(first.x + 8, first.y);
  expect(
    await field.evaluate((e: HTMLTextAreaElement) => e.value.slice(e.selectionStart, e.selectionEnd)),
  ).toBe('two');
  await page.mouse.click(first.x - 8, first.y, { clickCount: 3 });
  expect(await chosen(field)).toEqual([0, 13]);
  // Up and down go by the lines that are seen; the column is kept.
  await page.mouse.click(first.x, first.y);
  await page.keyboard.press('ArrowDown');
  expect((await chosen(field))[0]).toBeGreaterThan(13);
  await page.keyboard.press('ArrowUp');
  expect(await chosen(field)).toEqual([start, start]);
  // From the left of the second line to the right of it.
  const left = at(node.x + 2, node.y + line * 1.5);
  const right = at(node.x + node.width - 2, node.y + line * 1.5);
  await page.mouse.move(left.x, left.y);
  await page.mouse.down();
  await page.mouse.move(middle, left.y, { steps: 3 });
  await page.mouse.move(right.x, right.y, { steps: 3 });
  await page.mouse.up();
  expect(await chosen(field)).toEqual([14, 18]);
  await expect(canvas.locator('[data-chosen]')).toHaveCount(1);
  // Beside the text is out of it.
  const outside = at(50, 50);
  await page.mouse.click(outside.x, outside.y);
  await expect(field).toBeHidden();
  // A double click on the painted word begins writing with that word chosen.
  await page.mouse.dblclick(first.x, first.y);
  await expect(field).toBeFocused();
  await expect.poll(() => chosen(field)).toEqual([4, 7]);
});

test('an emoji is one character, and what is pasted inside keeps its looks', async ({ studioPage: page }) => {
  test.slow();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openNew(page, 1000, 1000);
  const field = await write(page, 'a👩‍👩‍👧b');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Backspace');
  await expect(field).toHaveValue('ab');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.insertText('-');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+v');
  await expect(field).toHaveValue('a👩‍👩‍👧b-a👩‍👩‍👧b');
  expect((await runsOf(page))?.map(({ start, end, fontWeight }) => [start, end, fontWeight])).toEqual([
    [0, 10, 700],
    [10, 11, 400],
    [11, 21, 700],
  ]);
});

test('fonts are tried on with the arrow keys without a step of undo; Enter takes, Escape does not', async ({
  studioPage: page,
}) => {
  test.slow();
  await openNew(page, 1000, 1000);
  await write(page, 'Harbour 港湾');
  await page.keyboard.press('Escape');
  const before = ofType(await stored(page), 'text')[0]?.fontFamily;
  const picker = page.getByRole('complementary').getByRole('button', { name: /^Font:/ });
  await picker.click();
  const search = page.getByRole('combobox', { name: 'Search fonts' });
  await search.fill('playfair');
  await search.press('ArrowDown');
  await search.press('Escape');
  await expect(search).toBeHidden();
  expect(ofType(await stored(page), 'text')[0]?.fontFamily).toBe(before);
  await picker.click();
  await search.fill('playfair');
  await search.press('ArrowDown');
  await search.press('Enter');
  await expect(picker).toHaveAccessibleName(/Playfair Display/);
  expect(ofType(await stored(page), 'text')[0]?.fontFamily).toBe('Playfair Display');
  await page.getByRole('region', { name: 'Canvas' }).focus();
  await page.keyboard.press('Control+z');
  expect(ofType(await stored(page), 'text')[0]?.fontFamily).toBe(before);
  await picker.click();
  await expect(page.getByText('Used last')).toBeVisible();
});

test('undo is still there after a reload, and a version comes back', async ({ studioPage: page }) => {
  test.slow();
  await openNew(page, 1000, 1000);
  const field = await write(page, 'First words');
  await page.keyboard.press('Escape');
  await stored(page);
  await callStudio(page, 'designs.keepVersion', { id: idOf(page), name: 'Milestone' });
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.insertText('Second words');
  await page.keyboard.press('Escape');
  await stored(page);

  await page.reload();
  const canvas = page.getByRole('region', { name: 'Canvas' });
  await expect(canvas).toBeVisible({ timeout: slow });
  await canvas.focus();
  await page.keyboard.press('Control+z');
  expect(ofType(await stored(page), 'text').map(({ text }) => text)).toEqual(['First words']);
  await page.keyboard.press('Control+Shift+z');
  expect(ofType(await stored(page), 'text').map(({ text }) => text)).toEqual(['Second words']);

  await page.getByRole('button', { name: 'Versions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Versions' });
  await dialog.getByRole('option', { name: /Milestone/ }).click();
  await expect(dialog.getByRole('status')).toHaveText('This version', { timeout: slow });
  await dialog.getByRole('button', { name: 'Put this version back' }).click();
  await expect(dialog).toBeHidden({ timeout: slow });
  expect(ofType(await stored(page), 'text').map(({ text }) => text)).toEqual(['First words']);
  await canvas.focus();
  await page.keyboard.press('Control+z');
  expect(ofType(await stored(page), 'text').map(({ text }) => text)).toEqual(['Second words']);
});

test('own fonts are brought in, shown, used and removed; dropped on the canvas they dress what is chosen', async ({
  studioPage: page,
}) => {
  test.slow();
  const canvas = await openNew(page, 1000, 1000);
  await write(page, 'By hand');
  await page.keyboard.press('Escape');
  const files = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/zcool-kuaile/400Regular');
  const bytes = await readFile(join(files, 'ZCOOLKuaiLe_400Regular.ttf'));
  const transfer = await droppedFiles(page, [{ name: 'Harbour.ttf', type: 'font/ttf', bytes }]);
  await canvas.dispatchEvent('drop', { dataTransfer: transfer });
  const family = async (): Promise<string> => ofType(await stored(page), 'text')[0]?.fontFamily ?? '';
  await expect.poll(family, { timeout: slow }).toMatch(/^user-/);
  const picker = page.getByRole('complementary').getByRole('button', { name: /^Font:/ });
  await picker.click();
  await page.getByText('Yours', { exact: true }).click();
  const own = page.getByRole('listbox', { name: 'Fonts' }).getByRole('option');
  await expect(own).toHaveCount(1);
  await expect(own).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await canvas.focus();
  await page.keyboard.press('Control+z');
  expect(await family()).not.toMatch(/^user-/);
  await picker.click();
  await page.getByText('Yours', { exact: true }).click();
  await own.getByRole('button', { name: /^Remove/ }).click();
  await expect(own).toHaveCount(0);
});
