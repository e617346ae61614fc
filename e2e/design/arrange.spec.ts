import type { Page } from '@playwright/test';
import { ellipseDefaults } from '#shared/design/layers/ellipse.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { drag, ofType, pointer, slow, stored, type Stored } from './editor.ts';

const white = '#ffffff';

function layer(id: string, order: string, box: Partial<DesignNode>, fill = '#336699'): DesignNode {
  return { ...rectangleDefaults, id, name: id, pageId: 'p', order, fill, ...box } as DesignNode;
}

const body = (nodes: readonly DesignNode[]): DesignBody => ({
  width: 1000,
  height: 1000,
  pages: { p: { id: 'p', name: '', order: 'a0', background: white } },
  nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
});

/** A stored design with these layers; its id. */
async function make(page: Page, name: string, nodes: readonly DesignNode[]): Promise<string> {
  const design = await callStudio<Stored & { document: object }>(page, 'designs.create', {
    name,
    width: 1000,
    height: 1000,
  });
  const document = { ...design.document, body: body(nodes) };
  await callStudio(page, 'designs.save', { id: design.id, revision: design.revision, document });
  return design.id;
}

async function show(page: Page, id: string): Promise<void> {
  await page.goto(new URL(`/#/designs/${id}`, page.url()).href);
  await expect(page.getByRole('region', { name: 'Canvas' })).toBeVisible({ timeout: slow });
  await page.getByRole('region', { name: 'Canvas' }).focus();
}

const row = [
  layer('one', 'a1', { x: 100, y: 100, width: 100, height: 100 }),
  layer('two', 'a2', { x: 250, y: 103, width: 100, height: 100 }),
  layer('three', 'a3', { x: 620, y: 480, width: 120, height: 80 }),
];

test('a third layer takes the gap of its row, a guide holds it, and tidying makes a row of all', async ({
  studioPage: page,
}) => {
  test.slow();
  await show(page, await make(page, 'Row', row));
  const at = await pointer(page, body(row));
  // Nearly at 400: the gap of 50 between the first two is taken.
  await drag(page, at(680, 520), at(463, 163));
  let now = await stored(page);
  expect(now.nodes['three']?.x).toBe(400);

  await page.keyboard.press('Shift+R');
  const canvas = await page.getByRole('region', { name: 'Canvas' }).boundingBox();
  if (!canvas) throw new Error('There is no canvas.');
  await drag(page, { x: canvas.x + 8, y: canvas.y + 300 }, at(700, 400));
  now = await stored(page);
  expect(now.guides).toHaveLength(1);
  expect(Math.abs((now.guides?.[0]?.at ?? 0) - 700)).toBeLessThan(3);
  // Back over its ruler the guide goes.
  await drag(page, at(now.guides?.[0]?.at ?? 700, 800), { x: canvas.x + 4, y: canvas.y + 400 });
  expect((await stored(page)).guides).toEqual([]);

  await page.keyboard.press('Control+a');
  await page.keyboard.press('Alt+Shift+T');
  now = await stored(page);
  const boxes = Object.values(now.nodes).toSorted((one, other) => one.x - other.x);
  const gaps = boxes.slice(1).map((box, index) => {
    const previous = boxes[index];
    return previous ? box.x - previous.x - previous.width : Number.NaN;
  });
  expect(new Set(gaps).size).toBe(1);
  expect(new Set(boxes.map((box) => box.y + box.height / 2)).size).toBe(1);
});

