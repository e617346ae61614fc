import { Canvas } from '@napi-rs/canvas';
import { GalleyError } from '#shared/contract/failure.ts';
import type { Picture, Surface } from '#shared/design/draw/environment.ts';
import { drawPage } from '#shared/design/draw/page.ts';
import { picturesWanted } from '#shared/design/draw/pictures-wanted.ts';
import { decodePicture } from '#main/media/painter/pictures.ts';
import type { ChildJob } from '#main/media/painter/protocol.ts';

/** The largest output in one piece; larger ones would need tiles. */
const largestOutput = 64_000_000;

export interface RenderedPage {
  canvas: Canvas;
  missingAssets: string[];
}

/** Output pixels of a side: never less than one. */
function outputSide(side: number, scale: number): number {
  return Math.max(1, Math.round(side * scale));
}

/** How many pictures are decoded at once: enough to keep the cores busy, few enough for the memory. */
const decodingAtOnce = 4;

async function decodePictures(
  job: ChildJob,
  scale: number,
): Promise<{ pictures: Map<string, Picture>; missingAssets: string[] }> {
  const wanted = picturesWanted(job.body, job.pageId);
  const pictures = new Map<string, Picture>();
  const failed = new Set<string>();
  const queue = wanted.values();
  async function decodeRest(): Promise<void> {
    for (const { assetId, nodeId, placement, tileScale } of queue) {
      const file = job.files[assetId];
      try {
        if (file === undefined) failed.add(assetId);
        else pictures.set(nodeId, await decodePicture(file, placement, scale, tileScale));
      } catch {
        // A missing or broken picture must not cost the whole page: a placeholder stands in and is reported.
        failed.add(assetId);
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(decodingAtOnce, wanted.length) }, decodeRest));
  const missingAssets = wanted.map((node) => node.assetId).filter((assetId) => failed.has(assetId));
  return { pictures, missingAssets: [...new Set(missingAssets)] };
}

function makeSurface(width: number, height: number): Surface {
  const canvas = new Canvas(width, height);
  return { context: canvas.getContext('2d'), image: canvas, width, height };
}

/**
 * Paints a page at a scale. Throws `invalid-input` for an unknown page or more than 64 megapixels.
 */
export async function renderPage(job: ChildJob, scale: number): Promise<RenderedPage> {
  const { body } = job;
  if (!body.pages[job.pageId]) {
    throw new GalleyError('invalid-input', {
      en: 'This design has no such page. Choose one of its pages.',
      zh: '此设计没有该页面。请选择已有的页面。',
    });
  }
  const width = outputSide(body.width, scale);
  const height = outputSide(body.height, scale);
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
  const { pictures, missingAssets } = await decodePictures(job, scale);
  const canvas = new Canvas(width, height);
  const context = canvas.getContext('2d');
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
    },
    job.background,
  );
  return { canvas, missingAssets };
}

/** The straight RGBA pixels of a canvas (its own memory is premultiplied). */
export function pixelsOf(canvas: Canvas): Buffer {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}
