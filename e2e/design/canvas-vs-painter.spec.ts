import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { galleryCases } from '#main/media/painter/goldens/test-gallery.ts';
import { textCases } from '#main/media/painter/goldens/test-text-gallery.ts';
import { callStudio, expect, test } from '../drivers/studio.ts';

const root = join(import.meta.dirname, '../..');

/** Levels of 255 that do not count, and the share of pixels that may differ by more. */
const levels = 2;
const share = 0.001;

/** Pictures smaller than they are shown: each host gets the same bitmap, none has to shrink it first. */
async function smallPicture(file: string): Promise<string> {
  const pixels = Buffer.alloc(40 * 30 * 3);
  for (let at = 0; at < 40 * 30; at += 1) {
    const [x, y] = [at % 40, Math.floor(at / 40)];
    pixels.set([x * 6, y * 8, (x * y) % 256], at * 3);
  }
  const png = await sharp(pixels, { raw: { width: 40, height: 30, channels: 3 } })
    .png()
    .toBuffer();
  await sharp(png).toFile(file);
  return `data:image/png;base64,${readFileSync(file).toString('base64')}`;
}

test('the canvas shows the pixels that the painter paints', async ({ studioPage: page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-pixels-'));
  const file = join(folder, 'photo.png');
  const address = await smallPicture(file);
  const { 'picture-tiles': tiles, ...others } = galleryCases('photo');
  expect(tiles).toBeDefined();
  // Tiles of a quarter would have to be shrunk: here they are shown twice as large as they are.
  const cases = {
    ...others,
    ...textCases('photo'),
    'picture-tiles': JSON.parse(JSON.stringify(tiles).replace('0.25', '1')) as typeof tiles,
  };
  const bodies = Object.values(cases);

  await page.addInitScript(() => sessionStorage.setItem('galley.layout-probe', 'on'));
  const design = await callStudio<{ id: string }>(page, 'designs.create', {
    name: 'Pixels',
    width: 200,
    height: 150,
  });
  await page.goto(new URL(`/#/designs/${design.id}`, page.url()).href);
  await page.reload();
  await page.waitForFunction(() => 'galleyPaint' in window, undefined, { timeout: 60_000 });
  const shown = await page.evaluate(
    async ([given, photo]) => {
      type Probe = (body: unknown, scale: number, pictures: Record<string, string>) => Promise<string>;
      const paint = (window as unknown as { galleyPaint: Probe }).galleyPaint;
      const found: string[] = [];
      for (const body of given) found.push(await paint(body, 2, { photo }));
      return found;
    },
    [bodies as unknown[], address] as const,
  );
  const script = join(import.meta.dirname, 'node-paint.ts');
  const input = JSON.stringify({ file, bodies });
  const answer = execFileSync(process.execPath, [script], { cwd: root, input, maxBuffer: 1 << 28 });
  rmSync(folder, { recursive: true, force: true });

  const differing: Record<string, string> = {};
  for (const [index, painted] of (JSON.parse(answer.toString()) as string[]).entries()) {
    const expected = Buffer.from(painted, 'base64');
    const seen = Buffer.from(shown[index] ?? '', 'base64');
    expect(seen.length).toBe(expected.length);
    let different = 0;
    let worst = 0;
    for (let at = 0; at < expected.length; at += 4) {
      let most = 0;
      for (let channel = 0; channel < 4; channel += 1) {
        most = Math.max(most, Math.abs((expected[at + channel] ?? 0) - (seen[at + channel] ?? 0)));
      }
      if (most > levels) different += 1;
      worst = Math.max(worst, most);
    }
    const part = different / (expected.length / 4);
    const name = Object.keys(cases)[index] ?? '';
    if (part > share) differing[name] = `${(part * 100).toFixed(2)} % differ, by up to ${worst} levels`;
  }
  expect(differing).toEqual({});
});
