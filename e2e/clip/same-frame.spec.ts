import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { callStudio, expect, test } from '../drivers/studio.ts';
import { importThroughLibrary } from './numbered-clip.ts';

/** Both pictures are compared at this size: what remains is colour and place, not how edges are smoothed. */
const size = { width: 320, height: 192 };
/** Levels: of all pixels on average, and of the one in a hundred that differs most (edges of letters and boxes). */
const tolerance = { mean: 6, hundredth: 60 };

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-same-frame-'));
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=640x384:rate=25:duration=2', '-c:v', 'libx264'],
    ...['-pix_fmt', 'yuv420p', '-g', '25', join(folder, 'pattern.mp4')],
  ]);
  await sharp({ create: { width: 200, height: 120, channels: 4, background: '#d02060' } })
    .png()
    .toFile(join(folder, 'box.png'));
});
test.afterAll(async () => rm(folder, { recursive: true, force: true }));

const style = {
  ...{ fontFamily: 'Inter', fontWeight: 700, size: 9, colour: '#ffffff', outline: null, shadow: false },
  ...{ box: null, highlight: 'none', highlightColour: '#ff0000', capitals: false, position: 0.9, width: 90 },
  ...{ align: 'center', lines: 2 },
};
const cues = [{ id: 'q', from: 0, to: 2, text: 'The same words' }];

const editOf = (source: string, box: string): object => ({
  frame: { width: 640, height: 384, format: '' },
  segments: [
    {
      ...{ id: 'a', kind: 'clip', source, from: 0, to: 2 },
      picture: {
        crop: { x: 0.25, y: 0.25, width: 0.5, height: 0.5 },
        adjustments: { contrast: 30, saturation: -40, temperature: 25 },
      },
    },
  ],
  overlays: [
    { id: 'o', kind: 'image', source: box, from: 0, to: 2, x: 0.05, y: 0.1, width: 0.3, opacity: 0.7 },
  ],
  captions: [
    { id: 't', name: '', language: 'en', style, burn: true, cues },
    // Not burnt in: in neither picture, and the other one stands where it would without it.
    { id: 'u', name: '', language: 'de', style, burn: false, cues: [{ ...cues[0], id: 'w', text: 'Nein' }] },
  ],
});

test('a frame on the stage is the frame of the export', async ({ studioPage: page, studio }) => {
  const address = (path: string): string => new URL(path, studio.url).href;
  const files = ['pattern.mp4', 'box.png'].map((name) => join(folder, name));
  const assets = await importThroughLibrary(page, address, files);
  const [source = '', box = ''] = ['pattern.mp4', 'box.png'].map((name) => assets.get(name)?.id);
  const clip = await callStudio<{ id: string; revision: number; edit: { body: object } }>(
    page,
    'clips.create',
    { assetId: source },
  );
  const { id, revision } = clip;
  await callStudio(page, 'clips.save', { id, revision, edit: { ...clip.edit, body: editOf(source, box) } });
  await page.goto(address(`/#/clips/${id}`));
  const position = page.getByRole('textbox', { name: 'Position' });
  await position.fill('20f');
  await position.press('Enter');
  const stage = page.getByTestId('clip-frame');
  const pixels = (picture: Buffer): Promise<Buffer> =>
    sharp(picture).removeAlpha().resize(size.width, size.height, { fit: 'fill' }).raw().toBuffer();
  /** Differences of the stage and of what the export made of the same moment, in order. */
  const compare = async (exported: Buffer): Promise<{ mean: number; hundredth: number }> => {
    const [one, other] = [await pixels(await stage.screenshot()), await pixels(exported)];
    const apart = [...one].map((value, at) => Math.abs(value - (other[at] ?? 0))).toSorted((a, b) => a - b);
    const mean = apart.reduce((sum, value) => sum + value, 0) / apart.length;
    return { mean, hundredth: apart[Math.floor(apart.length * 0.99)] ?? 255 };
  };
  const button = page.getByRole('button', { name: 'Frame as exported' });
  await button.click();
  const picture = page.getByRole('img', { name: 'Frame as exported' });
  await picture.waitFor();
  const url = await picture.evaluate((image) => (image as HTMLImageElement).src);
  const exported = await (await page.request.get(url)).body();
  await button.click();
  await picture.waitFor({ state: 'detached' });
  await page.mouse.move(0, 0);
  await expect.poll(async () => (await compare(exported)).mean).toBeLessThan(tolerance.mean);
  expect((await compare(exported)).hundredth).toBeLessThan(tolerance.hundredth);
});
