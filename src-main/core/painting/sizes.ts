import { GalleyError } from '#shared/contract/failure.ts';
import { resizeDesign } from '#shared/design/resize.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { formatProfile, pictureOf } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';

/** One size to paint a design in. */
export interface PaintSize {
  /** `platform/format`; null for the design's own size and free sizes. */
  format: string | null;
  /** For file names; null for the design's own size. */
  label: string | null;
  body: DesignBody;
  needsReview: boolean;
  /** What the platform takes. */
  maxBytes: number | undefined;
}

export interface SizesWanted {
  body: DesignBody;
  /** `platform/format` names. */
  formats: readonly string[];
  /** Ids of the design's own sizes. */
  variants: readonly string[];
}

function ofFormat(pack: RulePack, body: DesignBody, format: string): PaintSize {
  const picture = pictureOf(formatProfile(pack, format));
  if (!picture) {
    throw new GalleyError('invalid-input', {
      en: `${format} shows no picture, so there is no size to paint. Choose another format.`,
      zh: `${format} 不展示图片，没有可用的尺寸。请选择其他格式。`,
    });
  }
  const { width, height } = picture.primary.value;
  const resized = resizeDesign(body, width, height);
  return {
    format,
    label: format.replaceAll('/', '-'),
    body: resized.body,
    needsReview: resized.report.needsReview,
    maxBytes: picture.maxBytes?.value,
  };
}

/** The design in each wanted size: re-arranged for formats; its own size when none is named. */
export function sizesOf(pack: RulePack, wanted: SizesWanted): PaintSize[] {
  const { body, formats } = wanted;
  if (formats.length === 0)
    return [{ format: null, label: null, body, needsReview: false, maxBytes: undefined }];
  return formats.map((format) => ofFormat(pack, body, format));
}
