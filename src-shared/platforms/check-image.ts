import type { MediaFacts } from '#shared/domain/content.ts';
import { aspectFindings } from './check-aspect.ts';
import { counters } from './counters/all.ts';
import { find } from './find.ts';
import type { Finding } from './finding.ts';
import { canonicalType, typeLabel } from './media-types.ts';
import type { FormatProfile, ImageProfile } from './profile-types.ts';
import { readableOver } from './readable.ts';

/** Rules on one picture; the shape of a cover is left to the cropping tool. */
export function imageFindings(image: ImageProfile, media: MediaFacts, isCover: boolean): Finding[] {
  const found: Finding[] = [];
  const { types, maxPixels } = image;
  const isGif = canonicalType(media.type) === 'image/gif';
  const maxBytes = isGif && image.maxGifBytes ? image.maxGifBytes : image.maxBytes;
  if (!types.value.includes(canonicalType(media.type))) {
    const taken = types.value.map(typeLabel).join(', ');
    found.push(
      find('media-type', types, {
        en: `${typeLabel(media.type)} pictures are not taken here; ${taken} are. Convert it.`,
        zh: `不支持 ${typeLabel(media.type)} 图片，支持 ${taken}。请转换格式。`,
      }),
    );
  }
  if (maxBytes && media.bytes > maxBytes.value) {
    const size = readableOver(media.bytes, maxBytes.value);
    found.push(
      find('image-too-large-bytes', maxBytes, {
        en: `The picture has ${size.has}; the limit is ${size.limit}. Compress it.`,
        zh: `图片大小为 ${size.has}，上限 ${size.limit}。请压缩。`,
      }),
    );
  }
  if (maxPixels && media.width * media.height > maxPixels.value) {
    found.push(
      find('image-too-large-pixels', maxPixels, {
        en: `${media.width} × ${media.height} is more than ${(maxPixels.value / 1e6).toFixed(1)} megapixels. Make it smaller.`,
        zh: `${media.width} × ${media.height} 超过 ${(maxPixels.value / 1e6).toFixed(1)} 百万像素。请缩小。`,
      }),
    );
  }
  return isCover ? found : [...found, ...aspectFindings('image-aspect', image.aspect, media)];
}

/** A missing alt text is advice, a warning where the platform's own form asks for it. */
export function altFindings(profile: FormatProfile, media: MediaFacts): Finding[] {
  const { alt } = profile;
  const words = media.alt?.trim() ?? '';
  if (!alt.expected) return [];
  if (words === '') {
    const finding = find('alt-missing', null, {
      en: 'This picture has no alt text, so blind readers learn nothing of it. Describe it in a sentence.',
      zh: '图片没有替代文本，视障读者无法了解内容。请用一句话描述。',
    });
    return [{ ...finding, severity: alt.required ? 'warning' : 'note' }];
  }
  if (!alt.max || counters[alt.unit].count(words) <= alt.max.value) return [];
  return [
    find('alt-too-long', alt.max, {
      en: `The alt text is longer than ${alt.max.value}. Shorten it.`,
      zh: `替代文本超过 ${alt.max.value}。请删减。`,
    }),
  ];
}
