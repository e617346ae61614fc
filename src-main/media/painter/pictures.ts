import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Canvas, ImageData } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { Picture } from '#shared/design/draw/environment.ts';
import { placeImage } from '#shared/design/images/place-image.ts';
import type { ImageNode } from '#shared/design/layers/image.ts';

/** Decoded pixels that each process keeps for the next paint of the same scene: 32 megapixels are 128 MB. */
const keptPixels = 32_000_000;

/** Below this share of a picture's width and height only the used part is decoded, at the cost of shrink-on-load. */
const partialBelow = 0.5;

interface Kept {
  picture: Picture;
  pixels: number;
}

const kept = new Map<string, Kept>();
let pixelsInUse = 0;

function remember(key: string, picture: Picture): Picture {
  const pixels = picture.width * picture.height;
  kept.set(key, { picture, pixels });
  pixelsInUse += pixels;
  for (const [oldKey, old] of kept) {
    if (pixelsInUse <= keptPixels || oldKey === key) break;
    kept.delete(oldKey);
    pixelsInUse -= old.pixels;
  }
  return picture;
}

interface Facts {
  width: number;
  height: number;
  vector: boolean;
}

const knownFacts = new Map<string, Facts>();

async function readFacts(identity: string, bytes: () => Promise<Buffer>): Promise<Facts> {
  const known = knownFacts.get(identity);
  if (known) return known;
  const metadata = await sharp(await bytes(), { failOn: 'error' }).metadata();
  const facts = {
    width: metadata.autoOrient.width,
    height: metadata.autoOrient.height,
    vector: metadata.format === 'svg',
  };
  if (knownFacts.size > 5000) knownFacts.clear();
  knownFacts.set(identity, facts);
  return facts;
}

/** Whole pixels of the part of a picture given in fractions, at least one. */
function pixelRegion(facts: Facts, source: { x: number; y: number; width: number; height: number }) {
  const left = Math.max(0, Math.floor(source.x * facts.width));
  const top = Math.max(0, Math.floor(source.y * facts.height));
  const right = Math.min(facts.width, Math.ceil((source.x + source.width) * facts.width));
  const bottom = Math.min(facts.height, Math.ceil((source.y + source.height) * facts.height));
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/**
 * Decodes the picture of an image layer once, to the pixels that the output needs: turned upright by its
 * EXIF orientation, in sRGB, never enlarged (the canvas does that). `scale` is output px per design px;
 * `tileScale` is that of a fill in tiles, whose size the box does not decide.
 * Rejects with sharp's error when the file is no readable picture.
 */
export async function decodePicture(
  file: string,
  node: ImageNode,
  scale: number,
  tileScale: number | null = null,
): Promise<Picture> {
  // Synchronous on purpose: a painter process has nothing else to do, and ten waits cost more than ten looks.
  const { mtimeMs, size } = statSync(file);
  const identity = `${file}\u0000${mtimeMs}\u0000${size}`;
  let read: Promise<Buffer> | undefined;
  // Always bytes, never the path: an SVG given by path may load its neighbours.
  const bytes = (): Promise<Buffer> => (read ??= readFile(file));
  const facts = await readFacts(identity, bytes);
  const aspect = facts.width / facts.height;
  const { source, target } = placeImage(node, aspect);
  const wanted =
    tileScale === null
      ? Math.max(
          (target.width * scale) / (source.width * facts.width || 1),
          (target.height * scale) / (source.height * facts.height || 1),
        )
      : tileScale * scale;
  const shrink = facts.vector ? Math.min(wanted, 30) : Math.min(1, wanted);
  const partial = !facts.vector && (source.width < partialBelow || source.height < partialBelow);
  const part = partial
    ? pixelRegion(facts, source)
    : { left: 0, top: 0, width: facts.width, height: facts.height };
  const width = Math.max(1, Math.ceil(part.width * shrink));
  const height = Math.max(1, Math.ceil(part.height * shrink));
  const key = `${identity}\u0000${part.left},${part.top},${part.width},${part.height}>${width}x${height}`;
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known.picture;
  }
  const pipeline = sharp(await bytes(), {
    failOn: 'error',
    ...(facts.vector ? { density: Math.min(2400, Math.max(72, 72 * shrink)) } : {}),
  }).autoOrient();
  if (partial) pipeline.extract(part);
  const { data, info } = await pipeline
    .resize(width, height, { fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const canvas = new Canvas(info.width, info.height);
  const clamped = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  canvas.getContext('2d').putImageData(new ImageData(clamped, info.width, info.height), 0, 0);
  return remember(key, {
    image: canvas,
    width: info.width,
    height: info.height,
    region: {
      x: part.left / facts.width,
      y: part.top / facts.height,
      width: part.width / facts.width,
      height: part.height / facts.height,
    },
    aspect,
    ownWidth: facts.width,
  });
}
