import { GalleyError } from '#shared/contract/failure.ts';
import { renderPdf } from '#main/media/painter/pdf/render-pdf.ts';
import type { ChildJob } from '#main/media/painter/protocol.ts';
import { renderSvg } from '#main/media/painter/svg/render-svg.ts';
import type { NamedFont } from '#main/media/painter/svg/outlines.ts';

/** Pixels of pictures per design px at scale 1: sharp when enlarged twice. */
const finePictures = 2;

const defaultQuality = 90;

/** How much pictures may yield to a byte budget: their quality, and the share of their fineness. */
const yields = [
  [100, 1],
  [80, 1],
  [65, 0.75],
  [50, 0.5],
] as const;

interface RenderedDocument {
  data: Buffer;
  missingAssets: string[];
}

/** Renders a PDF or SVG. Throws `invalid-input` when a byte budget cannot be met. */
export async function renderDocument(
  job: ChildJob,
  document: NonNullable<ChildJob['document']>,
  fonts: readonly NamedFont[],
): Promise<RenderedDocument> {
  const { type, pageIds, title, outlines, bleed, maxBytes } = document;
  let smallest = Number.POSITIVE_INFINITY;
  for (const [most, share] of maxBytes === null ? yields.slice(0, 1) : yields) {
    const quality = Math.min(document.quality ?? defaultQuality, most);
    const density = finePictures * job.scale * share;
    let rendered: RenderedDocument;
    if (type === 'pdf') {
      const { pdf, missingAssets } = await renderPdf(job, pageIds, { title, density, quality, bleed, fonts });
      rendered = { data: pdf, missingAssets };
    } else {
      const wishes = { title, density, quality, fonts, outlines };
      const { svg, missingAssets } = await renderSvg(job, pageIds[0] ?? '', wishes);
      rendered = { data: Buffer.from(svg), missingAssets };
    }
    if (maxBytes === null || rendered.data.length <= maxBytes) return rendered;
    smallest = Math.min(smallest, rendered.data.length);
  }
  const kilobytes = Math.floor((maxBytes ?? 0) / 1000);
  throw new GalleyError(
    'invalid-input',
    {
      en: `The file does not fit into ${kilobytes} kB, even with plain pictures. Allow more, or choose JPEG or WebP.`,
      zh: `即使降低图片质量，文件仍超过 ${kilobytes} kB。请放宽限制，或改用 JPEG 或 WebP。`,
    },
    { field: 'maxBytes', maxBytes, smallest },
  );
}
