import type { MediaFacts } from '#shared/domain/content.ts';
import { find } from './find.ts';
import type { Finding } from './finding.ts';
import type { Limit, Range } from './profile-types.ts';
import { readableRange } from './readable.ts';

/** Proportions may be off by this share: sizes are whole pixels, and 1.91:1 is really 1080 × 566. */
const aspectSlack = 0.01;
function outside(aspect: Range, media: MediaFacts): boolean {
  if (media.width <= 0 || media.height <= 0) return false;
  const ratio = media.width / media.height;
  const { min = 0, max = Number.POSITIVE_INFINITY } = aspect;
  return ratio < min * (1 - aspectSlack) || ratio > max * (1 + aspectSlack);
}

/** Proportions that the platform does not take. */
export function aspectFindings(
  code: 'image-aspect' | 'video-aspect',
  aspect: Limit<Range> | null,
  media: MediaFacts,
): Finding[] {
  if (aspect === null || !outside(aspect.value, media)) return [];
  const ratio = Number((media.width / media.height).toFixed(3));
  const range = readableRange(aspect.value);
  return [
    find(code, aspect, {
      en: `${media.width} × ${media.height} is ${ratio} wide to high; ${range} is taken. Crop it.`,
      zh: `${media.width} × ${media.height} 的宽高比为 ${ratio}，要求 ${range}。请裁剪。`,
    }),
  ];
}
