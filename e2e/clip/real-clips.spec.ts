import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { callStudio, expect, hasTestData, test, testData } from '../drivers/studio.ts';
import { importThroughLibrary } from './numbered-clip.ts';

/** What opening one recording came to. */
type Outcome = 'picture' | 'sound' | 'sentence' | 'nothing';

test('every real recording that is taken in shows its picture, its sound, or a sentence that says why not', async ({
  studioPage: page,
  studio,
}) => {
  test.skip(!hasTestData, 'The real recordings of ../shared/testdata are not here.');
  test.setTimeout(900_000);
  const folder = join(testData, 'video');
  const files = readdirSync(folder).map((name) => join(folder, name));
  const address = (path: string): string => new URL(path, studio.url).href;
  const assets = await importThroughLibrary(page, address, files);
  expect(assets.size).toBeGreaterThan(files.length * 0.8);

  const outcomes: Record<string, Outcome> = {};
  for (const [name, asset] of assets) {
    const clip = await callStudio<{ id: string }>(page, 'clips.create', { assetId: asset.id });
    await page.goto(address(`/#/clips/${clip.id}`));
    const look = (): Promise<Outcome> =>
      page.evaluate(() => {
        const video = document.querySelector('video');
        const main = document.querySelector('main') ?? document.body;
        if (main.querySelector('[role="alert"]')) return 'sentence';
        if (!video || video.readyState < 2) return 'nothing';
        return video.dataset['sound'] === 'true' ? 'sound' : video.videoWidth > 0 ? 'picture' : 'nothing';
      });
    await expect.poll(look, { timeout: 90_000, message: name }).not.toBe('nothing');
    outcomes[name] = await look();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('i');
    await expect(page.getByRole('slider', { name: 'In point' })).toBeVisible();
  }
  const shown = Object.values(outcomes).filter((outcome) => outcome === 'picture').length;
  console.log(
    `${shown} of ${assets.size} show a picture;`,
    Object.entries(outcomes).filter(([, outcome]) => outcome !== 'picture'),
    'not taken in:',
    files.map((file) => basename(file)).filter((name) => !assets.has(name)),
  );
  expect(shown).toBeGreaterThan(assets.size * 0.8);
});
