import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { importThroughLibrary, makeNumberedClip, rate } from './numbered-clip.ts';

let folder = '';
let numbered = '';

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-playback-spec-'));
  numbered = makeNumberedClip(folder);
});
test.afterAll(async () => rm(folder, { recursive: true, force: true }));

interface ClipRecord {
  id: string;
  revision: number;
  edit: { body: object };
}

/** Opens a clip over the numbered recording with an edit of its own. */
async function openEdit(page: Page, studioUrl: string, edit: (source: string) => object): Promise<void> {
  const address = (path: string): string => new URL(path, studioUrl).href;
  const assets = await importThroughLibrary(page, address, [numbered]);
  const assetId = assets.get('numbered.mp4')?.id ?? '';
  const clip = await callStudio<ClipRecord>(page, 'clips.create', { assetId });
  await callStudio(page, 'clips.save', {
    id: clip.id,
    revision: clip.revision,
    edit: { ...clip.edit, body: edit(assetId) },
  });
  await page.goto(address(`/#/clips/${clip.id}`));
}

/** Which bars are lit in what is really on the screen, from the left; null for a grey one. */
async function litBars(page: Page, count: number): Promise<(boolean | null)[]> {
  const shot = await page.getByTestId('clip-frame').screenshot();
  const { data, info } = await sharp(shot).greyscale().raw().toBuffer({ resolveWithObject: true });
  const row = Math.floor(info.height / 2) * info.width;
  return Array.from({ length: count }, (_, bar) => {
    const level = data[(row + Math.floor(((bar + 0.5) * info.width) / count)) * info.channels] ?? 128;
    return level > 170 ? true : level < 85 ? false : null;
  });
}

const numberOf = (bars: readonly (boolean | null)[], first = 0): number =>
  bars.includes(null) ? -1 : bars.reduce((sum, lit, at) => sum + (lit ? 2 ** (at + first) : 0), 0);

const shownFrame = async (page: Page): Promise<number> => numberOf(await litBars(page, 8));

async function goTo(page: Page, frame: number): Promise<void> {
  const position = page.getByRole('textbox', { name: 'Position' });
  await position.fill(`${frame}f`);
  await position.press('Enter');
}

const twoParts = (source: string): object => ({
  segments: [
    { id: 'first', kind: 'clip', source, from: 1, to: 3 },
    { id: 'second', kind: 'clip', source, from: 5, to: 7 },
  ],
});

test('every seek shows its frame, on both sides of a cut', async ({ studioPage: page, studio }) => {
  await openEdit(page, studio.url, twoParts);
  await expect.poll(() => shownFrame(page)).toBe(rate);
  for (const frame of [15, 59, 60, 119, 75, 30]) {
    await goTo(page, frame);
    await expect.poll(() => shownFrame(page)).toBe(frame < 60 ? rate + frame : 5 * rate + frame - 60);
  }
  await goTo(page, 59);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => shownFrame(page)).toBe(5 * rate);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => shownFrame(page)).toBe(3 * rate - 1);
});

test('playing goes over the cut and shows nothing of what was cut away', async ({
  studioPage: page,
  studio,
}) => {
  await openEdit(page, studio.url, twoParts);
  await expect.poll(() => shownFrame(page)).toBe(rate);
  await page.keyboard.press('Space');
  const seen: number[] = [];
  await expect
    .poll(async () => {
      const frame = await shownFrame(page);
      seen.push(frame);
      return frame;
    })
    .toBeGreaterThan(5 * rate + 5);
  await page.keyboard.press('Space');
  // A cut is drawn within one refresh of the screen: at the most one frame of what follows may be seen of the element that leaves.
  for (const frame of seen.filter((each) => each >= 0))
    expect((frame >= rate && frame <= 3 * rate) || (frame >= 5 * rate - 1 && frame < 7 * rate)).toBe(true);
  const position = page.getByRole('textbox', { name: 'Position' });
  await expect
    .poll(async () => {
      const [, , seconds = 0, frames = 0] = (await position.inputValue()).split(':').map(Number);
      return (await shownFrame(page)) - (5 * rate + seconds * rate + frames - 2 * rate);
    })
    .toBe(0);
});

test('a reversed and a fast segment show the right frames', async ({ studioPage: page, studio }) => {
  await openEdit(page, studio.url, (source) => ({
    segments: [
      { id: 'back', kind: 'clip', source, from: 2, to: 4, reversed: true },
      { id: 'fast', kind: 'clip', source, from: 0, to: 4, speed: 2 },
    ],
  }));
  await expect.poll(() => shownFrame(page)).toBe(4 * rate - 1);
  await goTo(page, 10);
  await expect.poll(() => shownFrame(page)).toBe(4 * rate - 11);
  await goTo(page, 75);
  await expect.poll(() => shownFrame(page)).toBe(30);
});

test('a reframed picture shows the part that is looked at', async ({ studioPage: page, studio }) => {
  await openEdit(page, studio.url, (source) => ({
    frame: { width: 80, height: 96, format: '' },
    segments: [
      { id: 'left', kind: 'clip', source, from: 0, to: 2, picture: { focus: [{ at: 0, x: 0, y: 0.5 }] } },
      { id: 'right', kind: 'clip', source, from: 2, to: 4, picture: { focus: [{ at: 0, x: 1, y: 0.5 }] } },
      {
        id: 'cropped',
        kind: 'clip',
        source,
        from: 4,
        to: 6,
        picture: { crop: { x: 0.25, y: 0, width: 0.5, height: 1 } },
      },
    ],
  }));
  const half = async (first: number): Promise<number> => numberOf(await litBars(page, 4), first);
  await goTo(page, 13);
  await expect.poll(() => half(0)).toBe(13 % 16);
  await goTo(page, 60 + 47);
  await expect.poll(() => half(4)).toBe(107 & 0b1111_0000);
  await goTo(page, 120 + 33);
  await expect.poll(() => half(2)).toBe(153 & 0b0011_1100);
});

test('the frame is chosen above the picture, and a crop is drawn by hand', async ({
  studioPage: page,
  studio,
}) => {
  await openEdit(page, studio.url, twoParts);
  await page.getByRole('button', { name: 'Frame of the clip' }).click();
  await page.getByRole('textbox', { name: 'Search formats' }).fill('1:1');
  await page.getByRole('option', { name: /^1:1/ }).first().click();
  const frame = page.getByTestId('clip-frame');
  await expect
    .poll(async () => {
      const box = await frame.boundingBox();
      return box ? Math.round((box.width / box.height) * 100) : 0;
    })
    .toBe(100);
  await page.getByRole('button', { name: 'Crop', exact: false }).first().click();
  const crop = page.getByRole('group', { name: /^Crop:/ });
  const before = await crop.boundingBox();
  await page.getByRole('button', { name: 'Edge of the crop' }).nth(3).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect
    .poll(async () => (await crop.boundingBox())?.width ?? 0)
    .toBeLessThan((before?.width ?? 0) - 15);
  await page.keyboard.press('Escape');
  await expect(crop).toBeHidden();
});
