import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { addDays } from '#shared/domain/calendar-days.ts';
import type { Post } from '#shared/domain/post.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { probe, realFiles } from './real-files.ts';

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-path-'));
});
test.afterAll(async () => rm(folder, { recursive: true, force: true }));

/** Tomorrow on the calendar of the window, whose zone `playwright.config.ts` says. */
function tomorrow(): string {
  return addDays(new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin' }).format(new Date()), 1);
}

async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click();
}

const saved = (page: Page) => page.getByRole('contentinfo').getByText('Saved', { exact: true });

test('a photo and a phone clip become a post, ready to publish on four platforms', async ({
  studioPage: page,
}) => {
  test.setTimeout(300_000);
  const files = await realFiles(folder);

  await test.step('both come into the library', async () => {
    await go(page, 'Library');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add files' }).first().click();
    await (await chooser).setFiles([files.photo, files.clip]);
    await expect(page.getByRole('option', { name: 'tokyo.jpg' })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('option', { name: 'phone.mp4' })).toBeVisible({ timeout: 60_000 });
  });

  const { items } = await callStudio<{ items: { id: string; name: string }[] }>(page, 'assets.list');
  const idOf = (name: string): string => items.find((item) => item.name === name)?.id ?? '';

  await test.step('the clip is trimmed to the frame', async () => {
    const clip = await callStudio<{ id: string }>(page, 'clips.create', {
      assetId: idOf('phone.mp4'),
      name: 'Street',
    });
    await page.goto(new URL(`/#/clips/${clip.id}`, page.url()).href);
    await expect(page.getByRole('radio', { name: /^Exact/ })).toBeEnabled({ timeout: 60_000 });
    const inField = page.getByRole('textbox', { name: 'In point', exact: true });
    await inField.fill('1');
    await inField.press('Enter');
    const outField = page.getByRole('textbox', { name: 'Out point', exact: true });
    await outField.fill('4.5');
    await outField.press('Enter');
    await expect(page.getByText('105 frames', { exact: true })).toBeVisible();
    await page.getByRole('radio', { name: /^Exact/ }).check();
    await page.getByRole('button', { name: 'Export cut' }).click();
    const card = page.getByRole('region', { name: 'Exported file' });
    await expect(card).toBeVisible({ timeout: 120_000 });
    const href = await card.getByRole('link', { name: 'Download' }).getAttribute('href');
    const answer = await page.request.get(new URL(href ?? '', page.url()).href);
    const out = join(folder, 'cut.mp4');
    await writeFile(out, await answer.body());
    const cut = probe(out);
    expect(cut.streams.find((stream) => stream.codec_type === 'video')?.nb_read_frames).toBe('105');
    expect(Math.abs(Number(cut.format.duration) - 3.5)).toBeLessThan(0.05);
    await expect(saved(page)).toBeVisible();
  });

  await test.step('a design is made from a template with the photo on it', async () => {
    await go(page, 'Designs');
    await page.getByRole('button', { name: 'New design' }).first().click();
    await page.getByRole('button', { name: 'Quote', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Canvas' })).toBeVisible();
    await page.getByRole('tab', { name: 'Text' }).click();
    await page.getByRole('button', { name: 'Add body text' }).click();
    await page.keyboard.type('东京的早晨 · Morning in Tokyo');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Pictures' }).click();
    await page.getByRole('button', { name: 'tokyo.jpg' }).click();
    await page.keyboard.press('Control+s');
    await expect(saved(page)).toBeVisible();
    await page.getByRole('button', { name: 'Use in a post' }).click();
    await expect(page).toHaveURL(/posts\//);
  });

  const postId = /posts\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  const post = (): Promise<Post> => callStudio<Post>(page, 'posts.get', { id: postId });

  await test.step('the post is written once and given words of its own for one platform', async () => {
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Morning in Tokyo');
    await page.getByRole('textbox', { name: 'Text', exact: true }).click();
    await page.keyboard.type('The city wakes slowly. 城市慢慢醒来。');
    await page.getByRole('button', { name: 'Choose targets' }).click();
    const find = page.getByPlaceholder('Find a platform or format');
    const formats = ['x/post', 'weibo/post', 'instagram/feed', 'douyin/video'];
    for (const format of formats) {
      await find.fill(format.replace('/', ' '));
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await post()).targets.map((target) => target.format)).toEqual(formats);
  });

  await test.step('the clip is attached and a preview shows the words live', async () => {
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const picker = page.getByRole('dialog', { name: 'Add media' });
    await picker.getByText('Clips', { exact: true }).click();
    await picker.getByRole('button', { name: 'Street' }).click();
    await picker.getByRole('button', { name: /^Attach/ }).click();
    await expect
      .poll(async () => (await post()).attachments.map((item) => item.kind))
      .toEqual(['design', 'clip']);
    await page.getByRole('listbox', { name: 'Targets' }).getByRole('option', { name: 'Weibo' }).click();
    await expect(page.locator('[data-frame-scheme]').first()).toContainText('城市慢慢醒来');
  });

  const day = tomorrow();
  await test.step('it is planned by dragging it from the tray onto tomorrow', async () => {
    await go(page, 'Calendar');
    const card = page
      .getByRole('complementary', { name: 'No date yet' })
      .getByRole('button', { name: /Morning in Tokyo/ });
    const target = page.locator(`[data-calendar-grid] [data-day="${day}"]`);
    // Where today ends the last week of its month, tomorrow stands in the next one.
    await expect(page.locator('[data-calendar-grid] [data-day]').first()).toBeVisible();
    if ((await target.count()) === 0) await page.getByRole('button', { name: 'Later', exact: true }).click();
    await expect(target).toBeVisible();
    const from = await card.boundingBox();
    const to = await target.boundingBox();
    if (!from || !to) throw new Error('The card or the day is not on the screen.');
    await page.mouse.move(from.x + 40, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 16, { steps: 3 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await page.mouse.up();
    await expect.poll(async () => (await post()).schedule?.local.slice(0, 10)).toBe(day);
  });

  await test.step('the package holds every target’s media in its format, text and checklist', async () => {
    await page.goto(new URL(`/#/posts/${postId}`, page.url()).href);
    await page.getByRole('button', { name: 'Hand off' }).click();
    const dialog = page.getByRole('dialog');
    const link = dialog.getByRole('link', { name: 'Download all (ZIP)' });
    await expect(link).toBeVisible({ timeout: 180_000 });
    const href = await link.getAttribute('href');
    const zip = join(folder, 'package.zip');
    const answer = await page.request.get(new URL(href ?? '', page.url()).href);
    await writeFile(zip, await answer.body());
    const out = join(folder, 'package');
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, out]);

    const sizes: Record<string, [number, number]> = {
      'x-post': [1080, 1440],
      'weibo-post': [1080, 1350],
      'instagram-feed': [1080, 1350],
    };
    for (const [dir, [width, height]] of Object.entries(sizes)) {
      const names = await readdir(join(out, dir));
      const picture = names.find((name) => /^01\.(png|jpg)$/.test(name)) ?? '';
      const facts = await sharp(join(out, dir, picture)).metadata();
      expect([dir, facts.width, facts.height, facts.exif]).toEqual([dir, width, height, undefined]);
      expect(facts.hasProfile).toBe(true);
      expect(await readFile(join(out, dir, 'paste.txt'), 'utf8')).toContain('城市慢慢醒来');
    }
    const video = probe(join(out, 'douyin-video', '01.mp4'));
    const picture = video.streams.find((stream) => stream.codec_type === 'video');
    expect(picture).toMatchObject({ codec_name: 'h264', width: 1080, height: 1920, nb_read_frames: '105' });
    expect(JSON.stringify(video.format.tags ?? {})).not.toMatch(/location|\+35/i);
    const cover = await sharp(join(out, 'douyin-video', '01-cover.jpg')).metadata();
    expect(cover.width).toBeGreaterThanOrEqual(1080);

    const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as {
      targets: { format: string; files: unknown[]; checklist: unknown[] }[];
    };
    expect(manifest.targets.map((target) => target.format).toSorted()).toEqual([
      'douyin/video',
      'instagram/feed',
      'weibo/post',
      'x/post',
    ]);
    for (const target of manifest.targets) {
      expect(target.files.length).toBeGreaterThan(0);
      expect(target.checklist.length).toBeGreaterThan(1);
    }
    for (const name of await readdir(out, { recursive: true })) {
      const path = join(out, name);
      const bytes = await readFile(path).catch(() => null);
      expect(bytes?.includes('GPSLatitude') ?? false, name).toBe(false);
    }
  });
});
