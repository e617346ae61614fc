import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { editor, field, openPost, stored, targets } from '../drivers/composer.ts';
import { droppedFiles } from '../drivers/files.ts';
import { fillMoment } from '../drivers/moment.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const state = (page: Page) => page.locator('[role=status][data-state]');

const threeTargets = ['x/post', 'weibo/post', 'instagram/feed'].map((format) => ({ format, overrides: {} }));

test('what is typed is stored as Markdown and editor state, and comes back', async ({ studioPage: page }) => {
  const post = await openPost(page, { title: 'Spring' });
  await editor(page).click();
  await page.keyboard.type('## Heading');
  await page.keyboard.press('Enter');
  await page.keyboard.type('plain ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('bold');
  await expect(state(page)).toHaveAttribute('data-state', 'saved');
  await expect.poll(async () => (await stored(page, post.id)).body).toBe('## Heading\nplain **bold**');
  expect((await stored(page, post.id)).document).toMatchObject({ root: { type: 'root' } });
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Everything is already saved.')).toBeVisible();
  await page.reload();
  await expect(editor(page).locator('h2')).toHaveText('Heading');
});

test('words typed just before leaving the screen are stored', async ({ studioPage: page }) => {
  const post = await openPost(page, {});
  await editor(page).click();
  await page.keyboard.type('last words');
  await page.evaluate(() => {
    location.hash = '#/posts';
  });
  await expect.poll(async () => (await stored(page, post.id)).body).toBe('last words');
});

test('a target inherits until it is edited, and can inherit again', async ({ studioPage: page }) => {
  const post = await openPost(page, { body: 'base words', targets: threeTargets });
  await targets(page).getByRole('option', { name: 'Weibo' }).click();
  await expect(field(page, 'body')).toContainText('Inherited');
  await expect(state(page)).toHaveAttribute('data-state', 'saved');
  expect((await stored(page, post.id)).targets[1]?.overrides).toEqual({});
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' for Weibo');
  await expect(field(page, 'body')).toContainText('Own');
  await expect(page.locator('[data-frame-scheme]')).toContainText('base words for Weibo');
  await expect
    .poll(async () => (await stored(page, post.id)).targets[1]?.overrides.body)
    .toBe('base words for Weibo');
  expect((await stored(page, post.id)).body).toBe('base words');

  await page.getByRole('button', { name: 'Inherit again: Text' }).click();
  await expect(editor(page)).toHaveText('base words');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(editor(page)).toHaveText('base words for Weibo');
});

test('counters use each platform’s unit and the overflowing characters are marked', async ({
  studioPage: page,
}) => {
  await openPost(page, { body: `${'字'.repeat(140)}多出来`, targets: threeTargets });
  await expect(targets(page).getByRole('option', { name: /^X/ })).toContainText('286/280');
  await expect(targets(page).getByRole('option', { name: 'Weibo' })).toContainText('143/2,000');
  await page.keyboard.press('Alt+1');
  await expect(editor(page)).toBeVisible();
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('galley-overflow') ?? [])]
        .flatMap((range) => (range instanceof Range ? [range.toString()] : []))
        .join(''),
    );
  await expect.poll(marked).toBe('多出来');
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Backspace');
  await expect.poll(marked).toBe('多出');
});

test('an input method composes without being counted or saved half-way', async ({ studioPage: page }) => {
  const post = await openPost(page, { targets: threeTargets });
  const client = await page.context().newCDPSession(page);
  await editor(page).click();
  await client.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await client.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
  await expect(targets(page).getByRole('option', { name: /^X/ })).toContainText('0/280');
  await client.send('Input.insertText', { text: '你好' });
  await expect(targets(page).getByRole('option', { name: /^X/ })).toContainText('4/280');
  await expect.poll(async () => (await stored(page, post.id)).body).toBe('你好');
});

