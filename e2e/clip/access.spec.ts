import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { defaultCaptionStyle } from '#shared/clip/captions/styles.ts';
import { clipFormat } from '#shared/clip/document.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { writeDocument } from '#shared/documents/envelope.ts';
import { violations } from '../drivers/axe.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { visit } from '../frame/screens.ts';
import { importThroughLibrary } from './numbered-clip.ts';

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-clip-access-'));
});
test.afterAll(async () => rm(folder, { recursive: true, force: true }));

/** A recording whose tone pauses, a picture, and music. */
async function makeFiles(): Promise<[string, string, string]> {
  const [talk, photo, music] = ['talk.mp4', 'photo.png', 'music.wav'].map((name) => join(folder, name));
  if (!talk || !photo || !music) throw new Error('There are three files.');
  const ffmpeg = (words: string): void =>
    void execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', ...words.split(' ')]);
  const tone = "-f lavfi -i sine=330:duration=3 -af volume='if(between(t,1,2),0,1)':eval=frame";
  ffmpeg(`testsrc2=size=320x180:rate=15:duration=3 ${tone} -c:v libx264 -pix_fmt yuv420p -c:a aac ${talk}`);
  ffmpeg(`sine=220:duration=4 ${music}`);
  await sharp({ create: { width: 320, height: 180, channels: 3, background: '#4a7c8c' } })
    .png()
    .toFile(photo);
  return [talk, photo, music];
}

const everything = (talk: string, photo: string, music: string): ClipEdit => ({
  segments: [
    { id: 'first', kind: 'clip', source: talk, from: 0, to: 3 },
    { id: 'second', kind: 'still', source: photo, duration: 2, transition: { kind: 'fade', seconds: 0.5 } },
    { id: 'third', kind: 'clip', source: talk, from: 0.5, to: 2.5, speed: 2 },
  ],
  captions: [
    {
      id: 'words',
      name: 'English',
      language: 'en',
      style: defaultCaptionStyle,
      burn: true,
      cues: [
        { id: 'one', from: 0.2, to: 1.6, text: 'The city wakes slowly.' },
        { id: 'two', from: 2, to: 3.5, text: 'Its trains do not.' },
      ],
    },
  ],
  overlays: [
    {
      id: 'badge',
      name: 'Badge',
      kind: 'image',
      source: photo,
      from: 0.5,
      to: 3,
      x: 0.1,
      y: 0.1,
      width: 0.3,
    },
  ],
  sounds: [
    { id: 'song', name: 'Song', source: music, at: 0, from: 0, to: 4, role: 'music', gain: -12, duck: -10 },
  ],
  markers: [{ id: 'here', at: 1, name: 'Here' }],
  cover: { kind: 'frame', at: 1 },
});

/** A press in the middle of what the timeline's list names. */
async function choose(page: Page, name: RegExp): Promise<void> {
  const option = page.getByRole('option', { name });
  const box = await option.boundingBox();
  if (!box) throw new Error(`${String(name)} is not on the screen.`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(option).toHaveAttribute('aria-selected', 'true');
}

test('axe finds nothing serious in the clip studio: every tab, what is chosen, its dialogs, light and dark', async ({
  studioPage: page,
  studio,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const address = (path: string): string => new URL(path, studio.url).href;
  const files = await makeFiles();
  const assets = await importThroughLibrary(page, address, files);
  const [talk = '', photo = '', music = ''] = ['talk.mp4', 'photo.png', 'music.wav'].map(
    (name) => assets.get(name)?.id,
  );
  const clip = await callStudio<{ id: string }>(page, 'clips.create', {
    name: 'Everything',
    edit: writeDocument(clipFormat, everything(talk, photo, music)),
  });
  const found: string[] = [];
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  for (const theme of ['light', 'dark'] as const) {
    await callStudio(page, 'settings.set', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    const look = async (where: string, part?: string): Promise<void> => {
      found.push(...(await violations(page, `${theme}, ${where}`, part)));
    };

    await visit(page, '/clips');
    await page.getByRole('button', { name: 'From a text…' }).click();
    const story = page.getByRole('dialog', { name: 'Text to video' });
    await story.getByRole('textbox', { name: 'Text' }).fill('A city wakes.\n城市慢慢醒来。');
    await expect(story.getByRole('listitem')).toHaveCount(2);
    await look('text to video', '[role=dialog]');
    await page.keyboard.press('Escape');
    await expect(story).toBeHidden();

    await visit(page, `/clips/${clip.id}`);
    await expect(page.getByRole('option', { name: /^Segment / })).toHaveCount(3);
    // What is chosen below shows these tabs with more in them; in the dark that is enough.
    const alone = theme === 'light' ? ['Picture', 'Sound', 'Captions', 'Overlays'] : [];
    for (const name of ['Clip', ...alone, 'Story']) {
      await tab(name).click();
      await expect(tab(name)).toHaveAttribute('aria-selected', 'true');
      await look(`tab ${name}`, name === 'Clip' ? undefined : '[role=tabpanel]');
    }
    const things: [RegExp, string][] = [
      [/^Segment 2/, 'Picture'],
      [/^Overlay 1/, 'Overlays'],
      [/^Caption 1/, 'Captions'],
      [/^Sound 1/, 'Sound'],
      [/^Segment 1/, 'Sound'],
    ];
    for (const [name, its] of things) {
      await choose(page, name);
      await tab(its).click();
      await look(`chosen ${String(name)}`, '[role=tabpanel]');
    }

    await page.getByRole('button', { name: 'Find pauses' }).click();
    const pauses = page.getByRole('dialog', { name: 'Pauses' });
    await expect(pauses.getByRole('checkbox').first()).toBeVisible();
    await look('pauses', '[role=dialog]');
    await page.keyboard.press('Escape');
    await expect(pauses).toBeHidden();

    await page.getByRole('button', { name: /^Export…/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Export clip' });
    await expect(dialog.getByText('Files: 1')).toBeVisible();
    await look('export', '[role=dialog]');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  expect(found).toEqual([]);
});
