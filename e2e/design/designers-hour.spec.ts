import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { Asset } from '#shared/domain/asset.ts';
import type { Brand } from '#shared/domain/brand.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { ofType, slow, stored } from './editor.ts';

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-hour-'));
});
test.afterAll(async () => rm(folder, { recursive: true, force: true }));

/** A photo of one colour, so that it is known again in the results. */
async function photo(name: string, colour: string): Promise<string> {
  const path = join(folder, name);
  await sharp({ create: { width: 1200, height: 1500, channels: 3, background: colour } })
    .jpeg()
    .toFile(path);
  return path;
}

/** How much of a picture is near a colour, 0 to 1. */
async function shareOf(file: Buffer, [red, green, blue]: [number, number, number]): Promise<number> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let near = 0;
  for (let at = 0; at < data.length; at += 3) {
    const away =
      Math.abs((data[at] ?? 0) - red) +
      Math.abs((data[at + 1] ?? 0) - green) +
      Math.abs((data[at + 2] ?? 0) - blue);
    if (away < 40) near += 1;
  }
  return near / (info.width * info.height);
}

const twelve = [
  'instagram/feed',
  'instagram/story',
  'x/post',
  'facebook/feed',
  'linkedin/post',
  'pinterest/pin',
  'weibo/post',
  'xiaohongshu/image',
  'douyin/image',
  'wechat-article/article',
  'threads/post',
  'bluesky/post',
];

async function importPhotos(page: Page, files: string[]): Promise<Asset[]> {
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await (await chooser).setFiles(files);
  await expect
    .poll(async () => (await callStudio<{ total: number }>(page, 'assets.list')).total, { timeout: slow })
    .toBe(files.length);
  return (await callStudio<{ items: Asset[] }>(page, 'assets.list')).items;
}

