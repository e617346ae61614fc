import { readFile, stat } from 'node:fs/promises';
import type { Metadata, Sharp } from 'sharp';
import { identifyFile, unreadable } from '#main/media/identify/identify-file.ts';
import type { IdentifiedFile, ImageFacts, ImageWarning } from '#main/ports/image-engine.ts';
import { cancelled } from '#shared/contract/failure.ts';
import { readExif } from './exif.ts';
import { maximumInputPixels, openPipeline, type Tolerance } from './factory.ts';
import { imageFailure } from './failures.ts';
import { decodeHeic } from './heic.ts';

/** SVG is parsed whole before any limit applies, so the text itself is limited. */
const maximumSvgBytes = 20 * 1024 * 1024;

/** A picture file whose header was read; its pixels come from `pipeline`. */
export interface ImageSource {
  path: string;
  /** The path whose name messages show; differs from `path` while a copy is being looked at. */
  shownAs: string;
  identified: IdentifiedFile;
  metadata: Metadata;
  /** Pixels as shown. */
  width: number;
  height: number;
  /** A fresh pipeline, upright, first frame. HEIC is decoded once and shared by all pipelines. */
  pipeline(tolerance: Tolerance): Promise<Sharp>;
}

const notAPicture = {
  reason: { en: 'is not a picture', zh: '不是图片' },
  hint: {
    en: 'Choose a photo or a drawing; clips have their own commands.',
    zh: '请选择照片或图形；视频请使用视频命令。',
  },
};

export interface SourceOptions {
  /** Vector drawings are rendered at least this large (pixels); others are not affected. */
  longestSide?: number;
  signal?: AbortSignal;
  /** When the file was identified already. */
  identified?: IdentifiedFile;
  shownAs?: string;
}

/**
 * Identifies a picture by content and reads its header.
 * @throws GalleyError `unreadable-file`, `not-found`, `cancelled`
 */
export async function openSource(path: string, options: SourceOptions = {}): Promise<ImageSource> {
  const { signal, shownAs = path, longestSide = 0 } = options;
  if (signal?.aborted) throw cancelled();
  const identified = options.identified ?? (await identifyFile(path));
  if (identified.kind !== 'image') throw unreadable(shownAs, notAPicture);
  try {
    if (identified.type === 'image/svg+xml') return await openDrawing(path, shownAs, identified, longestSide);
    const metadata = await openPipeline(path, { tolerance: 'lenient' }).metadata();
    const { width, height } = metadata.autoOrient;
    if (metadata.width * metadata.height > maximumInputPixels)
      throw new Error('Input image exceeds pixel limit');
    const isHevc = metadata.format === 'heif' && metadata.compression !== 'av1';
    let decoded: Promise<Buffer> | undefined;
    const pipeline = async (tolerance: Tolerance) => {
      if (!isHevc) return openPipeline(path, { tolerance });
      decoded ??= decodeHeic(path, metadata.icc, signal);
      return openPipeline(await decoded, { tolerance });
    };
    return { path, shownAs, identified, metadata, width, height, pipeline };
  } catch (error) {
    throw imageFailure(shownAs, error);
  }
}

async function openDrawing(
  path: string,
  shownAs: string,
  identified: IdentifiedFile,
  longestSide: number,
): Promise<ImageSource> {
  if ((await stat(path)).size > maximumSvgBytes) {
    throw unreadable(shownAs, {
      reason: { en: 'is an SVG of more than 20 MB', zh: '是超过 20 MB 的 SVG' },
      hint: { en: 'Export it as PNG first.', zh: '请先导出为 PNG。' },
    });
  }
  const drawing = await readFile(path);
  const natural = await openPipeline(drawing, { tolerance: 'lenient' }).metadata();
  const enlargement = longestSide / Math.max(natural.width, natural.height, 1);
  const density = Math.min(2400, Math.max(72, Math.ceil(72 * enlargement)));
  const metadata = await openPipeline(drawing, { tolerance: 'lenient', density }).metadata();
  return {
    path,
    shownAs,
    identified,
    metadata,
    width: metadata.width,
    height: metadata.height,
    pipeline: (tolerance) => Promise.resolve(openPipeline(drawing, { tolerance, density })),
  };
}

/** What a source is, in the words of the library. */
export function factsOf(source: ImageSource): ImageFacts {
  const { metadata, identified } = source;
  const exif = metadata.exif === undefined ? { hasLocation: false } : readExif(metadata.exif);
  const xmp = metadata.xmpAsString ?? '';
  const hasLocation = exif.hasLocation || /GPSLatitude\s*(?:=\s*["']|>)\s*[\d-]/.test(xmp);
  const pages = metadata.pages ?? 1;
  const isApng = identified.type === 'image/apng';
  const warnings: ImageWarning[] = [];
  if (pages > 1 || isApng) warnings.push('first-frame-only');
  if (metadata.space === 'cmyk' || metadata.space === 'lab' || metadata.space === 'labs') {
    warnings.push('converted-to-srgb');
  }
  if (hasLocation) warnings.push('has-location');
  return {
    ...exif,
    type: identified.type,
    width: source.width,
    height: source.height,
    orientation: metadata.orientation ?? 1,
    hasAlpha: metadata.hasAlpha,
    animated: isApng || (pages > 1 && (metadata.format === 'gif' || metadata.format === 'webp')),
    pages,
    space: metadata.space,
    hasProfile: metadata.hasProfile,
    hasLocation,
    warnings,
  };
}
