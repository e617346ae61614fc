import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { PaintedPixels } from '#main/ports/painter.ts';

const folder = path.join(import.meta.dirname, 'pictures');

/** Levels of 0 to 255 by which a channel may differ: the rounding of another processor. */
const tolerance = 2;

/**
 * Compares pixels with the kept picture `pictures/<name>.png`. With GALLEY_GOLDENS=write it is written instead.
 * Rejects when there is none, or when the size or any pixel differs.
 */
export async function expectGolden(name: string, pixels: PaintedPixels): Promise<void> {
  const { width, height, rgba } = pixels;
  const file = path.join(folder, `${name}.png`);
  if (process.env['GALLEY_GOLDENS'] === 'write') {
    await mkdir(folder, { recursive: true });
    const png = sharp(rgba, { raw: { width, height, channels: 4 } }).png({ compressionLevel: 9 });
    await writeFile(file, await png.toBuffer());
    return;
  }
  if (!existsSync(file)) throw new Error(`There is no golden ${name}; write it with GALLEY_GOLDENS=write.`);
  const kept = await sharp(await readFile(file))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (kept.info.width !== width || kept.info.height !== height) {
    throw new Error(`${name} is ${width} × ${height}, its golden ${kept.info.width} × ${kept.info.height}.`);
  }
  let different = 0;
  let worst = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    let most = 0;
    for (let channel = 0; channel < 4; channel += 1) {
      most = Math.max(most, Math.abs((rgba[at + channel] ?? 0) - (kept.data[at + channel] ?? 0)));
    }
    if (most > tolerance) different += 1;
    worst = Math.max(worst, most);
  }
  if (different > 0) throw new Error(`${name}: ${different} pixels differ, by up to ${worst} levels.`);
}
