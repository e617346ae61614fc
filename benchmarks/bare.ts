import { Canvas, ImageData } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { Picture } from '#shared/design/draw/environment.ts';
import { pixelsOf } from '#main/media/painter/render-page.ts';
import { PictureMark, type Step } from './scene.ts';

/** A picture decoded by sharp alone, to the pixels that a scene needs: `region` of it, in fractions. */
export async function decodeBare(
  file: string,
  { width, height, region }: Pick<Picture, 'width' | 'height' | 'region'>,
): Promise<Canvas> {
  const { autoOrient: whole } = await sharp(file).metadata();
  // A little smaller: cut first, as the painter does; much smaller: shrunk while it is read, and cut then.
  const cutFirst = region.width < 1 && width > region.width * whole.width * 0.5;
  const across = cutFirst ? whole.width : Math.round(width / region.width);
  const down = cutFirst ? whole.height : Math.round(height / region.height);
  const part = {
    left: Math.round(region.x * across),
    top: Math.round(region.y * down),
    width: Math.round(region.width * across),
    height: Math.round(region.height * down),
  };
  const opened = sharp(file).autoOrient();
  const cut = cutFirst
    ? opened.extract(part).resize(width, height, { fit: 'fill' })
    : opened.resize(across, down, { fit: 'fill' }).extract(part);
  const { data } = await cut.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const canvas = new Canvas(width, height);
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}

/** Plays recorded steps on a fresh bare canvas and reads its pixels; pictures by the layer they are on. */
export function playBare(
  steps: readonly Step[],
  { width, height }: { width: number; height: number },
  bitmapOf: (nodeId: string) => Canvas | undefined,
): Buffer {
  const canvas = new Canvas(width, height);
  const context = canvas.getContext('2d') as unknown as Record<string, unknown>;
  const value = (given: unknown): unknown => (given instanceof PictureMark ? bitmapOf(given.nodeId) : given);
  for (const step of steps) {
    if ('set' in step) context[step.set] = step.value;
    else (context[step.call] as (...values: unknown[]) => void)(...step.values.map(value));
  }
  return pixelsOf(canvas);
}

/** The bytes of a JPEG as the painter writes it, by the encoder alone. */
export function encodeBare(
  rgba: Buffer,
  { width, height }: { width: number; height: number },
): Promise<Buffer> {
  return sharp(rgba, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .withIccProfile('srgb')
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
