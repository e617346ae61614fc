import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

interface Stored {
  id: string;
  revision: number;
  document: { body: DesignBody };
}

function idOf(page: Page): string {
  return /designs\/([\w-]+)/.exec(page.url())?.[1] ?? '';
}

async function stored(page: Page): Promise<DesignBody> {
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible();
  return (await callStudio<Stored>(page, 'designs.get', { id: idOf(page) })).document.body;
}

function ofType<T extends DesignNode['type']>(body: DesignBody, type: T): Extract<DesignNode, { type: T }>[] {
  return Object.values(body.nodes).filter(
    (node): node is Extract<DesignNode, { type: T }> => node.type === type,
  );
}

/** Turns page px into screen px. */
async function pointer(page: Page, body: DesignBody) {
  const paper = await page.locator('[data-paper]').boundingBox();
  if (!paper) throw new Error('The page is not on the screen.');
  const scale = paper.width / body.width;
  return (x: number, y: number) => ({ x: paper.x + x * scale, y: paper.y + y * scale });
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

async function openNew(page: Page, width: number, height: number): Promise<Locator> {
  const design = await callStudio<{ id: string }>(page, 'designs.create', { name: 'Spec', width, height });
  await page.goto(new URL(`/#/designs/${design.id}`, page.url()).href);
  const canvas = page.getByRole('region', { name: 'Canvas' });
  await expect(canvas).toBeVisible({ timeout: 60_000 });
  return canvas;
}

test('a template becomes a design with text in two scripts, arranged by mouse, undone, exported', async ({
  studioPage: page,
}) => {
  // Fonts, three exports and their files: long where every core is busy.
  test.slow();
  await page.goto(new URL('/#/designs', page.url()).href);
  await page.getByRole('button', { name: 'New design' }).first().click();
  await page.getByRole('button', { name: 'Quote' }).click();
  await expect(page.getByRole('region', { name: 'Canvas' })).toBeVisible({ timeout: 60_000 });
  const first = await stored(page);

  await page.getByRole('tab', { name: 'Text' }).click();
  await page.getByRole('button', { name: 'Add body text' }).click();
  const mixed = '秋日新品，Autumn 2026：全场199元起！';
  await page.keyboard.type(mixed);
  await page.keyboard.press('Escape');
  const added = ofType(await stored(page), 'text').find((node) => node.text === mixed);
  expect(added).toBeDefined();

  const undo = page.getByRole('button', { name: 'Undo' });
  while (await undo.isEnabled()) await undo.click();
  expect(await stored(page)).toEqual(first);
  const redo = page.getByRole('button', { name: 'Redo' });
  while (await redo.isEnabled()) await redo.click();
  expect(ofType(await stored(page), 'text').some((node) => node.text === mixed)).toBe(true);

  for (const [label, type] of [
    ['PNG', 'png'],
    ['JPEG', 'jpeg'],
    ['WebP', 'webp'],
  ] as const) {
    await page.getByRole('button', { name: 'Export' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Export design' });
    await dialog.getByText(label, { exact: true }).click();
    if (type === 'png') await dialog.getByText('2×', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    const link = dialog.getByRole('link', { name: 'Download' });
    await expect(link).toBeVisible({ timeout: 30_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const facts = await sharp(await readFile(await download.path())).metadata();
    const scale = type === 'png' ? 2 : 1;
    expect(facts).toMatchObject({ format: type, width: first.width * scale, height: first.height * scale });
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    await expect(dialog).toBeHidden();
  }
});

test('the mouse moves, resizes, turns, copies and groups; each gesture is one step back', async ({
  studioPage: page,
}) => {
  await openNew(page, 1000, 1000);
  const empty = await stored(page);
  await page.keyboard.press('r');
  const square = ofType(await stored(page), 'rectangle')[0];
  expect(square).toMatchObject({ x: 350, y: 350, width: 300, height: 300 });
  const at = await pointer(page, empty);

  // Near the left edge it sticks to it.
  await drag(page, at(500, 500), at(153, 300));
  expect(ofType(await stored(page), 'rectangle')[0]).toMatchObject({ x: 0, width: 300 });

  await page.keyboard.press('Control+z');
  expect(ofType(await stored(page), 'rectangle')[0]).toMatchObject({ x: 350, y: 350 });

  await page.keyboard.down('Control');
  await page.keyboard.up('Control');
  await drag(page, at(650, 650), at(752, 700));
  const wide = ofType(await stored(page), 'rectangle')[0];
  expect(wide?.x).toBe(350);
  expect(wide?.width).toBeGreaterThan(390);
  expect(wide?.height).toBeLessThan(365);

  await page.keyboard.press('Control+z');
  const bottom = at(500, 650);
  await page.keyboard.down('Shift');
  await drag(page, { x: bottom.x, y: bottom.y + 26 }, at(200, 500));
  await page.keyboard.up('Shift');
  expect(ofType(await stored(page), 'rectangle')[0]?.rotation).toBe(90);
  await page.keyboard.press('Control+z');

  await page.keyboard.down('Alt');
  await drag(page, at(500, 500), at(780, 780));
  await page.keyboard.up('Alt');
  expect(ofType(await stored(page), 'rectangle')).toHaveLength(2);

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+g');
  expect(ofType(await stored(page), 'group')).toHaveLength(1);
  await page.keyboard.press('Control+Shift+g');
  expect(ofType(await stored(page), 'group')).toHaveLength(0);
  await page.keyboard.press('Control+d');
  expect(ofType(await stored(page), 'rectangle')).toHaveLength(4);
  await page.keyboard.press('Delete');
  expect(ofType(await stored(page), 'rectangle')).toHaveLength(2);

  const undo = page.getByRole('button', { name: 'Undo' });
  while (await undo.isEnabled()) await undo.click();
  expect(await stored(page)).toEqual(empty);
});

test('another window’s version is offered, and either can be kept', async ({ studioPage: page }) => {
  await openNew(page, 500, 500);
  const id = idOf(page);
  await page.keyboard.press('r');
  await stored(page);
  const record = await callStudio<Stored>(page, 'designs.get', { id });
  const theirs = structuredClone(record.document);
  for (const node of Object.values(theirs.body.nodes)) node.name = 'Theirs';
  // The page is not told, as it is not when the connection is slow: its next save meets the newer revision.
  await page.route('**/call/designs.get', (route) => route.abort());
  await callStudio(page, 'designs.save', { id, revision: record.revision, document: theirs });
  await page.keyboard.press('o');
  await expect(page.getByRole('alert').getByText('changed elsewhere')).toBeVisible();
  await page.unroute('**/call/designs.get');
  await page.getByRole('button', { name: 'Load theirs' }).click();
  await expect(page.getByRole('listbox', { name: 'Layers on this page' }).getByRole('option')).toHaveCount(1);
  const after = await callStudio<Stored>(page, 'designs.get', { id });
  expect(ofType(after.document.body, 'rectangle')[0]?.name).toBe('Theirs');
});

test('a design goes into a post', async ({ studioPage: page }) => {
  await openNew(page, 500, 500);
  const id = idOf(page);
  await page.getByRole('button', { name: 'Use in a post' }).click();
  await expect(page).toHaveURL(/#\/posts\/[\w-]+$/);
  const post = await callStudio<{ attachments: { kind: string; refId: string }[] }>(page, 'posts.get', {
    id: /posts\/([\w-]+)/.exec(page.url())?.[1] ?? '',
  });
  expect(post.attachments).toMatchObject([{ kind: 'design', refId: id }]);
});
