import { Canvas } from '@napi-rs/canvas';
import { GalleyError } from '#shared/contract/failure.ts';
import type { Surface } from '#shared/design/draw/environment.ts';
import { drawPage } from '#shared/design/draw/page.ts';
import { decodePictures } from '#main/media/painter/page-pictures.ts';
import type { PagePictures } from '#main/media/painter/page-pictures.ts';
import type { ChildJob } from '#main/media/painter/protocol.ts';

/** The largest painting in one piece, in px; larger files are painted in bands. */
const largestOutput = 64_000_000;

export interface RenderedPage {
  canvas: Canvas;
  missingAssets: string[];
}

/** Output pixels of a side: never less than one. */
export function outputSide(side: number, scale: number): number {
  return Math.max(1, Math.round(side * scale));
}

/** A sheet of pixels for effects. */
export function makeSurface(width: number, height: number): Surface {
  const canvas = new Canvas(width, height);
  return { context: canvas.getContext('2d'), image: canvas, width, height };
}

/** Throws `invalid-input` when the design has no such page. */
export function requirePage(job: Pick<ChildJob, 'body'>, pageId: string): void {
  if (job.body.pages[pageId]) return;
  throw new GalleyError('invalid-input', {
    en: 'This design has no such page. Choose one of its pages.',
    zh: '此设计没有该页面。请选择已有的页面。',
  });
}

/** Paints some rows of a page at a scale: `top` and `rows` in output px. */
export function renderRows(
  job: ChildJob,
  scale: number,
  { pictures }: PagePictures,
  top: number,
  rows: number,
): Canvas {
  const { body } = job;
  const width = outputSide(body.width, scale);
  const height = outputSide(body.height, scale);
  const canvas = new Canvas(width, rows);
  const context = canvas.getContext('2d');
  context.translate(0, -top);
  context.scale(width / body.width, height / body.height);
  drawPage(
    context,
    body,
    job.pageId,
    {
      tokens: job.tokens,
      picture: (_assetId, nodeId) => pictures.get(nodeId),
      scale: () => scale,
      surface: makeSurface,
      // Effects need no sheet beyond what these rows show.
      ...(rows < height && {
        visible: () => ({ x: 0, y: top / scale, width: body.width, height: rows / scale }),
      }),
    },
    job.background,
  );
  return canvas;
}

/**
 * Paints a page at a scale. Throws `invalid-input` for an unknown page or more than 64 megapixels.
 */
export async function renderPage(job: ChildJob, scale: number): Promise<RenderedPage> {
  requirePage(job, job.pageId);
  const width = outputSide(job.body.width, scale);
  const height = outputSide(job.body.height, scale);
  if (!Number.isFinite(scale) || scale <= 0 || width * height > largestOutput) {
    throw new GalleyError(
      'invalid-input',
      {
        en: `The picture would have ${width} × ${height} pixels; 64 megapixels is the most. Choose a smaller scale.`,
        zh: `图片将为 ${width} × ${height} 像素，上限为 6400 万像素。请选择更小的倍率。`,
      },
      { width, height, largestOutput },
    );
  }
  const decoded = await decodePictures(job, job.pageId, scale);
  return { canvas: renderRows(job, scale, decoded, 0, height), missingAssets: decoded.missingAssets };
}

/** The straight RGBA pixels of a canvas (its own memory is premultiplied). */
export function pixelsOf(canvas: Canvas): Buffer {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}
