import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { GalleyError } from '#shared/contract/failure.ts';
import type { PaintedFileType } from '#main/ports/painter.ts';

/** Pixels to encode, straight RGBA: themselves, or an uncompressed file of them where they are too many. */
export interface Pixels {
  data: Buffer | string;
  width: number;
  height: number;
}

export interface Encoded {
  data: Buffer;
  width: number;
  height: number;
  quality: number | null;
  /** Share of the size asked for, 0.6 to 1. */
  reduction: number;
}

/** The sizes that a byte budget may force, as a share of the one asked for. Never below 60 %. */
const reductions = [1, 0.9, 0.8, 0.7, 0.6] as const;

/** One way of encoding whose quality can be searched, from fine to coarse. */
interface Method {
  lowest: number;
  encode: (image: Sharp, quality: number) => Sharp;
}

const jpegFine: Method = {
  lowest: 70,
  encode: (image, quality) =>
    image.flatten({ background: '#ffffff' }).jpeg({ quality, chromaSubsampling: '4:4:4' }),
};
const jpegCoarse: Method = {
  lowest: 40,
  encode: (image, quality) =>
    image.flatten({ background: '#ffffff' }).jpeg({ quality, chromaSubsampling: '4:2:0' }),
};
const webp: Method = {
  lowest: 40,
  encode: (image, quality) => image.webp({ quality, smartSubsample: true, effort: 2 }),
};
/** Effort 2 is seven times faster than 4 and a few per cent larger. */
const avif: Method = { lowest: 30, encode: (image, quality) => image.avif({ quality, effort: 2 }) };
const pngPalette: Method = {
  lowest: 60,
  encode: (image, quality) => image.png({ palette: true, quality, effort: 5, dither: 0.8 }),
};

const methods: Record<PaintedFileType, readonly Method[]> = {
  jpeg: [jpegFine, jpegCoarse],
  webp: [webp],
  avif: [avif],
  png: [pngPalette],
};

const defaultQuality: Record<PaintedFileType, number> = { jpeg: 90, webp: 90, avif: 65, png: 100 };

/** sRGB embedded, nothing else: no EXIF, no XMP, no place. */
function start(pixels: Pixels): Sharp {
  const { data, width, height } = pixels;
  if (typeof data !== 'string')
    return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: false }).withIccProfile(
      'srgb',
    );
  const file = sharp(data, { limitInputPixels: false, sequentialRead: true });
  return file.resize(width, height, { fit: 'fill' }).withIccProfile('srgb');
}

async function searchQuality(
  method: Method,
  pixels: Pixels,
  highest: number,
  maxBytes: number,
): Promise<{ data: Buffer; quality: number } | null> {
  const attempt = (quality: number): Promise<Buffer> => method.encode(start(pixels), quality).toBuffer();
  const best = await attempt(highest);
  if (best.length <= maxBytes) return { data: best, quality: highest };
  let low = Math.min(method.lowest, highest);
  let found = { data: await attempt(low), quality: low };
  if (found.data.length > maxBytes) return null;
  let high = highest;
  while (high - low > 1) {
    const quality = Math.floor((low + high) / 2);
    const data = await attempt(quality);
    if (data.length <= maxBytes) {
      found = { data, quality };
      low = quality;
    } else {
      high = quality;
    }
  }
  return found;
}

function overBudget(maxBytes: number, smallest: number): GalleyError {
  const kilobytes = Math.floor(maxBytes / 1000);
  return new GalleyError(
    'invalid-input',
    {
      en: `The picture does not fit into ${kilobytes} kB, even at 60 % of its size. Allow more, choose JPEG or WebP, or a smaller scale.`,
      zh: `即使缩到 60%，图片仍超过 ${kilobytes} kB。请放宽限制，改用 JPEG 或 WebP，或选择更小的倍率。`,
    },
    { field: 'maxBytes', maxBytes, smallest },
  );
}

/**
 * Encodes a page, within `maxBytes` if given: quality is reduced first (JPEG also its chroma), then the
 * picture is painted smaller. `paintAt` paints it at a share of the size asked for.
 * Throws `invalid-input` when the budget cannot be met at 60 %.
 */
export async function encodeWithin(
  type: PaintedFileType,
  quality: number | null,
  maxBytes: number | null,
  paintAt: (reduction: number) => Promise<Pixels>,
): Promise<Encoded> {
  const highest = quality ?? defaultQuality[type];
  const budget = maxBytes ?? Number.POSITIVE_INFINITY;
  let smallest = Number.POSITIVE_INFINITY;
  for (const reduction of reductions) {
    const painted = await paintAt(reduction);
    // A file of bands stays as large as it is; the encoder shrinks what it reads from it.
    const share = typeof painted.data === 'string' ? reduction : 1;
    const pixels = {
      data: painted.data,
      width: Math.max(1, Math.round(painted.width * share)),
      height: Math.max(1, Math.round(painted.height * share)),
    };
    const size = { width: pixels.width, height: pixels.height, reduction };
    if (type === 'png') {
      const data = await start(pixels).png({ compressionLevel: 8 }).toBuffer();
      if (data.length <= budget) return { data, ...size, quality: null };
      smallest = Math.min(smallest, data.length);
    }
    for (const method of methods[type]) {
      const found = await searchQuality(method, pixels, highest, budget);
      if (found) return { ...found, ...size };
    }
  }
  throw overBudget(budget, smallest);
}