test('two windows: different fields merge, the same field asks', async ({ studioPage: page }) => {
  const post = await openPost(page, { title: 'Title', body: 'base' });
  let hold: Promise<unknown> = Promise.resolve();
  await page.route('**/call/posts.save', async (route) => {
    await hold;
    await route.continue();
  });
  const other = async (change: object) => {
    const { revision } = await stored(page, post.id);
    const request = { id: post.id, revision, change };
    const response = await page.request.post(new URL('/call/posts.save', page.url()).href, {
      data: request,
      headers: { origin: new URL(page.url()).origin },
    });
    expect(await response.json()).toMatchObject({ ok: true });
  };
  let release = () => {};
  const holdSaves = () => {
    const gate = Promise.withResolvers<void>();
    hold = gate.promise;
    release = gate.resolve;
  };

  holdSaves();
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' mine');
  await other({ title: 'Their title' });
  release();
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Their title');
  await expect.poll(async () => (await stored(page, post.id)).body).toBe('base mine');

  holdSaves();
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('!');
  await other({ body: 'theirs' });
  release();
  await expect(page.getByText('Another window changed the same words')).toBeVisible();
  expect((await stored(page, post.id)).body).toBe('theirs');
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(async () => (await stored(page, post.id)).body).toBe('base mine!');

  holdSaves();
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('?');
  await other({ body: 'theirs again', document: null });
  release();
  await page.getByRole('button', { name: 'Load theirs' }).click();
  await expect(editor(page)).toHaveText('theirs again');
  await expect(state(page)).toHaveAttribute('data-state', 'saved');
  expect((await stored(page, post.id)).body).toBe('theirs again');
});

test('a long text is folded where the platform folds it, and unfolds', async ({ studioPage: page }) => {
  await openPost(page, {
    body: `${'Long words for a caption. '.repeat(20)}The very end.`,
    targets: [{ format: 'instagram/feed', overrides: {} }],
  });
  const frame = page.locator('[data-frame-scheme]');
  await expect(frame).toContainText('Long words for a caption.');
  await expect(frame).not.toContainText('The very end.');
  await frame.getByRole('button', { name: '… more' }).click();
  await expect(frame).toContainText('The very end.');
  await frame.getByRole('button', { name: 'Show less' }).click();
  await expect(frame).not.toContainText('The very end.');
});

test('targets are found by typing and chosen by keys', async ({ studioPage: page }) => {
  const post = await openPost(page, {});
  await page.getByRole('button', { name: 'Choose targets' }).click();
  await page.keyboard.type('小红书 图文');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => (await stored(page, post.id)).targets.map((each) => each.format))
    .toEqual(['xiaohongshu/image']);
  await targets(page).getByRole('option', { name: 'Xiaohongshu' }).click();
  await page.keyboard.press('Delete');
  await expect(targets(page).getByRole('option')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(targets(page).getByRole('option')).toHaveCount(2);
});

test('a dropped file is imported, attached and handed off', async ({ studioPage: page }) => {
  const picture = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#4a7' } })
    .jpeg()
    .toBuffer();
  const post = await openPost(page, { title: 'Drop', body: 'With a picture', targets: threeTargets });
  const dropped = await droppedFiles(page, [{ name: 'green.jpg', type: 'image/jpeg', bytes: picture }]);
  await field(page, 'attachments').locator('> div').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(field(page, 'attachments').getByRole('listitem', { name: /green/ })).toBeVisible();
  await expect.poll(async () => (await stored(page, post.id)).attachments.length).toBe(1);

  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('link', { name: 'Download all (ZIP)' })).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('button', { name: /Weibo/ }).click();
  await expect(dialog.locator('pre').first()).toHaveText('With a picture');
  const address = await dialog.getByRole('link', { name: 'Download all (ZIP)' }).getAttribute('href');
  const zip = await page.request.get(new URL(address ?? '', page.url()).href);
  expect((await zip.body()).subarray(0, 2).toString()).toBe('PK');
});

