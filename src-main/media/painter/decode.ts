import type { Rectangle } from '#shared/design/draw/canvas.ts';
import sharp from 'sharp';
import type { Sharp } from 'sharp';

/** What the header of a picture says; sizes as shown, after the EXIF orientation. */
export interface PictureFacts {
  width: number;
  height: number;
  vector: boolean;
  /** EXIF orientation, 1 to 8. */
  orientation: number;
}

/** Decoded straight RGBA and the part of the whole picture it shows, in fractions. */
export interface DecodedPart {
  data: Uint8ClampedArray;
  width: number;
  height: number;
  region: Rectangle;
}

interface PixelPart {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Pixels that a vector drawing is rendered to at most: an icon as a poster needs no more to be sharp. */
const mostVectorPixels = 40_000_000;

/** Parts larger than this share of both sides are decoded as the whole: nothing would be saved. */
const wholeFrom = 0.9;

/** Up to this scale a decoder shrinks while it reads (JPEG, WebP), which beats cutting first. */
const shrinkOnLoadBelow = 0.5;

/** Reads the header. Rejects with sharp's error when the file is no picture. */
export async function readPictureFacts(bytes: Buffer): Promise<PictureFacts> {
  const metadata = await sharp(bytes, { failOn: 'error' }).metadata();
  return {
    width: metadata.autoOrient.width,
    height: metadata.autoOrient.height,
    vector: metadata.format === 'svg',
    orientation: metadata.orientation ?? 1,
  };
}

/** How much of a picture is decoded, and how small. */
export interface DecodePlan {
  /** The whole picture's size at the wanted scale. */
  scaled: { width: number; height: number };
  /** Whether decoding shrinks first and cuts then, or the other way round; 'whole' cuts nothing. */
  order: 'whole' | 'shrink-first' | 'cut-first';
  /** In px of `scaled` (shrink-first), or of the picture itself (cut-first, and then scaled to `width`). */
  part: PixelPart;
  width: number;
  height: number;
  region: Rectangle;
}

/** Whole pixels around a part given in fractions, one more on each side for smooth edges. */
function pixelsAround(source: Rectangle, size: { width: number; height: number }): PixelPart {
  const left = Math.max(0, Math.floor(source.x * size.width) - 1);
  const top = Math.max(0, Math.floor(source.y * size.height) - 1);
  const right = Math.min(size.width, Math.ceil((source.x + source.width) * size.width) + 1);
  const bottom = Math.min(size.height, Math.ceil((source.y + source.height) * size.height) + 1);
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

function fractionsOf(part: PixelPart, size: { width: number; height: number }): Rectangle {
  return {
    x: part.left / size.width,
    y: part.top / size.height,
    width: part.width / size.width,
    height: part.height / size.height,
  };
}

/**
 * Plans the decoding of the part `source` (fractions) at `wanted` output px per px of the picture. Rasters
 * are never enlarged: the canvas does that.
 */
export function planDecode(facts: PictureFacts, source: Rectangle, wanted: number): DecodePlan {
  const vectorLimit = Math.sqrt(mostVectorPixels / (facts.width * facts.height));
  const scale = facts.vector ? Math.min(wanted, vectorLimit) : Math.min(1, wanted);
  const scaled = {
    width: Math.max(1, Math.ceil(facts.width * scale)),
    height: Math.max(1, Math.ceil(facts.height * scale)),
  };
  const whole = { left: 0, top: 0, ...scaled };
  if (facts.vector || (source.width > wholeFrom && source.height > wholeFrom)) {
    return { scaled, order: 'whole', part: whole, ...scaled, region: { x: 0, y: 0, width: 1, height: 1 } };
  }
  if (scale <= shrinkOnLoadBelow) {
    const part = pixelsAround(source, scaled);
    const { width, height } = part;
    return { scaled, order: 'shrink-first', part, width, height, region: fractionsOf(part, scaled) };
  }
  const part = pixelsAround(source, facts);
  return {
    scaled,
    order: 'cut-first',
    part,
    width: Math.max(1, Math.ceil(part.width * scale)),
    height: Math.max(1, Math.ceil(part.height * scale)),
    region: fractionsOf(part, facts),
  };
}

/** Where a part of the picture as shown lies in the pixels as stored. */
function storedPart(part: PixelPart, facts: PictureFacts): PixelPart {
  const fromRight = facts.width - part.left - part.width;
  const fromBottom = facts.height - part.top - part.height;
  const mirrored = facts.orientation === 2 || facts.orientation === 3;
  const flipped = facts.orientation === 3 || facts.orientation === 4;
  if (facts.orientation <= 4) {
    return { ...part, left: mirrored ? fromRight : part.left, top: flipped ? fromBottom : part.top };
  }
  const acrossFromEnd = facts.orientation === 7 || facts.orientation === 8;
  const downFromEnd = facts.orientation === 6 || facts.orientation === 7;
  return {
    left: acrossFromEnd ? fromBottom : part.top,
    top: downFromEnd ? fromRight : part.left,
    width: part.height,
    height: part.width,
  };
}

/** Turns stored pixels upright; `width` and `height` are those of the result. */
function upright(stored: Uint32Array, width: number, height: number, orientation: number): Uint32Array {
  const shown = new Uint32Array(width * height);
  const turned = orientation >= 5;
  const across = turned ? height : width;
  const down = turned ? width : height;
  const mirrorAcross = [2, 3, 7, 8].includes(orientation);
  const mirrorDown = [3, 4, 6, 7].includes(orientation);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const column = turned ? y : x;
      const row = turned ? x : y;
      const at = (mirrorDown ? down - 1 - row : row) * across + (mirrorAcross ? across - 1 - column : column);
      shown[y * width + x] = stored[at] ?? 0;
    }
  }
  return shown;
}

async function rgbaOf(pipeline: Sharp): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await pipeline
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Decodes by a plan: upright, in sRGB. Rejects with sharp's error when the pixels cannot be read. */
export async function decodePart(bytes: Buffer, facts: PictureFacts, plan: DecodePlan): Promise<DecodedPart> {
  const { scaled, part, region } = plan;
  if (plan.order !== 'cut-first') {
    const density = Math.min(2400, Math.max(72, (72 * scaled.width) / facts.width));
    const pipeline = sharp(bytes, { failOn: 'error', ...(facts.vector ? { density } : {}) })
      .autoOrient()
      .resize(scaled.width, scaled.height, { fit: 'fill' });
    if (plan.order === 'shrink-first') pipeline.extract(part);
    const { data, width, height } = await rgbaOf(pipeline);
    return { data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), width, height, region };
  }
  // Cut where it is stored: turning first would hold all of a very large picture in memory.
  const turned = facts.orientation >= 5;
  const { data, width, height } = await rgbaOf(
    sharp(bytes, { failOn: 'error' })
      .extract(storedPart(part, facts))
      .resize(turned ? plan.height : plan.width, turned ? plan.width : plan.height, { fit: 'fill' }),
  );
  const straight = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  if (facts.orientation === 1) return { data: straight, width, height, region };
  // As words of four bytes; the buffer of another library need not begin at a multiple of four.
  const words = new Uint32Array(straight.slice().buffer);
  const shown = upright(words, plan.width, plan.height, facts.orientation);
  return { data: new Uint8ClampedArray(shown.buffer), width: plan.width, height: plan.height, region };
}
