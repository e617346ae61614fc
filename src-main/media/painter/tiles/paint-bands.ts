import { open } from 'node:fs/promises';
import { GalleyError } from '#shared/contract/failure.ts';
import { decodePictures } from '#main/media/painter/page-pictures.ts';
import type { ChildJob } from '#main/media/painter/protocol.ts';
import { outputSide, pixelsOf, renderRows, requirePage } from '#main/media/painter/render-page.ts';
import { tiffHead } from '#main/media/painter/tiles/tiff.ts';
import type { PaintedFileType } from '#main/ports/painter.ts';

/** The most px of one file: 20,000 × 20,000. Beyond, hardly a program opens it. */
const mostPixels = 400_000_000;

/** The longest side that a file type can hold. */
const longestSide: Record<PaintedFileType, number> = {
  png: 80_000,
  jpeg: 65_500,
  webp: 16_383,
  avif: 16_384,
};

/** The most px per type: AVIF's encoder needs the whole picture in memory several times over. */
const mostOfType: Partial<Record<PaintedFileType, number>> = { avif: 100_000_000 };

/** Size of a job's output; throws `invalid-input` when no file of the type can be that large. */
export function outputSize(job: ChildJob, type: PaintedFileType): { width: number; height: number } {
  requirePage(job, job.pageId);
  const width = outputSide(job.body.width, job.scale);
  const height = outputSide(job.body.height, job.scale);
  const most = mostOfType[type] ?? mostPixels;
  const side = longestSide[type];
  const usable = Number.isFinite(job.scale) && job.scale > 0;
  if (usable && width * height <= most && Math.max(width, height) <= side) return { width, height };
  const megapixels = most / 1_000_000;
  throw new GalleyError(
    'invalid-input',
    {
      en: `The picture would have ${width} × ${height} pixels; a ${type.toUpperCase()} file can have ${megapixels} megapixels and ${side} pixels a side. Choose a smaller scale or another file type.`,
      zh: `图片将为 ${width} × ${height} 像素；${type.toUpperCase()} 文件最多 ${megapixels} 百万像素、单边 ${side} 像素。请选择更小的倍率或其他文件类型。`,
    },
    { field: 'scale', width, height },
  );
}

/**
 * Paints a page band by band into an uncompressed file, so that memory holds one band, not the page.
 * Every band is drawn by the same calls, moved up: nothing can differ at a border.
 */
export async function paintBands(
  job: ChildJob,
  size: { width: number; height: number },
  bandPixels: number,
  out: string,
): Promise<{ missingAssets: string[] }> {
  const { width, height } = size;
  // Canvases dither gradients in squares of 8 px: whole squares keep the pattern.
  const rows = Math.max(8, Math.floor(bandPixels / width / 8) * 8);
  const decoded = await decodePictures(job, job.pageId, job.scale);
  const file = await open(out, 'wx');
  try {
    await file.writeFile(tiffHead(width, height, rows));
    for (let top = 0; top < height; top += rows) {
      const canvas = renderRows(job, job.scale, decoded, top, Math.min(rows, height - top));
      await file.writeFile(pixelsOf(canvas));
    }
  } finally {
    await file.close();
  }
  return { missingAssets: decoded.missingAssets };
}
