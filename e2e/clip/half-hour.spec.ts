import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { Render } from '#shared/contract/renders.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { droppedFiles } from '../drivers/files.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { probe, realFiles } from '../path/real-files.ts';

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-half-hour-'));
});
test.afterAll(async () => rm(folder, { recursive: true, force: true }));

/** Drops a file of this machine onto the middle of the screen, as from a file manager. */
async function dropFile(page: Page, path: string): Promise<void> {
  const transfer = await droppedFiles(page, [
    { name: basename(path), type: 'video/mp4', bytes: await readFile(path) },
  ]);
  const target = page.getByRole('main');
  for (const kind of ['dragenter', 'dragover', 'drop'])
    await target.locator('> *').first().dispatchEvent(kind, { dataTransfer: transfer });
}

const captions = `1
00:00:00,200 --> 00:00:01,400
The city wakes slowly.

2
00:00:01,600 --> 00:00:02,900
城市慢慢醒来。
`;

/** Pixels of one frame of a file that are all but white, as a part of all in the given parts of its height. */
async function whiteIn(file: string, seconds: number, part: { from: number; to: number }): Promise<number> {
  const words = ['-v', 'error', '-ss', String(seconds), '-i', file, '-frames:v', '1', '-f', 'image2pipe'];
  const frame = execFileSync('ffmpeg', [...words, '-c:v', 'png', '-'], { maxBuffer: 64 * 1024 * 1024 });
  const { data, info } = await sharp(frame).greyscale().raw().toBuffer({ resolveWithObject: true });
  const inside = data.subarray(
    Math.round(info.height * part.from) * info.width,
    Math.round(info.height * part.to) * info.width,
  );
  return inside.filter((grey) => grey > 235).length / inside.length;
}

/** A press in the middle of what the timeline's list names. */
async function choose(page: Page, name: RegExp): Promise<void> {
  const box = await page.getByRole('option', { name }).boundingBox();
  if (!box) throw new Error(`${String(name)} is not on the screen.`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.getByRole('option', { name })).toHaveAttribute('aria-selected', 'true');
}

const saved = (page: Page) => page.getByRole('contentinfo').getByText('Saved', { exact: true });

