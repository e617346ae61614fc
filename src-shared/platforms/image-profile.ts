import {
  aspectLimit,
  firstFact,
  numberLimit,
  remembered,
  sizeStanding,
  subgroup,
  wordsLimit,
} from './facts.ts';
import { type NamedSize, readSizes } from './format-name.ts';
import { mimeTypes } from './media-types.ts';
import type { FormatProfile, ImageProfile, Limit } from './profile-types.ts';
import { type FactGroup, isGroup, type PlatformFormat } from './rule-pack.ts';

/** The usual upright screen: stories and short video. */
export const tallSize = { width: 1080, height: 1920 };
/** Sizes that are made when no fact states one: tall for feeds, wide in articles; stories and video: `tallSize`. */
const feedSize = { width: 1080, height: 1350 };
const articleSize = { width: 1280, height: 720 };

/** `[width, height]` as an object. */
export function toSize(
  pair: readonly [number, number] | undefined,
): { width: number; height: number } | null {
  return pair ? { width: pair[0], height: pair[1] } : null;
}

/**
 * The size to make first: the one asked for, our own choice in the file, the size called `portrait` where the
 * picture is the post, else the first in the list, else the fallback.
 */
function primaryImage(
  group: FactGroup | undefined,
  format: PlatformFormat,
  sizes: NamedSize[],
  asked: NamedSize | null,
): ImageProfile['primary'] {
  const portrait =
    format.galley.kind === 'image' ? sizes.find((size) => size.name === 'portrait') : undefined;
  const chosen = toSize(format.galley.image);
  const named = asked ?? (chosen ? null : (portrait ?? sizes[0] ?? null));
  if (named) {
    const { width, height, name } = named;
    return { value: { width, height }, ...sizeStanding(group?.['sizes'], name) };
  }
  const { kind, video } = format.galley;
  const usual = kind === 'video' ? (toSize(video) ?? tallSize) : kind === 'article' ? articleSize : feedSize;
  return remembered(chosen ?? usual);
}

function imageTypes(...groups: (FactGroup | undefined)[]): Limit<string[]> {
  for (const group of groups) {
    const stated = wordsLimit(group, 'formats', 'api_formats');
    const types = mimeTypes(stated?.value ?? []);
    if (stated && types.length > 0) return { ...stated, value: types };
  }
  return remembered(['image/jpeg', 'image/png']);
}

const byteKeys = ['max_bytes', 'desktop_max_bytes', 'cover_max_bytes', 'api_max_bytes'];

/** Still pictures of the post itself. Counts: the app's limit before the plain one. */
export function imageProfile(format: PlatformFormat, asked: NamedSize | null): ImageProfile | null {
  const { kind } = format.galley;
  if (kind === 'video' || (kind !== 'article' && kind !== 'image' && !format.image)) return null;
  const group = format.image;
  const inside = subgroup(group, 'in_article');
  const sizes = readSizes(group?.['sizes']);
  const pages = numberLimit(format.other, 'max_pages');
  return {
    maxCount: numberLimit(group, 'max_count') ?? pages,
    minCount: numberLimit(group, 'min_count'),
    types: imageTypes(inside, group),
    maxBytes: numberLimit(inside, 'max_bytes') ?? numberLimit(group, ...byteKeys),
    maxGifBytes: numberLimit(group, 'gif_max_bytes'),
    sizes,
    primary: primaryImage(group, format, sizes, asked),
    aspect: aspectLimit(group),
    maxPixels: numberLimit(group, 'max_pixels'),
  };
}

/** Cover of a video: the `cover` or `thumbnail` group, else the picture facts of the format. */
export function coverProfile(format: PlatformFormat, asked: NamedSize | null): FormatProfile['cover'] {
  const { kind } = format.galley;
  const image = format.image;
  const group = Object.values(image ?? {}).find((node) => isGroup(node) && node['sizes'] !== undefined);
  const inner = isGroup(group) ? group : undefined;
  if (kind !== 'video' && !(kind === 'article' && image?.['cover_crops'])) return null;
  const source = inner ?? image;
  const sizes = readSizes(source?.['sizes']);
  return {
    maxCount: null,
    minCount: null,
    types: imageTypes(inner, subgroup(image, 'material'), image),
    maxBytes:
      numberLimit(inner, ...byteKeys) ??
      numberLimit(subgroup(image, 'material'), 'max_bytes') ??
      numberLimit(image, ...byteKeys),
    maxGifBytes: null,
    sizes,
    primary: primaryImage(source, format, sizes, asked),
    aspect: null,
    maxPixels: null,
    required: firstFact(format.video, 'cover_required')?.value === true,
  };
}
