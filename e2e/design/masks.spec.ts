import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { polygonDefaults } from '#shared/design/layers/polygon.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { drag, idOf, ofType, pointer, slow, stored, type Stored } from './editor.ts';

const side = 1000;

function page(nodes: readonly object[]): DesignBody {
  const all = nodes.map((node, index) => ({ pageId: 'p', order: `a${index}`, ...node }) as DesignNode);
  return {
    width: side,
    height: side,
    pages: { p: { id: 'p', name: '', order: 'a0', background: '#ffffff' } },
    nodes: Object.fromEntries(all.map((node) => [node.id, node])),
  };
}

/** Opens a stored design with these layers. */
async function open(studio: Page, body: DesignBody): Promise<void> {
  const size = { width: side, height: side };
  const design = await callStudio<Stored>(studio, 'designs.create', { name: 'Spec', ...size });
  const document = { ...design.document, body };
  await callStudio(studio, 'designs.save', { id: design.id, revision: design.revision, document });
  await studio.goto(new URL(`/#/designs/${design.id}`, studio.url()).href);
  const canvas = studio.getByRole('region', { name: 'Canvas' });
  await expect(canvas).toBeVisible({ timeout: slow });
  await canvas.focus();
}

type Pixels = (x: number, y: number) => number[];

/** The page as the window shows it, by page px. */
async function inWindow(studio: Page): Promise<Pixels> {
  const paper = await studio.locator('[data-paper]').boundingBox();
  if (!paper) throw new Error('The page is not on the screen.');
  const { data, info } = await sharp(await studio.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const scale = paper.width / side;
  return (x, y) => {
    const at = Math.round(paper.y + y * scale) * info.width + Math.round(paper.x + x * scale);
    return [...data.subarray(at * 3, at * 3 + 3)];
  };
}

/** The page as it is exported, by page px. */
async function inExport(studio: Page): Promise<Pixels> {
  await stored(studio);
  const { jobId } = await callStudio<{ jobId: string }>(studio, 'designs.render', { id: idOf(studio) });
  type Listed = { id: string; state: string; result: { files: { path: string }[] } };
  let path = '';
  await expect
    .poll(
      async () => {
        const job = (await callStudio<Listed[]>(studio, 'jobs.list')).find(({ id }) => id === jobId);
        path = job?.result?.files[0]?.path ?? '';
        return job?.state;
      },
      { timeout: slow },
    )
    .toBe('done');
  const { data, info } = await sharp(readFileSync(path))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (x, y) => [...data.subarray((y * info.width + x) * 3).subarray(0, 3)];
}

/** The export shows what the window shows, at every eightieth px both ways; smoothed edges are allowed to differ. */
async function expectAlike(studio: Page): Promise<void> {
  const exported = await inExport(studio);
  await expect
    .poll(
      async () => {
        const shown = await inWindow(studio);
        let differing = 0;
        for (let y = 30; y < side; y += 40)
          for (let x = 30; x < side; x += 40) {
            const [one, other] = [shown(x, y), exported(x, y)];
            if (one.some((value, channel) => Math.abs(value - (other[channel] ?? 0)) > 12)) differing += 1;
          }
        return differing;
      },
      { timeout: slow },
    )
    .toBeLessThan(12);
}

const green = { ...rectangleDefaults, id: 'photo', name: 'Photo', x: 100, y: 100, width: 400, height: 400 };

test('a shape masks what lies below it; mask and masked are dragged alone, copied together, released', async ({
  studioPage: studio,
}) => {
  test.slow();
  const star = { ...polygonDefaults, sides: 4, name: 'Star', x: 200, y: 200, width: 200, height: 200 };
  await open(
    studio,
    page([
      { ...green, fill: '#1f7a5c' },
      { ...star, id: 'star', fill: '#d9432f' },
    ]),
  );
  await studio.keyboard.press('Control+a');
  await studio.keyboard.press('Control+Alt+m');
  let body = await stored(studio);
  expect(ofType(body, 'group')).toMatchObject([{ maskId: 'star' }]);
  await studio.keyboard.press('Escape');
  await studio.keyboard.press('Escape');
  const shown = await inExport(studio);
  expect(shown(300, 300)).toEqual([31, 122, 92]);
  expect(shown(110, 110)).toEqual([255, 255, 255]);
  await expectAlike(studio);

  const at = await pointer(studio, body);
  await test.step('the mask that is chosen among the layers moves alone, and what it hid shows', async () => {
    await studio.getByRole('tab', { name: 'Layers' }).click();
    await studio.getByRole('tree', { name: 'Layers' }).getByRole('treeitem', { name: 'Star' }).click();
    const [from, to] = [at(300, 300), at(380, 390)];
    await studio.mouse.move(from.x, from.y);
    await studio.mouse.down();
    await studio.mouse.move(to.x, to.y, { steps: 4 });
    // While it is held, the picture already shows where it will lie.
    await expect
      .poll(async () => (await inWindow(studio))(430, 395), { timeout: slow })
      .toEqual([31, 122, 92]);
    await studio.mouse.up();
    body = await stored(studio);
    expect(body.nodes['photo']).toMatchObject({ x: 100, y: 100 });
    expect(body.nodes['star']?.x).toBeGreaterThan(260);
    await studio.keyboard.press('Control+z');
  });

  await test.step('what is masked moves under its mask', async () => {
    await studio.getByRole('tree', { name: 'Layers' }).getByRole('treeitem', { name: 'Photo' }).click();
    await drag(studio, at(300, 300), at(390, 300));
    body = await stored(studio);
    expect(body.nodes['star']).toMatchObject({ x: 200 });
    expect(body.nodes['photo']?.x).toBeGreaterThan(150);
    await studio.keyboard.press('Control+z');
  });

  await test.step('a copy has a mask of its own', async () => {
    await studio.getByRole('region', { name: 'Canvas' }).focus();
    await studio.keyboard.press('Escape');
    await studio.keyboard.press('Escape');
    await studio.keyboard.press('Control+a');
    await studio.keyboard.press('Control+d');
    body = await stored(studio);
    const groups = ofType(body, 'group');
    expect(groups).toHaveLength(2);
    for (const group of groups) expect(body.nodes[group.maskId ?? '']?.parentId).toBe(group.id);
    await studio.keyboard.press('Control+z');
  });

  await studio.keyboard.press('Control+a');
  await studio.getByRole('tree', { name: 'Layers' }).getByRole('treeitem').first().click({ button: 'right' });
  await studio.getByRole('menuitem', { name: 'Release mask' }).click();
  expect(ofType(await stored(studio), 'group')[0]?.maskId ?? null).toBeNull();
  expect((await inExport(studio))(110, 110)).toEqual([31, 122, 92]);
});