test('half an hour of an editor: dropped, trimmed, reframed, captioned, covered, out to three platforms', async ({
  studioPage: page,
  studio,
}) => {
  test.setTimeout(600_000);
  const files = await realFiles(folder);
  const editOf = async (): Promise<ClipEdit> => {
    const id = /clips\/([\w-]+)/.exec(page.url())?.[1] ?? '';
    const record = await callStudio<{ edit: { body: ClipEdit } }>(page, 'clips.get', { id });
    return record.edit.body;
  };

  await test.step('a recording dropped on the clips opens as a clip', async () => {
    await page.goto(new URL('/#/clips', studio.url).href);
    await expect(page.getByRole('button', { name: 'Clip from a file' }).first()).toBeVisible();
    await dropFile(page, files.clip);
    await expect(page).toHaveURL(/clips\/\w/, { timeout: 60_000 });
    await expect(page.getByRole('radio', { name: /^Exact/ })).toBeEnabled({ timeout: 60_000 });
  });

  await test.step('four seconds stay: the rest is trimmed off around the playhead, a second is cut out', async () => {
    const position = page.getByRole('textbox', { name: 'Position' });
    const goTo = async (time: string): Promise<void> => {
      await position.fill(time);
      await position.press('Enter');
      await position.blur();
    };
    await goTo('1');
    await page.keyboard.press('q');
    await expect.poll(async () => (await editOf()).segments[0]).toMatchObject({ kind: 'clip', from: 1 });
    await goTo('4');
    await page.keyboard.press('w');
    await goTo('1.5');
    await page.keyboard.press('s');
    await goTo('2.5');
    await page.keyboard.press('s');
    await expect.poll(async () => (await editOf()).segments.length).toBe(3);
    await choose(page, /^Segment 2/);
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await editOf()).segments.length).toBe(2);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await editOf()).segments.length).toBe(3);
    await page.keyboard.press('Control+Shift+z');
    await expect
      .poll(async () =>
        (await editOf()).segments.map((one) => (one.kind === 'clip' ? [one.from, one.to] : [])),
      )
      .toEqual([
        [1, 2.5],
        [3.5, 5],
      ]);
  });

  await test.step('it becomes upright on its own blurred copy, warmer, with a soft change in the middle', async () => {
    await page.getByRole('button', { name: 'Frame of the clip' }).click();
    await page.getByRole('textbox', { name: 'Search formats, 1080x1920' }).fill('9:16');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await editOf()).frame).toMatchObject({ width: 1080, height: 1920 });
    await page.getByRole('tab', { name: 'Picture' }).click();
    await page.getByText('Blur', { exact: true }).first().click();
    await choose(page, /^Segment 2/);
    await page.getByRole('combobox', { name: 'Transition from the segment before' }).click();
    await page.getByRole('option', { name: 'Cross-fade' }).click();
    await page.getByRole('button', { name: 'Warm film' }).click();
    await expect
      .poll(async () => (await editOf()).segments[1])
      .toMatchObject({
        transition: { kind: 'fade', seconds: 0.5 },
        picture: { adjustments: { preset: 'warm-film' } },
      });
  });

  await test.step('captions come from a file', async () => {
    const srt = join(folder, 'words.srt');
    await writeFile(srt, captions);
    await page.getByRole('tab', { name: 'Captions' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import captions' }).first().click();
    await (await chooser).setFiles([srt]);
    await expect.poll(async () => (await editOf()).captions?.[0]?.cues.length).toBe(2);
  });

  await test.step('a title of the brand and a cover are added', async () => {
    await page.getByRole('tab', { name: 'Overlays' }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).last().click();
    await page.getByRole('menuitem', { name: 'Title card' }).click();
    await expect.poll(async () => (await editOf()).overlays?.length).toBe(1);
    await page.getByRole('button', { name: 'This frame', exact: true }).click();
    await expect.poll(async () => (await editOf()).cover?.kind).toBe('frame');
    await expect(saved(page)).toBeVisible();
  });

  const formats = ['douyin/video', 'instagram/reel', 'x/post'];
  await test.step('three platforms are rendered in one queue', async () => {
    await page.getByRole('button', { name: /^Export…/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Export clip' });
    await dialog.getByRole('checkbox', { name: 'The clip’s own frame' }).uncheck();
    for (const format of formats) {
      await dialog.getByRole('textbox', { name: 'Find a platform or format' }).fill(format);
      await dialog.getByRole('list', { name: 'Formats' }).getByRole('checkbox').last().check();
    }
    await dialog.getByRole('switch', { name: 'Cover picture beside the file' }).check();
    await dialog.getByRole('switch', { name: 'Captions as SRT beside the file' }).check();
    await expect(dialog.getByText('Files: 3')).toBeVisible();
    await dialog.getByRole('button', { name: 'Render' }).click();
    await expect
      .poll(
        async () => (await callStudio<Render[]>(page, 'renders.list')).map((one) => one.state).toSorted(),
        { timeout: 400_000 },
      )
      .toEqual(['done', 'done', 'done']);
  });

  await test.step('the files are what the platforms take, and hold what was made', async () => {
    const renders = await callStudio<Render[]>(page, 'renders.list');
    expect(renders.map((one) => one.wanted.format ?? '').toSorted()).toEqual(formats.toSorted());
    for (const { wanted, result } of renders) {
      const answer = await page.request.get(new URL(`/media/${result?.url}`, studio.url).href);
      const file = join(folder, `${wanted.format?.replace('/', '-')}.mp4`);
      await writeFile(file, await answer.body());
      const { streams, format } = probe(file);
      const video = streams.find((stream) => stream.codec_type === 'video');
      expect(video).toMatchObject({ codec_name: 'h264', width: result?.width, height: result?.height });
      expect(streams.some((stream) => stream.codec_type === 'audio')).toBe(true);
      // 1.5 s and 1.5 s with half a second of both in the change.
      expect(Math.abs(Number(format.duration) - 2.5)).toBeLessThan(0.08);
      expect(format.tags?.['location']).toBeUndefined();
      const beside = result?.beside.map((one) => one.name.replace(/^.*\./, '')).toSorted();
      expect(beside).toEqual(['jpg', 'srt']);
    }
    const upright = renders.find((one) => one.wanted.format === 'douyin/video')?.result;
    expect(upright && upright.height > upright.width).toBe(true);
    const beside = async (ending: string): Promise<Buffer> => {
      const url = upright?.beside.find((one) => one.name.endsWith(ending))?.url;
      return (await page.request.get(new URL(`/media/${url}`, studio.url).href)).body();
    };
    expect((await beside('.srt')).toString()).toContain('城市慢慢醒来。');
    const cover = await sharp(await beside('.jpg')).metadata();
    expect(cover.height).toBeGreaterThan(cover.width);
    // The first caption stands at 0.8 s and not at 1.5 s, over the same blurred ground.
    const file = join(folder, 'douyin-video.mp4');
    const lower = { from: 0.7, to: 0.95 };
    expect(await whiteIn(file, 0.8, lower)).toBeGreaterThan((await whiteIn(file, 1.5, lower)) + 0.002);
  });
});
