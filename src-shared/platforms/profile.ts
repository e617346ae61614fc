import { GalleyError } from '#shared/contract/failure.ts';
import { firstFact, numberLimit } from './facts.ts';
import { parseFormatName, type ResolvedFormat } from './format-name.ts';
import { coverProfile, imageProfile } from './image-profile.ts';
import type { FormatProfile, ImageProfile, SafeZone } from './profile-types.ts';
import type { FactGroup, Platform, PlatformFormat, RulePack } from './rule-pack.ts';
import { textProfile } from './text-profile.ts';
import { videoProfile } from './video-profile.ts';

/** A stated safe zone; a side that the source leaves open is 0. */
function safeZone(group: FactGroup | undefined, key: string): SafeZone | null {
  const fact = firstFact(group, key);
  const value = fact?.value;
  if (!fact || typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const [width, height] = Array.isArray(value['canvas']) ? value['canvas'] : [];
  if (typeof width !== 'number' || typeof height !== 'number') return null;
  const side = (name: string) => (typeof value[name] === 'number' ? value[name] : 0);
  const sides = { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') };
  return { width, height, ...sides, confidence: fact.confidence, source: fact.source };
}

function altProfile(format: PlatformFormat): FormatProfile['alt'] {
  const stated = firstFact(format.other, 'alt_text');
  const max = numberLimit(format.other, 'alt_text_max');
  return {
    expected: stated?.value !== false && (stated !== null || max !== null),
    required: typeof stated?.value === 'string' && /required/.test(stated.value),
    max,
    unit: firstFact(format.other, 'alt_text_max')?.unit ?? 'characters',
  };
}

function buildProfile({ platform, format, size }: ResolvedFormat): FormatProfile {
  const cover = coverProfile(format, size);
  return {
    id: `${platform.id}/${format.id}`,
    platformId: platform.id,
    formatId: format.id,
    size: size?.name ?? null,
    kind: format.galley.kind,
    name: format.name,
    platformName: platform.name,
    badge: platform.badge,
    text: textProfile(platform, format),
    image: imageProfile(format, size),
    video: videoProfile(format),
    cover,
    safeZone: safeZone(format.video, 'safe_zone') ?? safeZone(format.image, 'safe_zone'),
    coverSafeZone: safeZone(format.image, 'cover_safe_zone'),
    alt: altProfile(format),
    firstComment: firstFact(format.other, 'first_comment')?.value === true,
    publishPage: format.galley.publish ?? platform.galley?.publish ?? null,
  };
}

const built = new WeakMap<RulePack, Map<string, FormatProfile>>();

/**
 * The typed view of one format, built once per pack. People publish by hand, so limits of the app and the web
 * form go before those of the API. Every format has a profile; where no fact states a size, a type or a codec,
 * the usual one stands in with confidence `remembered`.
 * @param name as `parseFormatName` takes it; a size in it becomes `primary`
 * @throws GalleyError `invalid-input` with near names
 */
export function formatProfile(pack: RulePack, name: string): FormatProfile {
  const known = built.get(pack) ?? new Map<string, FormatProfile>();
  built.set(pack, known);
  const key = name.trim().toLowerCase();
  const profile = known.get(key) ?? buildProfile(parseFormatName(pack, name));
  known.set(key, profile);
  return profile;
}

/**
 * The profile of a target, also of one whose platform the pack does not have (any more): a place that takes any text,
 * so that the post stays readable and its other targets go on.
 */
export function targetProfile(pack: RulePack, name: string): FormatProfile {
  try {
    return formatProfile(pack, name);
  } catch (error) {
    if (!(error instanceof GalleyError)) throw error;
  }
  const known = built.get(pack) ?? new Map<string, FormatProfile>();
  built.set(pack, known);
  const key = `? ${name}`;
  const [platformId = name, formatId = ''] = name.split('/');
  const format: PlatformFormat = {
    id: formatId,
    name: { en: formatId, zh: formatId },
    galley: { kind: 'text' },
    text: { fields: [{ id: 'text', role: 'body' }] },
  };
  const platform: Platform = {
    id: platformId,
    name: { en: platformId, zh: platformId },
    badge: { letters: '??', hue: '#64748b' },
    formats: [format],
  };
  const profile = known.get(key) ?? { ...buildProfile({ platform, format, size: null }), id: name };
  known.set(key, profile);
  return profile;
}

/**
 * The still picture of a format: the cover where one of its sizes was asked for by name, else that of the post,
 * else the cover; null where it shows none.
 */
export function pictureOf(profile: FormatProfile): ImageProfile | null {
  const { image, cover, size } = profile;
  const asksForCover = size !== null && !image?.sizes.some((each) => each.name === size);
  return asksForCover ? (cover ?? image) : (image ?? cover);
}
