import { PDFDocument } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { drawPage } from '#shared/design/draw/page.ts';
import { familiesOfDesign } from '#shared/design/text/families.ts';
import { decodePictures } from '#main/media/painter/page-pictures.ts';
import { setPageBoxes } from '#main/media/painter/pdf/page-boxes.ts';
import { makeReadable } from '#main/media/painter/pdf/readable-text.ts';
import { withEffectsAt } from '#main/media/painter/pdf/pdf-context.ts';
import type { ChildJob } from '#main/media/painter/protocol.ts';
import { makeSurface, requirePage } from '#main/media/painter/render-page.ts';
import { openFont } from '#main/media/painter/svg/outlines.ts';
import type { NamedFont } from '#main/media/painter/svg/outlines.ts';

/** Points per design px: a px is 1/96 of an inch as in CSS, a point 1/72. */
export const pointsPerPixel = 0.75;

export interface RenderedPdf {
  pdf: Buffer;
  missingAssets: string[];
}

export interface PdfWishes {
  title: string;
  /** Pixels of pictures and of rasterised effects per design px. */
  density: number;
  /** 1 to 100 for JPEG, 101 to lose nothing. */
  quality: number;
  /** Design px around the trimmed page that the body already includes. */
  bleed: number;
  /** All fonts that the pages may ask for. */
  fonts: readonly NamedFont[];
}

/**
 * Writes pages as one PDF: text stays text in subset fonts, shapes stay vectors, and only a layer with
 * effects becomes a picture. It holds no metadata but the title, and its colours are sRGB.
 */
export async function renderPdf(
  job: ChildJob,
  pageIds: readonly string[],
  wishes: PdfWishes,
): Promise<RenderedPdf> {
  for (const pageId of pageIds) requirePage(job, pageId);
  const document = new PDFDocument({
    title: wishes.title,
    producer: '',
    creator: '',
    rasterDPI: 72 * wishes.density,
    encodingQuality: wishes.quality,
  });
  const { width, height } = job.body;
  const missing = new Set<string>();
  const page = { width: width * pointsPerPixel, height: height * pointsPerPixel };
  for (const pageId of pageIds) {
    const { pictures, missingAssets } = await decodePictures(job, pageId, wishes.density);
    for (const assetId of missingAssets) missing.add(assetId);
    const context = document.beginPage(page.width, page.height) as SKRSContext2D;
    context.scale(pointsPerPixel, pointsPerPixel);
    drawPage(
      withEffectsAt(context, pointsPerPixel / wishes.density),
      job.body,
      pageId,
      {
        tokens: job.tokens,
        picture: (_assetId, nodeId) => pictures.get(nodeId),
        scale: () => wishes.density,
        surface: makeSurface,
      },
      job.background,
    );
    document.endPage();
  }
  const sized = setPageBoxes(document.close(), { ...page, bleed: wishes.bleed * pointsPerPixel });
  const families = familiesOfDesign(job.body);
  const texts = Object.values(job.body.nodes).flatMap((node) => (node.type === 'text' ? [node] : []));
  const fonts = wishes.fonts.filter((font) => families.has(font.family)).map((font) => openFont(font.path));
  const words = texts.map((node) => node.text + node.text.toUpperCase()).join('');
  const pdf = makeReadable(sized, words, fonts);
  return { pdf, missingAssets: [...missing] };
}