test('layers are dragged into another order, named, and kept from moving by a lock of their place', async ({
  studioPage: page,
}) => {
  test.slow();
  await show(page, await make(page, 'Order', row));
  await page.getByRole('tab', { name: 'Layers' }).click();
  const tree = page.getByRole('tree', { name: 'Layers' });
  const names = () =>
    tree.getByRole('treeitem').evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')));
  await expect.poll(names).toEqual(['three', 'two', 'one']);
  await tree
    .getByRole('treeitem', { name: 'one' })
    .dragTo(tree.getByRole('treeitem', { name: 'three' }), { targetPosition: { x: 60, y: 4 } });
  await expect.poll(names).toEqual(['one', 'three', 'two']);

  await tree.getByRole('treeitem', { name: 'two' }).dblclick();
  await page.getByRole('textbox', { name: 'Rename' }).fill('Card');
  await page.keyboard.press('Enter');
  await expect.poll(names).toEqual(['one', 'three', 'Card']);
  await page.keyboard.press('ArrowUp');
  await expect(tree.getByRole('treeitem', { name: 'three' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.getByText('2 selected')).toBeVisible();

  await tree.getByRole('treeitem', { name: 'Card' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Lock or unlock position and size' }).click();
  const at = await pointer(page, body(row));
  await drag(page, at(300, 153), at(500, 700));
  expect((await stored(page)).nodes['two']).toMatchObject({ x: 250, y: 103, lockedAspects: ['place'] });
});

test('designs stay open in tabs with their undo, and looks and layers go from one to the other', async ({
  studioPage: page,
}) => {
  test.slow();
  const look = layer('look', 'a1', { x: 200, y: 200, width: 200, height: 200, opacity: 0.5 }, '#cc2200');
  const plain = { ...ellipseDefaults, ...row[0], type: 'ellipse' as const, id: 'plain' } as DesignNode;
  const first = await make(page, 'First', [look]);
  const second = await make(page, 'Second', [plain]);
  await show(page, first);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Alt+Control+c');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('ArrowRight');
  await show(page, second);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Alt+Control+v');
  await page.keyboard.press('Shift+Control+V');
  let now = await stored(page);
  expect(ofType(now, 'ellipse')[0]).toMatchObject({ fill: '#cc2200', opacity: 0.5, x: 100 });
  expect(ofType(now, 'rectangle')[0]).toMatchObject({ x: 200, y: 200, fill: '#cc2200' });

  const tabs = page.getByRole('tablist', { name: 'Open designs' });
  await expect(tabs.getByRole('tab')).toHaveCount(2);
  await tabs.getByRole('tab', { name: 'First' }).click();
  await page.getByRole('region', { name: 'Canvas' }).focus();
  await page.keyboard.press('Control+z');
  now = await stored(page);
  expect(now.nodes['look']?.x).toBe(200);
  await tabs.getByRole('tab', { name: 'Second' }).click({ button: 'middle' });
  await expect(tabs.getByRole('tab')).toHaveCount(1);
  await page.reload();
  await expect(tabs.getByRole('tab', { name: 'First' })).toBeVisible({ timeout: slow });
});

test('the pen draws a path whose points can be moved, and two fingers zoom', async ({ studioPage: page }) => {
  test.slow();
  await show(page, await make(page, 'Pen', []));
  const at = await pointer(page, body([]));
  await page.keyboard.press('p');
  for (const point of [at(200, 200), at(600, 200), at(600, 600)]) await page.mouse.click(point.x, point.y);
  await page.mouse.click(at(200, 200).x, at(200, 200).y);
  let [path] = ofType(await stored(page), 'path');
  expect(path?.d.endsWith('Z')).toBe(true);
  expect(Math.abs((path?.width ?? 0) - 400)).toBeLessThan(4);
  await page.mouse.dblclick(at(500, 300).x, at(500, 300).y);
  await drag(page, at(600, 600), at(800, 800));
  await page.keyboard.press('Enter');
  [path] = ofType(await stored(page), 'path');
  expect(Math.abs((path?.height ?? 0) - 600)).toBeLessThan(8);
  await page.keyboard.press('Control+z');
  [path] = ofType(await stored(page), 'path');
  expect(Math.abs((path?.height ?? 0) - 400)).toBeLessThan(8);

  const before = await page.locator('[data-paper]').boundingBox();
  await page.getByRole('region', { name: 'Canvas' }).evaluate((canvas) => {
    canvas.setPointerCapture = () => {};
    const frame = canvas.getBoundingClientRect();
    const send = (kind: string, pointerId: number, x: number): void => {
      const place = { clientX: frame.x + x, clientY: frame.y + frame.height / 2 };
      const finger = { pointerId, pointerType: 'touch', button: kind === 'pointermove' ? -1 : 0, buttons: 1 };
      canvas.dispatchEvent(new PointerEvent(kind, { bubbles: true, cancelable: true, ...place, ...finger }));
    };
    const middle = frame.width / 2;
    send('pointerdown', 11, middle - 50);
    send('pointerdown', 12, middle + 50);
    for (let step = 1; step <= 10; step += 1) {
      send('pointermove', 11, middle - 50 - step * 5);
      send('pointermove', 12, middle + 50 + step * 5);
    }
    send('pointerup', 11, middle - 100);
    send('pointerup', 12, middle + 100);
  });
  const width = async () => (await page.locator('[data-paper]').boundingBox())?.width ?? 0;
  await expect.poll(width).toBeGreaterThan((before?.width ?? 0) * 1.8);
});
