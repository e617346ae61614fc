import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Canvas, ImageData } from '@napi-rs/canvas';
import type { Picture } from '#shared/design/draw/environment.ts';
import { applyAdjustments, isNeutral } from '#shared/design/images/apply-adjustments.ts';
import { placeImage } from '#shared/design/images/place-image.ts';
import type { ImageNode } from '#shared/design/layers/image.ts';
import { decodePart, planDecode, readPictureFacts } from '#main/media/painter/decode.ts';
import type { PictureFacts } from '#main/media/painter/decode.ts';

/** Decoded pixels that each process keeps for the next paint of the same scene: 32 megapixels are 128 MB. */
const keptPixels = 32_000_000;

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

/** Keeps no picture of more px than this any longer; the next paint that shows it decodes it again. */
export function forgetPicturesOver(pixels: number): void {
  for (const [key, each] of kept) {
    if (each.pixels <= pixels) continue;
    kept.delete(key);
    pixelsInUse -= each.pixels;
  }
}

const knownFacts = new Map<string, PictureFacts>();

async function factsOf(identity: string, bytes: () => Promise<Buffer>): Promise<PictureFacts> {
  const known = knownFacts.get(identity);
  if (known) return known;
  const facts = await readPictureFacts(await bytes());
  if (knownFacts.size > 5000) knownFacts.clear();
  knownFacts.set(identity, facts);
  return facts;
}

/** What of the looks decides the pixels, as a part of the cache's key; '' for none. */
function looksKey(node: ImageNode, tokens: Readonly<Record<string, string>>): string {
  const { adjust, crop } = node;
  if (isNeutral(adjust)) return '';
  return JSON.stringify([adjust, crop, adjust?.duotone ? tokens : null]);
}

/**
 * Decodes the picture of an image layer once, to the pixels that the output needs: turned upright by its
 * EXIF orientation, in sRGB, never enlarged (the canvas does that), with the layer's looks. `scale` is output
 * px per design px; `tileScale` is that of a fill in tiles, whose size the box does not decide.
 * Rejects with sharp's error when the file is no readable picture.
 */
export async function decodePicture(
  file: string,
  node: ImageNode,
  scale: number,
  tileScale: number | null = null,
  tokens: Readonly<Record<string, string>> = {},
): Promise<Picture> {
  // Synchronous on purpose: a painter process has nothing else to do, and ten waits cost more than ten looks.
  const stats = statSync(file);
  // Reading a device or a pipe would never end.
  if (!stats.isFile()) throw new Error(`${file} is no file`);
  const { mtimeMs, size } = stats;
  const identity = `${file}\u0000${mtimeMs}\u0000${size}`;
  let read: Promise<Buffer> | undefined;
  // Always bytes, never the path: an SVG given by path may load its neighbours.
  const bytes = (): Promise<Buffer> => (read ??= readFile(file));
  const facts = await factsOf(identity, bytes);
  const aspect = facts.width / facts.height;
  const { source, target } = placeImage(node, aspect);
  const wanted =
    tileScale === null
      ? Math.max(
          (target.width * scale) / (source.width * facts.width || 1),
          (target.height * scale) / (source.height * facts.height || 1),
        )
      : tileScale * scale;
  const plan = planDecode(facts, source, wanted);
  const { left, top } = plan.part;
  const key = [identity, left, top, plan.width, plan.height, plan.scaled.width, looksKey(node, tokens)].join(
    '\u0000',
  );
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known.picture;
  }
  const { data, width, height, region } = await decodePart(await bytes(), facts, plan);
  if (node.adjust) {
    applyAdjustments({ data, width, height }, node.adjust, { region, crop: node.crop, tokens });
  }
  const canvas = new Canvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(data, width, height), 0, 0);
  return remember(key, { image: canvas, width, height, region, aspect, ownWidth: facts.width });
}
