import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../drivers/studio.ts';
import { importCaptions, openCaptions, savedTracks, writeSrtFile } from './caption-files.ts';
import { makeNumberedClip } from './numbered-clip.ts';

let folder = '';
let video = '';

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-captions-spec-'));
  video = makeNumberedClip(folder);
});
test.afterAll(async () => rm(folder, { recursive: true, force: true }));

const english = ['Hello there, this is the first', 'Second caption', 'And the third one', 'The end'];
const chinese = ['你好，这是第一句', '第二句', '这是第三句', '结束'];

const words = (page: Page, number: number) =>
  page.getByRole('textbox', { name: `Words of caption ${number}`, exact: true });
const track = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Caption tracks' }).getByRole('button', { name, exact: false });
const closeNote = (page: Page) =>
  page.getByRole('region', { name: 'What was imported' }).getByRole('button').first().click();

async function tool(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More tools' }).click();
  await page.getByRole('menuitem', { name }).click();
}

test('captions of two languages are imported, changed, styled and downloaded', async ({
  studioPage: page,
  studio,
}) => {
  const id = await openCaptions(page, studio.url, video);
  const texts = async (at: number) => (await savedTracks(page, id))[at]?.cues.map(({ text }) => text);
  const times = async (at: number) => (await savedTracks(page, id))[at]?.cues.map(({ from }) => from);

  await importCaptions(page, writeSrtFile(folder, 'talk.en.srt', english, 1.5));
  await closeNote(page);
  // GB 18030: the encoding is found out, and what is shown reads as it was written.
  const gb = (text: string): Uint8Array =>
    Buffer.concat(Array.from(text, (letter) => Buffer.from(gbOf[letter] ?? [letter.charCodeAt(0)])));
  await importCaptions(page, writeSrtFile(folder, 'talk.zh.srt', chinese, 1.5, gb));
  await expect(page.getByRole('combobox', { name: 'Encoding' })).toHaveValue('GB18030');
  await expect(words(page, 1)).toHaveValue(chinese[0] ?? '');
  await closeNote(page);
  await expect
    .poll(async () => (await savedTracks(page, id)).map(({ language }) => language))
    .toEqual(['en', 'zh']);
  await expect.poll(() => texts(0)).toEqual(english);
  await expect.poll(() => texts(1)).toEqual(chinese);

  // Typed, split at the caret, merged again from the start of the second.
  await track(page, 'talk.en').first().click();
  await words(page, 2).click();
  await page.keyboard.press('End');
  await page.keyboard.type(', changed');
  await expect.poll(() => texts(0)).toEqual([english[0], 'Second caption, changed', english[2], english[3]]);
  for (let step = 0; step < ', changed'.length; step += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Enter');
  await expect(words(page, 3)).toBeFocused();
  await expect.poll(async () => (await texts(0))?.length).toBe(5);
  await page.keyboard.press('Backspace');
  await expect(words(page, 2)).toBeFocused();
  await expect.poll(async () => (await texts(0))?.length).toBe(4);

  // Alt and the arrows go from caption to caption, Enter on to the next; Escape leaves the text.
  await page.keyboard.press('Alt+ArrowDown');
  await expect(words(page, 3)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(words(page, 4)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Captions of talk.en' })).toBeFocused();

  // All half a second later, and back by Undo of what was said.
  const before = await times(0);
  await tool(page, 'Shift times');
  await page.getByRole('textbox', { name: 'By how much' }).fill('+0.5');
  await page.getByRole('button', { name: 'Shift', exact: true }).click();
  await expect.poll(() => times(0)).toEqual(before?.map((from) => Math.round((from + 0.5) * 1000) / 1000));
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => times(0)).toEqual(before);

  // Find and replace.
  await page.getByRole('button', { name: 'Find and replace' }).click();
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill('the');
  await page.getByRole('checkbox', { name: 'Whole words' }).check();
  await expect(page.getByText('Found: 3')).toBeVisible();
  await page.getByRole('textbox', { name: 'Replace by' }).fill('THE');
  await page.getByRole('button', { name: 'Replace all' }).click();
  await expect
    .poll(() => texts(0))
    .toEqual([
      'Hello there, this is THE first',
      expect.stringContaining('Second caption'),
      'And THE third one',
      'THE end',
    ]);
  await page.getByRole('button', { name: 'Find and replace' }).click();

  // A look by its name, a part of it by hand; for both tracks.
  await page.getByText('Style', { exact: true }).click();
  await page.getByRole('button', { name: 'Karaoke yellow' }).click();
  await page.getByRole('switch', { name: 'Capital letters' }).check();
  await page.getByRole('button', { name: 'Use for all tracks' }).click();
  await expect
    .poll(async () => (await savedTracks(page, id)).map(({ style }) => [style.highlight, style.capitals]))
    .toEqual([
      ['past', true],
      ['past', true],
    ]);

  // The file that is downloaded says what the list says.
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More about talk.zh' }).click();
  await page.getByRole('menuitem', { name: 'Download as SRT' }).click();
  const file = await (await download).path();
  const written = await readFile(file, 'utf8');
  expect(written).toContain('00:00:00,400 --> 00:00:01,900\n你好，这是第一句');
});

test('captions are typed at the playhead, taken from a transcript, moved on the stage, and undone', async ({
  studioPage: page,
  studio,
}) => {
  const id = await openCaptions(page, studio.url, video);
  const first = async () => (await savedTracks(page, id))[0];
  await page.getByRole('button', { name: 'Write captions' }).click();
  await page.getByRole('button', { name: 'New caption at the playhead' }).click();
  await expect(words(page, 1)).toBeFocused();
  await page.keyboard.type('One');
  await page.keyboard.press('Enter');
  await expect(words(page, 2)).toBeFocused();
  await page.keyboard.type('Two');
  await expect
    .poll(async () => (await first())?.cues.map(({ from, to, text }) => [from, to, text]))
    .toEqual([
      [0, 2, 'One'],
      [2, 4, 'Two'],
    ]);

  // Times by typing, and in to the playhead by key.
  const starts = page.getByRole('textbox', { name: 'Starts' });
  await starts.fill('2.5');
  await starts.press('Enter');
  await expect.poll(async () => (await first())?.cues[1]?.from).toBe(2.5);

  // On the stage: arrows move the block, and its words are opened by Enter.
  const block = page.getByRole('button', { name: 'Caption 2: Two' });
  await block.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await first())?.style.position).toBeLessThan(1);
  const box = await block.boundingBox();
  if (!box) throw new Error('The caption is not on the stage.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 60, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await first())?.style.position).toBeLessThan(0.9);
  await block.dblclick();
  await expect(words(page, 2)).toBeFocused();

  // A transcript shares the clip by length, in place of what was there; Undo brings that back.
  await tool(page, 'Captions from a text');
  await page
    .getByRole('textbox', { name: 'Captions from a text' })
    .fill('The first sentence is here.\n这是第二句话。\n\nAnd a last one.');
  await page.getByRole('button', { name: 'Replace captions' }).click();
  await expect
    .poll(async () => (await first())?.cues.map(({ text }) => text))
    .toEqual(['The first sentence is here.', '这是第二句话。', 'And a last one.']);
  expect((await first())?.cues.at(-1)?.to).toBeCloseTo(8, 1);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(async () => (await first())?.cues.map(({ text }) => text)).toEqual(['One', 'Two']);

  // Without its track, and with it again.
  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(block).toBeHidden();
  await expect.poll(async () => (await first())?.hidden).toBe(true);
});

/** GB 18030 of the letters that the spec writes. */
const gbOf: Record<string, number[]> = {
  你: [0xc4, 0xe3],
  好: [0xba, 0xc3],
  这: [0xd5, 0xe2],
  是: [0xca, 0xc7],
  第: [0xb5, 0xda],
  一: [0xd2, 0xbb],
  二: [0xb6, 0xfe],
  三: [0xc8, 0xfd],
  句: [0xbe, 0xe4],
  结: [0xbd, 0xe1],
  束: [0xca, 0xf8],
  '，': [0xa3, 0xac],
};