test('a designer’s hour: template, brand, photo, words in two languages, twelve sizes, five rows, files', async ({
  studioPage: page,
}) => {
  test.setTimeout(600_000);
  const names = ['teal.jpg', 'plum.jpg', 'moss.jpg', 'rust.jpg', 'navy.jpg'];
  const colours = ['#118888', '#772255', '#556b2f', '#b7410e', '#102a54'];
  const files = await Promise.all(names.map((name, index) => photo(name, colours[index] ?? '#000000')));
  const assets = await importPhotos(page, files);

  await test.step('the brand is set once', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Brand', exact: true }).click();
    const accent = page.getByRole('textbox', { name: /^Value of Accent/ });
    await accent.fill('#0a7d3c');
    await accent.blur();
    await expect
      .poll(
        async () =>
          (await callStudio<Brand>(page, 'brand.get')).colours.find(({ token }) => token === 'accent')?.hex,
      )
      .toBe('#0a7d3c');
  });

  await test.step('a template is opened and dressed in the brand', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Designs' }).click();
    await page.getByRole('button', { name: 'New design' }).first().click();
    await page.getByRole('textbox', { name: 'Search templates' }).fill('recipe');
    await page.getByRole('button', { name: 'Recipe pin' }).click();
    await expect(page.getByRole('region', { name: 'Canvas' })).toBeVisible({ timeout: slow });
    await page.getByRole('tab', { name: 'Brand', exact: true }).click();
    await page.getByRole('button', { name: 'Apply brand to the design' }).click();
    const body = await stored(page);
    expect(ofType(body, 'text').every((node) => node.fontFamily.startsWith('token:'))).toBe(true);
    expect(body.pages['page-1']?.background).toMatch(/^token:/);
  });

  const layer = (name: string) => page.getByRole('treeitem', { name }).first();
  await test.step('a photo goes into the frame', async () => {
    const frame = ofType(await stored(page), 'image')[0];
    if (!frame) throw new Error('The template has a place for a photo.');
    await page.getByRole('tab', { name: 'Layers', exact: true }).click();
    await layer('Picture').click();
    await page.getByRole('button', { name: 'Choose picture' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'teal.jpg' }).click();
    const teal = assets.find(({ name }) => name === 'teal.jpg')?.id;
    await expect
      .poll(async () => ofType(await stored(page), 'image')[0]?.assetId, { timeout: slow })
      .toBe(teal);
  });

  await test.step('words in both languages, some of them from a table', async () => {
    await layer('Pumpkin').click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('{{dish}} 南瓜');
    await page.keyboard.press('Escape');
    const titles = ofType(await stored(page), 'text').map((node) => node.text);
    expect(titles).toContain('{{dish}} 南瓜');
  });

  await test.step('twelve sizes follow the design', async () => {
    await page.getByRole('button', { name: 'Sizes', exact: true }).click();
    await page.getByRole('button', { name: 'Add sizes' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Add sizes' });
    const pack = await callStudio<RulePack>(page, 'platforms.pack');
    for (const format of twelve) {
      const [platformId = '', id = ''] = format.split('/');
      const platform = pack.platforms.find((each) => each.id === platformId);
      const named = platform?.formats.find((each) => each.id === id);
      const ofPlatform = page.getByRole('checkbox', { name: platform?.name.en ?? '', exact: true });
      await dialog
        .getByRole('textbox', { name: 'Search platforms and sizes' })
        .fill(format.replace('/', ' '));
      await dialog
        .getByRole('group')
        .filter({ has: ofPlatform })
        .getByRole('checkbox', { name: named?.name.en ?? '' })
        .first()
        .check();
    }
    await dialog.getByRole('button', { name: 'Add 12' }).click();
    await page.getByRole('button', { name: 'Back to the design' }).click();
    const { variants } = await stored(page);
    expect(
      Object.values(variants ?? {})
        .map(({ format }) => format.split('/').slice(0, 2).join('/'))
        .toSorted(),
    ).toEqual(twelve.toSorted());
  });

  await test.step('five rows become five designs with posts', async () => {
    const rows = join(folder, 'rows.csv');
    const cells = names.map((name, index) => `Dish ${index + 1},${name}`);
    await writeFile(rows, ['dish,photo', ...cells].join('\n'));
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('Merge rows');
    await page.getByRole('option', { name: /Merge rows of a table/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Merge rows into designs' });
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: /Choose a CSV/ }).click();
    await (await chooser).setFiles(rows);
    await dialog.getByRole('combobox', { name: /^Picture of/ }).click();
    await page.getByRole('option', { name: 'photo' }).click();
    await dialog.getByRole('button', { name: 'Look at the rows' }).click();
    await dialog.getByRole('textbox', { name: 'Words of a post for each' }).fill('Today: {{dish}}');
    await dialog.getByRole('button', { name: 'Make 5' }).click();
    await expect(dialog.getByText('5 made.')).toBeVisible({ timeout: slow });
    await dialog.getByRole('button', { name: 'Done' }).click();
    const posts = await callStudio<{ items: { excerpt: string }[] }>(page, 'posts.list', {});
    expect(posts.items.map(({ excerpt }) => excerpt).toSorted()).toEqual(
      [1, 2, 3, 4, 5].map((number) => `Today: Dish ${number}`),
    );
  });

  await test.step('every size is exported, exactly as large as its platform asks, with the photo on it', async () => {
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export design' });
    await dialog.getByRole('radio', { name: 'JPEG' }).check({ force: true });
    // The design's own size comes first, then its twelve; only those are wanted.
    const sizes = dialog.getByRole('list', { name: 'Sizes' }).getByRole('checkbox');
    await sizes.first().uncheck();
    for (let at = 1; at <= twelve.length; at += 1) await sizes.nth(at).check();
    await expect(dialog.getByText('Files: 12')).toBeVisible();
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    const done = dialog.getByRole('list', { name: 'Exported files' }).getByRole('link', { name: 'Download' });
    await expect(done).toHaveCount(12, { timeout: 180_000 });
    const links = await done.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    const wanted = Object.values((await stored(page)).variants ?? {}).map(
      ({ width, height }) => `${width}×${height}`,
    );
    const found: string[] = [];
    for (const link of links) {
      const bytes = await (await page.request.get(link)).body();
      const { width, height, exif } = await sharp(bytes).metadata();
      expect(exif).toBeUndefined();
      expect(await shareOf(bytes, [0x11, 0x88, 0x88]), `${width}×${height}`).toBeGreaterThan(0.03);
      found.push(`${width}×${height}`);
    }
    expect(found.toSorted()).toEqual(wanted.toSorted());
    await page.keyboard.press('Escape');
  });

  await test.step('the first row’s design shows its own photo and words', async () => {
    const { items } = await callStudio<{ items: { id: string; name: string }[] }>(page, 'designs.list', {
      search: 'Dish 2',
    });
    expect(items).toHaveLength(1);
    const picture = await page.request.get(new URL(`/media/design/${items[0]?.id}`, page.url()).href);
    expect(await shareOf(await picture.body(), [0x77, 0x22, 0x55])).toBeGreaterThan(0.2);
  });
});
