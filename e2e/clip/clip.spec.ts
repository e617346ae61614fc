import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { callStudio, expect, test } from '../drivers/studio.ts';
import {
  frameNumbers,
  importThroughLibrary,
  keyframeGap,
  makeLongClip,
  makeNumberedClip,
  pictureSeconds,
  rate,
  shownNumber,
} from './numbered-clip.ts';

let folder = '';
let numbered = '';

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-clip-spec-'));
  numbered = makeNumberedClip(folder);
});
test.afterAll(async () => rm(folder, { recursive: true, force: true }));

const run = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);

const grip = (page: Page, edge: 'In point' | 'Out point') => page.getByRole('slider', { name: edge });
const playhead = (page: Page) => page.getByRole('slider', { name: 'Playhead' });
const at = (frame: number): string => String(Math.round((frame / rate) * 1000) / 1000);

/** Imports a file, makes a clip of it and opens it; ready once its first frame is on the screen. */
async function openClip(page: Page, studioUrl: string, file: string): Promise<string> {
  const address = (path: string): string => new URL(path, studioUrl).href;
  const assets = await importThroughLibrary(page, address, [file]);
  const asset = assets.get(file.split('/').at(-1) ?? '');
  const clip = await callStudio<{ id: string }>(page, 'clips.create', { assetId: asset?.id });
  await page.goto(address(`/#/clips/${clip.id}`));
  await expect.poll(() => shownNumber(page)).toBe(0);
  await expect(page.getByRole('radio', { name: /^Exact/ })).toBeEnabled();
  return clip.id;
}

async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
}

/** Exports as set and answers the file that the result card offers. */
async function exportCut(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Export cut' }).click();
  const card = page.getByRole('region', { name: 'Exported file' });
  await expect(card).toBeVisible({ timeout: 60_000 });
  const href = await card.getByRole('link', { name: 'Download' }).getAttribute('href');
  const answer = await page.request.get(new URL(href ?? '', page.url()).href);
  const file = join(folder, name);
  await writeFile(file, await answer.body());
  return file;
}

test('every step shows exactly the frame that the timecode names', async ({ studioPage: page, studio }) => {
  await openClip(page, studio.url, numbered);
  await press(page, 'ArrowRight', 7);
  await expect.poll(() => shownNumber(page)).toBe(7);
  await press(page, 'Shift+ArrowRight', 2);
  await expect.poll(() => shownNumber(page)).toBe(67);
  await press(page, 'ArrowLeft', 2);
  await expect.poll(() => shownNumber(page)).toBe(65);
  const position = page.getByRole('textbox', { name: 'Position' });
  await expect(position).toHaveValue('00:00:02:05');
  await position.fill('+1s');
  await position.press('Enter');
  await expect.poll(() => shownNumber(page)).toBe(95);
  await position.fill('0:00:04');
  await position.press('Enter');
  await expect.poll(() => shownNumber(page)).toBe(120);
  await position.fill('soon');
  await position.press('Enter');
  await expect(position).toHaveAttribute('aria-invalid', 'true');
  await position.press('Escape');
  await press(page, 'Alt+ArrowRight');
  await expect.poll(() => shownNumber(page)).toBe(3 * keyframeGap);
  await press(page, 'End');
  await expect.poll(() => shownNumber(page)).toBe(239);
  await press(page, 'Home');
  await expect.poll(() => shownNumber(page)).toBe(0);
});

test('playing, stopping and J-K-L leave picture and timecode in step', async ({
  studioPage: page,
  studio,
}) => {
  await openClip(page, studio.url, numbered);
  const frame = async (): Promise<number> =>
    Math.round(Number(await playhead(page).getAttribute('aria-valuenow')) * rate);
  await press(page, 'Space');
  await expect.poll(frame).toBeGreaterThan(20);
  await press(page, 'Space');
  await expect.poll(async () => (await shownNumber(page)) === (await frame())).toBe(true);
  await press(page, 'l', 2);
  await expect(page.getByText('2×', { exact: true }).first()).toBeVisible();
  await expect.poll(frame).toBeGreaterThan(60);
  await press(page, 'j');
  const top = await frame();
  await expect.poll(frame).toBeLessThan(top - 5);
  await press(page, 'k');
  await expect.poll(async () => (await shownNumber(page)) === (await frame())).toBe(true);
});

