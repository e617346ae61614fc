import { firstFact, limitOf, numberLimit, readRange } from './facts.ts';
import type { FormatProfile, Limit, Range } from './profile-types.ts';
import { type Fact, type FactGroup, isGroup, type PlatformFormat, type RulePack } from './rule-pack.ts';

/** Limits that only checks read; null where no source states one. */
export interface CheckFacts {
  maxMentions: Limit<number> | null;
  /** Letters of one hashtag, without its signs. */
  maxHashtagLength: Limit<number> | null;
  /** Longest and shortest side of a picture, pixels. */
  maxSide: Limit<number> | null;
  minSide: Limit<number> | null;
  /** Pixels; the larger and the smaller side, whichever way the clip lies. */
  dimensions: Limit<{ min: [number, number] | null; max: [number, number] | null }> | null;
  /** Kilobits per second. */
  bitrate: Limit<Range> | null;
  audio: Limit<{ codec?: string; channels?: number; sampleRate?: number }> | null;
  /** Width by height that a cover is cut to. */
  coverAspects: Limit<number[]> | null;
  /** Seconds ahead that the platform's own planner takes. */
  schedule: { min: Limit<number> | null; max: Limit<number> | null };
}

function pair(value: unknown): [number, number] | null {
  if (!Array.isArray(value)) return null;
  const [one, other]: unknown[] = value;
  return typeof one === 'number' && typeof other === 'number' ? [one, other] : null;
}

/** `recommended` in a note makes a fact advice; see `limitOf`. One of the API alone is soft. */
function dimensionsOf(group: FactGroup | undefined): CheckFacts['dimensions'] {
  const range = firstFact(group, 'web_dimensions', 'dimensions', 'api_dimensions');
  const value = range?.value;
  if (range && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return limitOf(range, { min: pair(value['min']), max: pair(value['max']) });
  }
  const least = firstFact(group, 'min_dimensions');
  const most = firstFact(group, 'max_dimensions');
  const fact = least ?? most;
  if (fact) return limitOf(fact, { min: pair(least?.value), max: pair(most?.value) });
  const height = firstFact(group, 'min_height');
  return height && typeof height.value === 'number'
    ? limitOf(height, { min: [height.value, height.value], max: null })
    : null;
}

function bitrateOf(group: FactGroup | undefined): CheckFacts['bitrate'] {
  const stated = firstFact(group, 'bitrate_kbps');
  const range = readRange(stated?.value);
  if (stated && range) return limitOf(stated, range);
  const max = numberLimit(group, 'max_bitrate_kbps', 'web_max_bitrate_kbps');
  return max && { ...max, value: { max: max.value } };
}

function audioOf(fact: Fact | null): CheckFacts['audio'] {
  const value = fact?.value;
  if (!fact || typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { codec, channels, sample_rate: rate } = value;
  return limitOf(fact, {
    ...(typeof codec === 'string' ? { codec } : {}),
    ...(typeof channels === 'number' ? { channels } : {}),
    ...(typeof rate === 'number' ? { sampleRate: rate } : {}),
  });
}

/** `4:3 landscape` and `2.35:1` among the slots of a cover. */
function coverAspectsOf(image: FactGroup | undefined): CheckFacts['coverAspects'] {
  const thumbnail = isGroup(image?.['thumbnail']) ? image['thumbnail'] : undefined;
  const fact = firstFact(image, 'cover_slots', 'cover_crops') ?? firstFact(thumbnail, 'aspect');
  const listed = fact && (Array.isArray(fact.value) ? fact.value : [fact.value]);
  const ratios = (listed ?? []).flatMap((each) => {
    if (typeof each !== 'string') return [];
    const [, width, height] = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)/.exec(each) ?? [];
    return width === undefined || height === undefined ? [] : [Number(width) / Number(height)];
  });
  return fact && ratios.length > 0 ? limitOf(fact, ratios) : null;
}

function read(format: PlatformFormat): CheckFacts {
  const { text, image, video, other } = format;
  return {
    maxMentions: numberLimit(text, 'max_mentions'),
    maxHashtagLength: numberLimit(text, 'max_hashtag_length', 'topic_tag_max'),
    maxSide: numberLimit(image, 'max_side', 'max_dimension'),
    minSide: numberLimit(image, 'min_side'),
    dimensions: dimensionsOf(video),
    bitrate: bitrateOf(video),
    audio: audioOf(firstFact(video, 'audio')),
    coverAspects: coverAspectsOf(image),
    schedule: { min: numberLimit(other, 'schedule_min_s'), max: numberLimit(other, 'schedule_max_s') },
  };
}

const none: CheckFacts = read({
  id: 'none',
  name: { en: '', zh: '' },
  galley: { kind: 'text' },
  text: { fields: [] },
});
const known = new WeakMap<RulePack, Map<string, CheckFacts>>();

/** The facts of a format that only checks read, found once per pack. */
export function checkFacts(pack: RulePack, profile: FormatProfile): CheckFacts {
  const ofPack = known.get(pack) ?? new Map<string, CheckFacts>();
  known.set(pack, ofPack);
  const before = ofPack.get(profile.id);
  if (before) return before;
  const platform = pack.platforms.find(({ id }) => id === profile.platformId);
  const format = platform?.formats.find(({ id }) => id === profile.formatId);
  const facts = format ? read(format) : none;
  ofPack.set(profile.id, facts);
  return facts;
}