test('a design and a part of a clip are cropped, trimmed and handed off', async ({ studioPage: page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'galley-composer-'));
  try {
    const film = join(folder, 'film.mp4');
    const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=25:duration=4'];
    const sound = ['-f', 'lavfi', '-i', 'sine=duration=4'];
    const codecs = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-shortest'];
    execFileSync('ffmpeg', ['-v', 'error', ...picture, ...sound, ...codecs, film]);
    const design = await callStudio<{ id: string }>(page, 'designs.create', {
      name: 'Card',
      width: 1080,
      height: 1350,
    });
    const post = await openPost(page, {
      title: 'Made here',
      body: 'Words',
      attachments: [
        { id: design.id, kind: 'design', refId: design.id, alt: '', crop: null, trim: null, coverAt: null },
      ],
      targets: [
        { format: 'instagram/feed', overrides: {} },
        { format: 'instagram/reel', overrides: { attachments: [] } },
      ],
    });
    await expect(page.locator('[data-frame-scheme] img[src*="design/"]').first()).toBeVisible();

    await targets(page).getByRole('option').nth(2).click();
    const dropped = await droppedFiles(page, [
      { name: 'film.mp4', type: 'video/mp4', bytes: await readFile(film) },
    ]);
    await field(page, 'attachments').locator('> div').dispatchEvent('drop', { dataTransfer: dropped });
    const own = async () => (await stored(page, post.id)).targets[1]?.overrides.attachments ?? [];
    await expect.poll(async () => (await own()).length).toBe(1);
    const [asset] = await own();
    const clip = await callStudio<{ id: string }>(page, 'clips.create', { assetId: asset?.refId ?? '' });

    await page.getByRole('button', { name: 'Remove from post' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Shift+M');
    const picker = page.getByRole('dialog');
    await picker.getByText('Clips', { exact: true }).click();
    await picker.getByRole('button', { name: /film/ }).click();
    await picker.getByRole('button', { name: 'Attach 1' }).click();
    await page.getByRole('button', { name: 'Crop, trim and cover' }).focus();
    await page.keyboard.press('Enter');
    const adjust = page.getByRole('dialog');
    await adjust.getByText('9:16', { exact: true }).click();
    await adjust.getByLabel('From').fill('0.5');
    await adjust.getByLabel('To', { exact: true }).fill('0:02.5');
    await adjust.getByRole('button', { name: 'Apply' }).click();
    await expect
      .poll(async () => (await own())[0])
      .toMatchObject({
        kind: 'clip',
        refId: clip.id,
        trim: { from: 0.5, to: 2.5 },
        crop: { y: 0, height: 1 },
      });

    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog');
    const link = dialog.getByRole('link', { name: 'Download all (ZIP)' });
    await expect(link).toBeVisible({ timeout: 100_000 });
    const step = dialog.getByRole('checkbox').first();
    await step.check();
    await dialog.getByRole('button', { name: 'Choose targets' }).click();
    await dialog.getByRole('button', { name: 'Make package (2)' }).click();
    await expect(link).toBeVisible({ timeout: 100_000 });
    await expect(step).toBeChecked();

    const zip = join(folder, 'package.zip');
    const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
    await writeFile(zip, await (await page.request.get(address)).body());
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, join(folder, 'out')]);
    const files = (await readdir(join(folder, 'out'), { recursive: true })).map((name) =>
      join(folder, 'out', name),
    );
    const still = files.find((name) => /instagram-feed.01\.(png|jpg)$/.test(name)) ?? '';
    expect(await sharp(still).metadata()).toMatchObject({ width: 1080, height: 1350 });
    const moving = files.find((name) => /instagram-reel.*\.mp4$/.test(name)) ?? '';
    const probe = 'ffprobe';
    const entries = ['-show_entries', 'format=duration:stream=width,height'];
    const facts = JSON.parse(
      execFileSync(probe, ['-v', 'error', '-of', 'json', ...entries, moving]).toString(),
    ) as { format: { duration: string }; streams: { width?: number; height?: number }[] };
    expect(Number(facts.format.duration)).toBeCloseTo(2, 0);
    expect(facts.streams.find((each) => each.width)).toMatchObject({ width: 1080, height: 1920 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a time is set and undone', async ({ studioPage: page }) => {
  const post = await openPost(page, { title: 'When' });
  await page.getByRole('button', { name: 'Schedule' }).click();
  await fillMoment(page, '2026-11-30T09:30');
  await page.getByRole('button', { name: 'Set time' }).click();
  await expect.poll(async () => (await stored(page, post.id)).schedule?.local).toBe('2026-11-30T09:30');
  await expect(page.getByText(/^Scheduled for/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(async () => (await stored(page, post.id)).schedule).toBeNull();
});
