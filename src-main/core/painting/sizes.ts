import { GalleyError } from '#shared/contract/failure.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { bodyForFormat, bodyOfVariant } from '#shared/design/variants/derive.ts';
import { safeZoneIn } from '#shared/design/variants/safe-zone.ts';
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
  /** The design's own size beside the others. */
  ownSize: boolean;
}

function ofFormat(pack: RulePack, body: DesignBody, format: string): PaintSize {
  const profile = formatProfile(pack, format);
  const picture = pictureOf(profile);
  if (!picture) {
    throw new GalleyError('invalid-input', {
      en: `${format} shows no picture, so there is no size to paint. Choose another format.`,
      zh: `${format} 不展示图片，没有可用的尺寸。请选择其他格式。`,
    });
  }
  const { width, height } = picture.primary.value;
  const resized = bodyForFormat(body, format, width, height, safeZoneIn(profile, width, height));
  return {
    format,
    label: format.replaceAll('/', '-'),
    body: resized.body,
    needsReview: resized.report.needsReview,
    maxBytes: picture.maxBytes?.value,
  };
}

/** What a platform takes of a picture of a format; undefined for free sizes and formats that are no more. */
function byteLimit(pack: RulePack, format: string): number | undefined {
  const [platformId, formatId] = format.split('/');
  const platform = pack.platforms.find((each) => each.id === platformId);
  if (!platform?.formats.some((each) => each.id === formatId)) return undefined;
  return pictureOf(formatProfile(pack, `${platformId}/${formatId}`))?.maxBytes?.value;
}

function ofVariant(pack: RulePack, body: DesignBody, variantId: string): PaintSize {
  const variant = body.variants?.[variantId];
  const sized = bodyOfVariant(body, variantId);
  if (!variant || !sized) {
    throw new GalleyError('invalid-input', {
      en: 'The design has no such size any more. Choose one of its sizes.',
      zh: '此设计已没有该尺寸。请选择已有的尺寸。',
    });
  }
  return {
    format: variant.format === '' ? null : variant.format,
    label: variant.name === '' ? variant.format.replaceAll('/', '-') : variant.name,
    body: sized.body,
    needsReview: sized.report.needsReview,
    maxBytes: byteLimit(pack, variant.format),
  };
}

/** The design in each wanted size: re-arranged for formats; its own size when none is named. */
export function sizesOf(pack: RulePack, wanted: SizesWanted): PaintSize[] {
  const { body, formats, variants, ownSize } = wanted;
  const own: PaintSize = { format: null, label: null, body, needsReview: false, maxBytes: undefined };
  const others = [
    ...variants.map((id) => ofVariant(pack, body, id)),
    ...formats.map((format) => ofFormat(pack, body, format)),
  ];
  return ownSize || others.length === 0 ? [own, ...others] : others;
}