test('points by keys and by dragging, undone by gesture, the same after reopening', async ({
  studioPage: page,
  studio,
}) => {
  await openClip(page, studio.url, numbered);
  await press(page, 'Shift+ArrowRight');
  await press(page, 'i');
  await press(page, 'Shift+ArrowRight', 3);
  await press(page, 'o');
  await expect(grip(page, 'In point')).toHaveAttribute('aria-valuenow', at(30));
  await expect(grip(page, 'Out point')).toHaveAttribute('aria-valuenow', at(120));

  const box = await grip(page, 'Out point').boundingBox();
  const whole = await page.getByRole('option', { name: /^Segment 1/ }).boundingBox();
  if (!box || !whole) throw new Error('The timeline is not on the screen.');
  const perFrame = whole.width / 240;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 4, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 4 + perFrame * 12, y, { steps: 4 });
  await page.mouse.move(box.x + 4 + perFrame * 25, y, { steps: 4 });
  await page.mouse.up();
  await expect(grip(page, 'Out point')).toHaveAttribute('aria-valuenow', at(145));
  await expect.poll(() => shownNumber(page)).toBe(144);

  await page.mouse.move(box.x + 4 + perFrame * 25, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 4 + perFrame * 59, y, { steps: 4 });
  await page.mouse.up();
  await expect(grip(page, 'Out point')).toHaveAttribute('aria-valuenow', at(3 * keyframeGap));

  await press(page, 'Control+z');
  await expect(grip(page, 'Out point')).toHaveAttribute('aria-valuenow', at(145));
  await press(page, 'Control+z');
  await expect(grip(page, 'Out point')).toHaveAttribute('aria-valuenow', at(120));
  await press(page, 'Control+Shift+z');
  await expect(grip(page, 'Out point')).toHaveAttribute('aria-valuenow', at(145));
  await grip(page, 'In point').focus();
  await press(page, 'ArrowRight', 2);
  await expect(grip(page, 'In point')).toHaveAttribute('aria-valuenow', at(32));
  await expect(page.getByRole('textbox', { name: 'Length' })).toHaveValue('00:00:03:23');
  await press(page, 'g');
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();

  await page.reload();
  await expect(grip(page, 'In point')).toHaveAttribute('aria-valuenow', at(32));
  await expect(grip(page, 'Out point')).toHaveAttribute('aria-valuenow', at(145));
  await expect(page.getByText('Cover frame').first()).toBeVisible();
});

test('an exact cut holds exactly the frames between the points', async ({ studioPage: page, studio }) => {
  await openClip(page, studio.url, numbered);
  await page.getByRole('textbox', { name: 'In point' }).fill('31f');
  await page.getByRole('textbox', { name: 'In point' }).press('Enter');
  await page.getByRole('textbox', { name: 'Length' }).fill('77f');
  await page.getByRole('textbox', { name: 'Length' }).press('Enter');
  await expect(grip(page, 'Out point')).toHaveAttribute('aria-valuenow', at(108));
  await page.getByRole('radio', { name: /^Exact/ }).check();
  const file = await exportCut(page, 'exact.mp4');
  expect(frameNumbers(file)).toEqual(run(31, 77));
  expect(Math.abs(pictureSeconds(file) - 77 / rate)).toBeLessThan(0.5 / rate);
});

test('a lossless cut says before where it really starts, and starts there', async ({
  studioPage: page,
  studio,
}) => {
  await openClip(page, studio.url, numbered);
  await page.getByRole('textbox', { name: 'In point' }).fill('90f');
  await page.getByRole('textbox', { name: 'In point' }).press('Enter');
  await page.getByRole('textbox', { name: 'Out point' }).fill('150f');
  await page.getByRole('textbox', { name: 'Out point' }).press('Enter');
  const lossless = page.getByRole('radio', { name: /^Lossless/ });
  await expect(lossless).toHaveAccessibleName(/Starts at 00:00:02:00, 1s earlier than set/);
  await lossless.check();
  const file = await exportCut(page, 'lossless.mp4');
  const frames = frameNumbers(file);
  expect(frames[0]).toBe(keyframeGap);
  expect(frames).toEqual(run(keyframeGap, frames.length));
  expect(frames).toContain(149);
  await expect(page.getByRole('region', { name: 'Exported file' })).toContainText('00:00:02:00 –');
});

test('a cancelled export leaves nothing behind', async ({ studioPage: page, studio }) => {
  await openClip(page, studio.url, makeLongClip(folder, numbered));
  await page.getByRole('radio', { name: /^Exact/ }).check();
  await page.getByRole('button', { name: 'Export cut' }).click();
  const progress = page.getByRole('progressbar', { name: 'Exporting' });
  await expect
    .poll(async () => Number(await progress.getAttribute('aria-valuenow')) % 100)
    .toBeGreaterThan(0);
  await page.getByRole('complementary').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Export cut' })).toBeEnabled();
  const { path } = await callStudio<{ path: string }>(page, 'workspace.current');
  await expect.poll(() => readdir(join(path, 'exports'))).toEqual([]);
});

test('a clip becomes the picture of a new post', async ({ studioPage: page, studio }) => {
  const id = await openClip(page, studio.url, numbered);
  await press(page, 'Shift+ArrowRight');
  await press(page, 'i');
  await exportCut(page, 'for-post.mp4');
  await page.getByRole('button', { name: 'Use in a post' }).click();
  await expect(page).toHaveURL(/#\/posts\/[\w-]+$/);
  const post = await callStudio<{ attachments: { kind: string; refId: string; trim: { from: number } }[] }>(
    page,
    'posts.get',
    { id: page.url().split('/').at(-1) },
  );
  expect(post.attachments).toMatchObject([{ kind: 'clip', refId: id, trim: { from: 1 } }]);
});
