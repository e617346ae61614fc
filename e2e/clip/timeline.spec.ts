import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { frameNumbers, importThroughLibrary, makeNumberedClip, rate, shownNumber } from './numbered-clip.ts';

let folder = '';
let numbered = '';

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-timeline-spec-'));
  numbered = makeNumberedClip(folder);
});
test.afterAll(async () => rm(folder, { recursive: true, force: true }));

interface Segment {
  id: string;
  kind: string;
  from: number;
  to: number;
}
interface Edit {
  segments: Segment[];
  markers?: { at: number; name: string }[];
  cover?: { kind: string; at: number };
  range?: { from: number; to: number };
}

const segments = (page: Page) => page.getByRole('option', { name: /^Segment / });
const playhead = (page: Page) => page.getByRole('slider', { name: 'Playhead' });
const frames = (count: number): number => Math.round((count / rate) * 1000) / 1000;

async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
}

/** The playhead on a frame, by its own field. */
async function goTo(page: Page, frame: number): Promise<void> {
  const position = page.getByRole('textbox', { name: 'Position' });
  await position.fill(`${frame}f`);
  await position.press('Enter');
  await expect(playhead(page)).toHaveAttribute('aria-valuenow', String(frames(frame)));
  await position.blur();
}

async function openClip(page: Page, studioUrl: string): Promise<string> {
  const address = (path: string): string => new URL(path, studioUrl).href;
  const assets = await importThroughLibrary(page, address, [numbered]);
  const asset = assets.get('numbered.mp4');
  const clip = await callStudio<{ id: string }>(page, 'clips.create', { assetId: asset?.id });
  await page.goto(address(`/#/clips/${clip.id}`));
  await expect.poll(() => shownNumber(page)).toBe(0);
  await expect(segments(page)).toHaveCount(1);
  return clip.id;
}

async function saved(page: Page, id: string): Promise<Edit> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  const record = await callStudio<{ edit: { body?: Edit } & Edit }>(page, 'clips.get', { id });
  return record.edit.body ?? record.edit;
}

/** Kept parts in frames of the recording. */
const kept = (edit: Edit): [number, number][] =>
  edit.segments.map(({ from, to }) => [Math.round(from * rate), Math.round(to * rate)]);

async function box(
  page: Page,
  name: RegExp,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const found = await page.getByRole('option', { name }).boundingBox();
  if (!found) throw new Error(`${String(name)} is not on the screen.`);
  return found;
}

async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
  keys: string[] = [],
): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  for (const key of keys) await page.keyboard.up(key);
}

test('splitting, deleting and closing the gap by keys, taken back and done again after reopening', async ({
  studioPage: page,
  studio,
}) => {
  const id = await openClip(page, studio.url);
  await goTo(page, 60);
  await press(page, 's');
  await goTo(page, 150);
  await press(page, 'Control+b');
  await expect(segments(page)).toHaveCount(3);
  await expect(segments(page).nth(1)).toHaveAccessibleName('Segment 2, 3s of numbered.mp4');

  await goTo(page, 100);
  await press(page, 'Delete');
  await expect(segments(page)).toHaveCount(2);
  expect(kept(await saved(page, id))).toEqual([
    [0, 60],
    [150, 240],
  ]);
  await goTo(page, 60);
  await expect.poll(() => shownNumber(page)).toBe(150);

  await page.reload();
  await expect(segments(page)).toHaveCount(2);
  await press(page, 'Control+z');
  await expect(segments(page)).toHaveCount(3);
  await press(page, 'Control+z', 2);
  await expect(segments(page)).toHaveCount(1);
  await press(page, 'Control+Shift+z', 3);
  await expect(segments(page)).toHaveCount(2);

  await goTo(page, 20);
  await press(page, 'q');
  await goTo(page, 100);
  await press(page, 'w');
  expect(kept(await saved(page, id))).toEqual([
    [20, 60],
    [150, 210],
  ]);
  await press(page, 'ArrowUp');
  await expect(playhead(page)).toHaveAttribute('aria-valuenow', String(frames(40)));
});

test('segments are put in another order by dragging; Escape leaves them', async ({
  studioPage: page,
  studio,
}) => {
  const id = await openClip(page, studio.url);
  await goTo(page, 80);
  await press(page, 's');
  await goTo(page, 160);
  await press(page, 's');
  await expect(segments(page)).toHaveCount(3);
  const [one, three] = [await box(page, /^Segment 1/), await box(page, /^Segment 3/)];
  const start = { x: one.x + one.width / 2, y: one.y + one.height - 12 };
  const end = { x: three.x + three.width * 0.8, y: start.y };

  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await expect(page.getByTestId('timeline-tip')).toBeVisible();
  await press(page, 'Escape');
  await page.mouse.up();
  expect(kept(await saved(page, id))).toEqual([
    [0, 80],
    [80, 160],
    [160, 240],
  ]);

  await drag(page, start, end);
  await expect
    .poll(async () => kept(await saved(page, id)))
    .toEqual([
      [80, 160],
      [160, 240],
      [0, 80],
    ]);
  await goTo(page, 200);
  await expect.poll(() => shownNumber(page)).toBe(40);
  await press(page, 'Control+z');
  expect(kept(await saved(page, id))).toEqual([
    [0, 80],
    [80, 160],
    [160, 240],
  ]);
});

