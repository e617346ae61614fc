import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { editDuration } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { Render } from '#shared/contract/renders.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { probe } from '../path/real-files.ts';
import { importThroughLibrary } from './numbered-clip.ts';

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-story-spec-'));
});
test.afterAll(async () => rm(folder, { recursive: true, force: true }));

const first = '清晨五点，城市还在慢慢醒来。';
const second = '街角面包店的灯总是最先亮起。';
const third = '第一班电车驶过安静的街道。';
const added = '河边已经有人开始慢慢跑步。';

/** Two pictures of one colour each, and a tone. */
async function makeFiles(): Promise<string[]> {
  const paint = async (name: string, background: string): Promise<string> => {
    const path = join(folder, name);
    await sharp({ create: { width: 640, height: 480, channels: 3, background } })
      .png()
      .toFile(path);
    return path;
  };
  const tone = join(folder, '音乐.wav');
  execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'sine=frequency=330:duration=3', tone]);
  return [await paint('面包店.png', '#c0392b'), await paint('电车.png', '#2471a3'), tone];
}

/** Chooses pictures or music in the picker that a button of the dialog opens. */
async function pick(page: Page, opener: string, names: string[], confirm: RegExp): Promise<void> {
  await page.getByRole('button', { name: opener }).click();
  const picker = page.getByRole('dialog', { name: opener });
  for (const name of names) await picker.getByRole('button', { name, exact: true }).click();
  await picker.getByRole('button', { name: confirm }).click();
  await expect(picker).toBeHidden();
}

test('a text becomes a clip, what is edited by hand outlives a changed text, and it renders with its music', async ({
  studioPage: page,
  studio,
}) => {
  const address = (path: string): string => new URL(path, studio.url).href;
  const assets = await importThroughLibrary(page, address, await makeFiles());
  const idOf = (name: string): string => assets.get(name)?.id ?? '';
  const clipId = (): string => /clips\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  const editOf = async (): Promise<ClipEdit> =>
    (await callStudio<{ edit: { body: ClipEdit } }>(page, 'clips.get', { id: clipId() })).edit.body;
  const saved = page.getByRole('contentinfo').getByText('Saved', { exact: true });

  await test.step('a text with two pictures and music becomes a clip of three scenes', async () => {
    await page.goto(address('/#/clips'));
    await page.getByRole('button', { name: 'From a text…' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Text to video' });
    await dialog.getByRole('textbox', { name: 'Text' }).fill(`${first}${second}${third}`);
    await pick(page, 'Choose pictures…', ['面包店.png', '电车.png'], /^Take 2/);
    await pick(page, 'Choose music…', ['音乐.wav'], /^Take this music/);
    await expect(dialog.getByRole('region', { name: 'Scenes' }).getByRole('listitem')).toHaveCount(3);
    await dialog.getByRole('button', { name: 'Make the clip' }).click();
    await expect(page).toHaveURL(/clips\/\w/);
    await expect(page.getByRole('option', { name: /^Segment / })).toHaveCount(3);
  });

  await test.step('each sentence is a caption over a picture that fits it, the music runs under all', async () => {
    const edit = await editOf();
    expect(edit.captions?.[0]?.cues.map(({ text }) => text)).toEqual([first, second, third]);
    expect(edit.captions?.[0]?.language).toBe('zh');
    // The first sentence names neither, and leaves the bakery to the next.
    const shown = edit.segments.map((one) => (one.kind === 'still' ? one.source : one.kind));
    expect(shown).toEqual(['电车.png', '面包店.png', '电车.png'].map(idOf));
    expect(edit.sounds?.map(({ source, loop }) => [source, loop])).toEqual([[idOf('音乐.wav'), true]]);
  });

  await test.step('a scene is held for six seconds by hand', async () => {
    await page.getByRole('tab', { name: 'Picture', exact: true }).click();
    const box = await page.getByRole('option', { name: /^Segment 2/ }).boundingBox();
    if (!box) throw new Error('The second scene is not on the screen.');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(page.getByRole('option', { name: /^Segment 2/ })).toHaveAttribute('aria-selected', 'true');
    const length = page.getByRole('textbox', { name: 'Length', exact: true }).last();
    await length.fill('6');
    await length.press('Enter');
    await expect.poll(async () => (await editOf()).segments[1]).toMatchObject({ duration: 6 });
  });

  await test.step('a changed text adds its scene and leaves that length alone', async () => {
    const before = await editOf();
    await page.getByRole('tab', { name: 'Story', exact: true }).click();
    const text = page.getByRole('textbox', { name: 'Text', exact: true });
    await expect(text).toHaveValue(`${first}${second}${third}`);
    await text.fill(`${first}${second}${added}${third}`);
    await page.getByRole('button', { name: 'Convert again' }).click();
    await expect(page.getByText('Scenes new: 1, removed: 0, kept as edited by hand: 1')).toBeVisible();
    await expect.poll(async () => (await editOf()).segments.length).toBe(4);
    const edit = await editOf();
    expect(edit.segments[1]).toEqual(before.segments[1]);
    expect(edit.story?.scenes.map((scene) => scene.text)).toEqual([first, second, added, third]);
    expect(edit.captions?.[0]?.cues.map((cue) => cue.text)).toEqual([first, second, added, third]);
    await expect(saved).toBeVisible();
  });

  await test.step('the rendered file is as long as the timeline and sounds', async () => {
    const wanted = { format: null, maxSide: 320, maxFps: 10, quality: 'small' };
    await callStudio(page, 'renders.add', { clipId: clipId(), wanted: [wanted] });
    const list = async (): Promise<Render | undefined> =>
      (await callStudio<Render[]>(page, 'renders.list', { clipId: clipId() }))[0];
    await expect
      .poll(async () => (await list())?.failure?.message.en ?? (await list())?.state, { timeout: 180_000 })
      .toBe('done');
    const result = (await list())?.result;
    const file = join(folder, 'story.mp4');
    await writeFile(file, await (await page.request.get(address(`/media/${result?.url}`))).body());
    const { streams, format } = probe(file);
    expect(Math.abs(Number(format.duration) - editDuration(await editOf()))).toBeLessThan(0.1);
    const video = streams.find(({ codec_type }) => codec_type === 'video');
    expect(Math.max(video?.width ?? 0, video?.height ?? 0)).toBe(320);
    const sound = execFileSync('ffmpeg', [
      '-v',
      'error',
      '-i',
      file,
      '-ac',
      '1',
      '-ar',
      '8000',
      '-f',
      's16le',
      '-',
    ]);
    const samples = new Int16Array(sound.buffer, sound.byteOffset, Math.floor(sound.length / 2));
    // The tone is three seconds long and repeats: it is heard after two thirds too.
    const late = samples.subarray(Math.floor(samples.length * 0.66), Math.floor(samples.length * 0.75));
    expect(late.some((sample) => Math.abs(sample) > 500)).toBe(true);
  });
});
