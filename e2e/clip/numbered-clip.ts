import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { callStudio } from '../drivers/studio.ts';

/** Frames per second and frames between keyframes of the numbered clip. */
export const rate = 30;
export const keyframeGap = 60;

/**
 * A clip whose frames carry their number as eight black or white bars, so that what is shown and what was cut can be
 * read back. 240 frames, closed groups of 60, a tone.
 */
export function makeNumberedClip(folder: string): string {
  const file = join(folder, 'numbered.mp4');
  const bars = "geq=lum='if(bitand(N,pow(2,floor(X/20))),235,16)':cb=128:cr=128";
  const words = `-v error -y -f lavfi -i color=black:size=160x96:rate=${rate}:duration=8 -f lavfi -i sine=330:duration=8`;
  const encode = `-c:v libx264 -preset veryfast -crf 12 -pix_fmt yuv420p -g ${keyframeGap} -keyint_min ${keyframeGap} -sc_threshold 0 -flags +cgop -c:a aac -shortest`;
  execFileSync('ffmpeg', [...words.split(' '), '-vf', bars, ...encode.split(' '), file]);
  return file;
}

/** The same pictures over and over, long enough that an encode can be interrupted. */
export function makeLongClip(folder: string, source: string): string {
  const file = join(folder, 'long.mp4');
  const words = ['-v', 'error', '-y', '-i', source, '-vf', 'scale=1280:768:flags=neighbor'];
  const large = join(folder, 'large.mp4');
  execFileSync('ffmpeg', [...words, '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'copy', large]);
  execFileSync('ffmpeg', ['-v', 'error', '-stream_loop', '20', '-i', large, '-c', 'copy', file]);
  return file;
}

/** Numbers of all frames of a file made from the numbered clip. */
export function frameNumbers(file: string): number[] {
  const words = ['-v', 'error', '-i', file, '-vf', 'scale=8:1:flags=area', '-fps_mode', 'passthrough'];
  const pixels = execFileSync('ffmpeg', [...words, '-pix_fmt', 'gray', '-f', 'rawvideo', '-']);
  return Array.from({ length: pixels.length / 8 }, (_, frame) =>
    Array.from({ length: 8 }, (_bit, at) => ((pixels[frame * 8 + at] ?? 0) > 127 ? 2 ** at : 0)).reduce(
      (sum, bit) => sum + bit,
      0,
    ),
  );
}

/** The number of the frame that is in front on the stage now; −1 while there is none. */
export function shownNumber(page: Page): Promise<number> {
  return page.evaluate(() => {
    const shown = document.querySelectorAll('[data-testid="clip-frame"] [data-shown="true"] video');
    const video = [...shown].at(-1);
    if (!(video instanceof HTMLVideoElement) || video.seeking || video.readyState < 2) return -1;
    const canvas = document.createElement('canvas');
    canvas.width = 160;
    canvas.height = 96;
    const context = canvas.getContext('2d');
    if (!context) return -1;
    context.drawImage(video, 0, 0, 160, 96);
    let number = 0;
    for (let bit = 0; bit < 8; bit += 1)
      if ((context.getImageData(bit * 20 + 10, 48, 1, 1).data[0] ?? 0) > 127) number += 2 ** bit;
    return number;
  });
}

/** Seconds of a file as ffprobe sees its picture. */
export function pictureSeconds(file: string): number {
  const words = '-v error -select_streams v:0 -show_entries stream=duration -of csv=p=0';
  return Number(execFileSync('ffprobe', [...words.split(' '), file]).toString());
}

/** Brings files into the library through its own button, and answers the assets by file name. */
export async function importThroughLibrary(
  page: Page,
  address: (path: string) => string,
  files: readonly string[],
): Promise<Map<string, { id: string; kind: string }>> {
  for (const file of files) if (!existsSync(file)) throw new Error(`${file} is not there.`);
  await page.goto(address('/#/library'));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await (await chooser).setFiles([...files]);
  await page
    .getByText(/added|already in the library|not added/i)
    .first()
    .waitFor({ timeout: 300_000 });
  const { items } = await callStudio<{ items: { id: string; name: string; kind: string }[] }>(
    page,
    'assets.list',
    { limit: 1000 },
  );
  return new Map(items.map((asset) => [asset.name, asset]));
}
