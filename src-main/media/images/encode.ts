import type { Sharp } from 'sharp';
import { shownName } from '#main/media/identify/identify-file.ts';
import type { StillType } from '#main/ports/image-engine.ts';
import { cancelled, GalleyError } from '#shared/contract/failure.ts';
import { type Frame, openFrame } from './factory.ts';

/** Smallest share of the wished size a byte limit may cost; below it people should decide. */
const smallestScale = 0.6;
const scales = [1, 0.9, 0.8, 0.7, smallestScale];

/** Per type: where quality starts unless asked, where the search gives up, and the chroma to fall back to. */
const ranges: Record<StillType, { start: number; lowest: number; chroma: ('4:4:4' | '4:2:0')[] }> = {
  jpeg: { start: 88, lowest: 50, chroma: ['4:4:4', '4:2:0'] },
  webp: { start: 86, lowest: 45, chroma: ['4:2:0'] },
  avif: { start: 60, lowest: 30, chroma: ['4:4:4', '4:2:0'] },
  png: { start: 100, lowest: 60, chroma: ['4:4:4'] },
};

/** A result this near to the limit ends the search: another step is not visible and costs an encode. */
const closeEnough = 0.97;

interface Attempt {
  quality: number;
  chroma: '4:4:4' | '4:2:0';
}

/** What was encoded, and with what. */
export interface EncodedImage {
  data: Buffer;
  width: number;
  height: number;
  quality: number;
}

function withEncoder(pipeline: Sharp, type: StillType, { quality, chroma }: Attempt): Sharp {
  switch (type) {
    case 'jpeg':
      return pipeline.jpeg({ quality, chromaSubsampling: chroma, mozjpeg: true });
    case 'webp':
      return pipeline.webp({ quality, effort: 4 });
    case 'avif':
      // Effort 4 takes five times as long for a few per cent; the size found must be the size written.
      return pipeline.avif({ quality, chromaSubsampling: chroma, effort: 2 });
    case 'png':
      // Under 100 PNG becomes a palette of as many colours as that quality needs.
      return quality === 100
        ? pipeline.png({ compressionLevel: 9 })
        : pipeline.png({ palette: true, quality, compressionLevel: 9 });
  }
}

function encodeOnce(frame: Frame, type: StillType, attempt: Attempt): Promise<Buffer> {
  return withEncoder(openFrame(frame), type, attempt).withIccProfile('srgb').toBuffer();
}

async function scaleFrame(frame: Frame, scale: number): Promise<Frame> {
  if (scale === 1) return frame;
  const width = Math.round(frame.width * scale);
  const height = Math.round(frame.height * scale);
  const data = await openFrame(frame).resize(width, height, { fit: 'fill' }).raw().toBuffer();
  return { data, width, height, channels: frame.channels };
}

/** The highest quality in [lowest, start) that fits, or undefined when not even the lowest does. */
async function searchQuality(
  frame: Frame,
  type: StillType,
  range: { lowest: number; start: number; chroma: '4:4:4' | '4:2:0' },
  maxBytes: number,
  signal: AbortSignal | undefined,
): Promise<{ data: Buffer; quality: number } | undefined> {
  const attempt = async (quality: number) => {
    if (signal?.aborted) throw cancelled();
    const data = await encodeOnce(frame, type, { quality, chroma: range.chroma });
    return data.length <= maxBytes ? { data, quality } : undefined;
  };
  let best = await attempt(range.lowest);
  if (best === undefined) return undefined;
  let low = range.lowest + 1;
  let high = range.start - 1;
  while (low <= high && best.data.length < maxBytes * closeEnough) {
    const middle = (low + high) >> 1;
    const result = await attempt(middle);
    if (result === undefined) high = middle - 1;
    else {
      best = result;
      low = middle + 1;
    }
  }
  return best;
}

function cannotFit(out: string, type: StillType, maxBytes: number): GalleyError {
  const name = shownName(out);
  const other =
    type === 'png'
      ? { en: 'Choose JPEG or WebP, or', zh: '请改用 JPEG 或 WebP，或' }
      : { en: 'Please', zh: '请' };
  return new GalleyError('invalid-input', {
    en: `“${name}” cannot be brought under ${maxBytes} bytes without shrinking it below 60% of the wished size. ${other.en} allow more bytes or a smaller size.`,
    zh: `“${name}”无法压到 ${maxBytes} 字节以内，除非缩小到目标尺寸的 60% 以下。${other.zh}放宽字节上限，或选择更小的尺寸。`,
  });
}

/**
 * Encodes sRGB pixels, the profile embedded and nothing else, within a byte limit if there is one:
 * first less quality, then less chroma, then fewer pixels (never under 60%).
 * @param wish.quality 1–100, the highest that is tried
 * @throws GalleyError `invalid-input` when the limit cannot be met; `cancelled`
 */
export async function encodeWithin(
  frame: Frame,
  type: StillType,
  wish: { quality?: number; maxBytes?: number; out: string },
  signal?: AbortSignal,
): Promise<EncodedImage> {
  const { start: usual, lowest, chroma: chromas } = ranges[type];
  const start = Math.min(100, Math.max(1, Math.round(wish.quality ?? usual)));
  const chroma = chromas[0] ?? '4:2:0';
  if (signal?.aborted) throw cancelled();
  const first = await encodeOnce(frame, type, { quality: start, chroma });
  const { width, height } = frame;
  const { maxBytes } = wish;
  if (maxBytes === undefined || first.length <= maxBytes)
    return { data: first, width, height, quality: start };

  for (const scale of scales) {
    const scaled = await scaleFrame(frame, scale);
    // Fewer pixels come after chroma was given up already.
    for (const tried of scale === 1 ? chromas : chromas.slice(-1)) {
      // Half-resolution chroma may bring the quality people asked for back within the limit.
      const range = { lowest: Math.min(lowest, start), start: start + 1, chroma: tried };
      const found = await searchQuality(scaled, type, range, maxBytes, signal);
      if (found !== undefined) return { ...found, width: scaled.width, height: scaled.height };
    }
  }
  throw cannotFit(wish.out, type, maxBytes);
}
