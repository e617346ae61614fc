import sharp, { type Sharp } from 'sharp';

/**
 * Pixels an input may declare. Above the 280 megapixels of the largest panoramas that phones and
 * stitching programs write, far below the 4.29 gigapixels of a decompression bomb.
 */
export const maximumInputPixels = 300_000_000;

/** `strict` refuses any damaged pixel (publishing); `lenient` shows what can be shown (thumbnails). */
export type Tolerance = 'strict' | 'lenient';

// Loaders are allowed by name; everything else libvips can open stays closed, in this whole process.
// SVG only from memory: given by path it would load pictures and fonts that lie beside it.
const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].flatMap((format) => [
  `VipsForeignLoad${format}File`,
  `VipsForeignLoad${format}Buffer`,
]);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: [...loaders, 'VipsForeignLoadSvgBuffer'] });
// The operation cache knows files by path and would answer with the old pixels of a replaced file.
sharp.cache(false);
// Several pictures at once, one thread each, beats several threads on one picture.
sharp.concurrency(1);

export interface PipelineOptions {
  tolerance: Tolerance;
  /** Dots per inch for SVG; 72 renders one pixel per user unit. */
  density?: number;
  /** Gives up after this long. */
  seconds?: number;
}

/**
 * The one place where a file becomes a sharp pipeline: first frame only, upright by its EXIF
 * orientation, limits on pixels, channels and time.
 * @param input a vetted path, or the bytes themselves (always for SVG)
 */
export function openPipeline(input: string | Buffer, options: PipelineOptions): Sharp {
  return sharp(input, {
    autoOrient: true,
    limitInputPixels: maximumInputPixels,
    limitInputChannels: 5,
    failOn: options.tolerance === 'strict' ? 'error' : 'none',
    ...(options.density === undefined ? {} : { density: options.density }),
  }).timeout({ seconds: options.seconds ?? 120 });
}

/** Decoded sRGB pixels, 8 bits a channel, three channels or four with straight (not premultiplied) alpha. */
export interface Frame {
  data: Buffer;
  width: number;
  height: number;
  channels: 3 | 4;
}

/** A pipeline over pixels already decoded. */
export function openFrame(frame: Frame): Sharp {
  const { width, height, channels } = frame;
  return sharp(frame.data, {
    raw: { width, height, channels },
    limitInputPixels: maximumInputPixels,
  }).timeout({
    seconds: 120,
  });
}

/** Runs a pipeline to sRGB pixels; ICC profiles, CMYK, Lab, grey and 16 bits are converted on the way. */
export async function renderFrame(pipeline: Sharp): Promise<Frame & { cropLeft: number; cropTop: number }> {
  const { data, info } = await pipeline
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const channels = info.channels === 4 ? 4 : 3;
  if (info.channels !== channels) throw new Error(`unexpected channels: ${info.channels}`);
  return {
    data,
    width: info.width,
    height: info.height,
    channels,
    cropLeft: -(info.cropOffsetLeft ?? 0),
    cropTop: -(info.cropOffsetTop ?? 0),
  };
}

/** True for colours sharp understands: `#rgb`, `#rrggbbaa`, CSS names, `rgb(…)`. */
export function isColour(text: string): boolean {
  try {
    sharp({ create: { width: 1, height: 1, channels: 4, background: text } });
    return true;
  } catch {
    return false;
  }
}