test('edges are trimmed by dragging, catch on the playhead, and undo as one', async ({
  studioPage: page,
  studio,
}) => {
  const id = await openClip(page, studio.url);
  await goTo(page, 120);
  await press(page, 's');
  await expect(segments(page)).toHaveCount(2);
  await goTo(page, 77);
  const first = await box(page, /^Segment 1/);
  const perFrame = first.width / 120;
  const y = first.y + first.height - 12;
  // A frame beside the playhead: it catches.
  const from = { x: first.x + first.width - 3, y };
  await drag(page, from, { x: first.x + perFrame * 78 - 3, y });
  await expect
    .poll(async () => kept(await saved(page, id)))
    .toEqual([
      [0, 77],
      [120, 240],
    ]);
  await expect.poll(() => shownNumber(page)).toBe(76);
  await press(page, 'Control+z');
  await expect
    .poll(async () => kept(await saved(page, id)))
    .toEqual([
      [0, 120],
      [120, 240],
    ]);

  // With Alt the cut rolls: nothing behind it moves.
  const again = await box(page, /^Segment 1/);
  const wide = again.width / 120;
  const edge = { x: again.x + again.width - 3, y };
  await press(page, 'n');
  await drag(page, edge, { x: edge.x - wide * 20, y }, ['Alt']);
  const rolled = kept(await saved(page, id));
  expect(rolled[0]?.[1]).toBe(rolled[1]?.[0]);
  expect(Math.abs((rolled[0]?.[1] ?? 0) - 100)).toBeLessThan(3);
  expect(rolled[1]?.[1]).toBe(240);
});

test('the list of the timeline follows the keys: choosing, markers, cover, speed, copies', async ({
  studioPage: page,
  studio,
}) => {
  const id = await openClip(page, studio.url);
  await goTo(page, 60);
  await press(page, 'm');
  await press(page, 'g');
  await press(page, 's');
  await expect(segments(page)).toHaveCount(2);
  await segments(page).first().focus();
  await press(page, 'ArrowRight');
  await expect(segments(page).nth(1)).toBeFocused();
  await expect(segments(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(playhead(page)).toHaveAttribute('aria-valuenow', String(frames(60)));
  await press(page, 'Control+d');
  await expect(segments(page)).toHaveCount(3);
  await press(page, 'r');
  const edit = await saved(page, id);
  expect(kept(edit)).toEqual([
    [0, 60],
    [60, 240],
    [60, 240],
  ]);
  expect(edit.segments[1]).toMatchObject({ reversed: true });
  expect(edit.markers).toMatchObject([{ at: 2, name: 'Marker 1' }]);
  expect(edit.cover).toMatchObject({ kind: 'frame', at: 2 });

  await press(page, 'Control+c');
  await press(page, 'Home');
  await press(page, 'Control+v');
  await expect(segments(page)).toHaveCount(4);
  await press(page, 'Shift+Delete');
  expect((await saved(page, id)).segments[0]).toMatchObject({ kind: 'colour' });
});

test('parts of one recording come out as one file without a frame too many', async ({
  studioPage: page,
  studio,
}) => {
  await openClip(page, studio.url);
  await goTo(page, 60);
  await press(page, 's');
  await goTo(page, 120);
  await press(page, 's');
  await goTo(page, 90);
  await press(page, 'Delete');
  await expect(segments(page)).toHaveCount(2);
  await page.getByText('One file').click();
  const lossless = page.getByRole('radio', { name: /^Lossless/ });
  await expect(lossless).toHaveAccessibleName(/Every part exactly as set.*Nothing is re-encoded/);
  await lossless.check();
  await page.getByRole('button', { name: 'Export cut' }).click();
  const card = page.getByRole('region', { name: 'Exported file' });
  await expect(card).toBeVisible({ timeout: 60_000 });
  const href = await card.getByRole('link').getAttribute('href');
  const answer = await page.request.get(new URL(href ?? '', page.url()).href);
  const { writeFile } = await import('node:fs/promises');
  const file = join(folder, 'joined.mp4');
  await writeFile(file, await answer.body());
  const numbers = Array.from({ length: 180 }, (_, at) => (at < 60 ? at : at + 60));
  expect(frameNumbers(file)).toEqual(numbers);
});
