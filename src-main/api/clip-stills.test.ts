import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { createTestStudio, projectRoot, type TestStudio } from '#main/core/testing/studio.ts';
import type { Studio } from '#main/ports/studio.ts';

const photos = join(projectRoot, '../shared/testdata/photos');
/** All of them show the same person the same way up, whatever their pixels and EXIF say. */
const hoppers = [
  'pillow__hopper_orientation_6.jpg',
  'pillow__hopper_orientation_8.jpg',
  'pillow__hopper_orientation_2.jpg',
  'pillow__hopper_orientation_3.webp',
  'pillow__hopper.heif',
  'pillow__hopper.avif',
].map((name) => join(photos, name));
const hopper = join(photos, 'pillow__hopper.webp');
const side = 128;

let team: TestStudio;
let studio: Studio;
let folder = '';
let job: TestStudio['job'];
/** A JPEG that lies on its side, and the way it is to be seen. */
let lying = '';
let upright: Buffer;

const pixels = (file: string | Buffer): Promise<Buffer> =>
  sharp(file).removeAlpha().resize(side, side, { fit: 'fill' }).raw().toBuffer();

/** Mean difference of two pictures in levels; another way up is far beyond 30. */
function apart(one: Buffer, other: Buffer): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
  return sum / one.length;
}

const stillEdit = (source: string): ClipEdit => ({
  frame: { width: side, height: side },
  segments: [{ id: 'a', kind: 'still', source, duration: 1 }],
});
const overlayEdit = (source: string): ClipEdit => ({
  frame: { width: side, height: side },
  segments: [{ id: 'a', kind: 'colour', colour: '#00ff00', duration: 1 }],
  overlays: [{ id: 'o', kind: 'image', source, from: 0, to: 1, x: 0, y: 0, width: 1 }],
});

beforeAll(async () => {
  team = await createTestStudio('electron');
  ({ studio, folder, job } = team);
  const quarter = { width: 64, height: 64, channels: 3 as const };
  const png = await sharp({ create: { ...quarter, width: side, height: side, background: '#202020' } })
    .composite([
      { input: { create: { ...quarter, background: '#e02020' } }, left: 0, top: 0 },
      { input: { create: { ...quarter, background: '#2040e0' } }, left: 64, top: 64 },
    ])
    .png()
    .toBuffer();
  upright = await pixels(png);
  lying = join(folder, 'lying.jpg');
  // Turned a quarter to the left, with the mark that says to turn it back to the right.
  writeFileSync(lying, await sharp(png).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer());
});
afterAll(() => team.remove());

async function framesFor(path: string): Promise<Buffer[]> {
  const { imported } = await job('assets.import', { sources: [{ kind: 'path', path }] });
  const source = imported[0]?.id ?? '';
  const shown: Buffer[] = [];
  for (const edit of [stillEdit(source), overlayEdit(source)]) {
    const { url } = await job('clips.frame', { edit, at: 0.5 });
    shown.push(await pixels((await studio.media(url)).file));
  }
  return shown;
}

describe('stills and overlays that lie on their side', () => {
  it('come out upright', async () => {
    for (const shown of await framesFor(lying)) expect(apart(shown, upright)).toBeLessThan(8);
  });

  it.runIf(existsSync(hopper))('come out upright from real files, HEIC and AVIF too', async () => {
    const wanted = await pixels(hopper);
    for (const path of hoppers)
      for (const shown of await framesFor(path))
        expect(apart(shown, wanted), basename(path)).toBeLessThan(12);
  });

  it('come out upright on the command line', async () => {
    const there = existsSync(hopper);
    const sources = there ? [lying, ...hoppers] : [lying];
    const edit: ClipEdit = {
      frame: { width: side, height: side },
      segments: sources.flatMap((source, index): ClipEdit['segments'] => [
        { id: `s${index}`, kind: 'still', source, duration: 0.5 },
        { id: `c${index}`, kind: 'colour', colour: '#00ff00', duration: 0.5 },
      ]),
      overlays: sources.map((source, index) => ({
        ...{ id: `o${index}`, kind: 'image' as const, source, x: 0, y: 0, width: 1 },
        ...{ from: index + 0.5, to: index + 1 },
      })),
    };
    writeFileSync(join(folder, 'edit.json'), JSON.stringify(edit));
    const entry = join(projectRoot, 'src-main/cli/main.ts');
    const done = spawnSync(
      process.execPath,
      [entry, 'clip', 'render', 'edit.json', '-o', 'out.mp4', '--json', '--quiet'],
      { cwd: folder, env: { ...process.env, GALLEY_HOME: join(folder, 'home') }, encoding: 'utf8' },
    );
    expect(done.status, done.stdout).toBe(0);
    const wanted = there ? await pixels(hopper) : upright;
    for (const [index, source] of sources.entries())
      for (const at of [index + 0.25, index + 0.75]) {
        const { stdout } = spawnSync('ffmpeg', [
          ...['-v', 'error', '-ss', String(at), '-i', join(folder, 'out.mp4'), '-frames:v', '1'],
          ...['-f', 'image2pipe', '-c:v', 'png', '-'],
        ]);
        const difference = apart(await pixels(stdout), index === 0 ? upright : wanted);
        expect(difference, `${basename(source)} at ${at}`).toBeLessThan(12);
      }
  });
});
