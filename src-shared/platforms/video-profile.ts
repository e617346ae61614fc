import {
  aspectLimit,
  firstFact,
  limitOf,
  numberLimit,
  pixelsLimit,
  readRange,
  remembered,
  subgroup,
  wordsLimit,
} from './facts.ts';
import { tallSize, toSize } from './image-profile.ts';
import { canonicalCodec, mimeTypes } from './media-types.ts';
import type { Limit, VideoProfile } from './profile-types.ts';
import type { FactGroup, PlatformFormat } from './rule-pack.ts';

/** `fps` states a range; `max_fps` of the web form or of the plain fact only the upper end. */
function frameRates(group: FactGroup): Pick<VideoProfile, 'minFps' | 'maxFps'> {
  const stated = firstFact(group, 'fps');
  const range = readRange(stated?.value);
  if (stated && range) {
    const { min, max } = range;
    return {
      minFps: min === undefined ? null : limitOf(stated, min),
      maxFps: max === undefined ? null : limitOf(stated, max),
    };
  }
  return { minFps: null, maxFps: numberLimit(group, 'web_max_fps', 'max_fps', 'api_max_fps') };
}

function largest(group: FactGroup, side: 0 | 1, key: string): Limit<number> | null {
  const plain = numberLimit(group, key);
  if (plain) return plain;
  const pair = firstFact(group, 'max_dimensions');
  const range = firstFact(group, 'dimensions');
  const bounds = range?.value;
  const fromRange =
    typeof bounds === 'object' && bounds !== null && !Array.isArray(bounds) ? bounds['max'] : undefined;
  const value = pair ? pair.value : fromRange;
  const fact = pair ?? range;
  const pixels = Array.isArray(value) ? value[side] : undefined;
  return fact && typeof pixels === 'number' ? limitOf(fact, pixels) : null;
}

/** A format's moving pictures: the plain facts, else those of the free web form, else the API's. */
export function videoProfile(format: PlatformFormat): VideoProfile | null {
  if (!format.video && format.galley.kind !== 'video') return null;
  if (format.galley.kind === 'article') return null;
  const group = format.video ?? {};
  const web = subgroup(group, 'free_web');
  const api = subgroup(group, 'api');
  const number = (key: string) => numberLimit(group, key) ?? numberLimit(web, key) ?? numberLimit(api, key);
  const containers = wordsLimit(group, 'formats');
  const codecs = wordsLimit(group, 'codecs');
  const own = toSize(format.galley.video);
  return {
    maxCount: numberLimit(group, 'max_count'),
    containers: containers
      ? { ...containers, value: mimeTypes(containers.value) }
      : remembered(['video/mp4']),
    codecs: codecs ? { ...codecs, value: codecs.value.map(canonicalCodec) } : remembered(['h264']),
    maxBytes: number('max_bytes'),
    minDuration: number('min_duration_s'),
    maxDuration: number('max_duration_s'),
    ...frameRates(group),
    maxWidth: largest(group, 0, 'max_width'),
    maxHeight: largest(group, 1, 'max_height'),
    maxBitrate: numberLimit(group, 'max_bitrate_kbps', 'web_max_bitrate_kbps'),
    primary: own ? remembered(own) : (pixelsLimit(group, 'recommended') ?? remembered(tallSize)),
    aspect: aspectLimit(group),
  };
}
