import type { Limit, Range } from './profile-types.ts';
import {
  type Confidence,
  confidences,
  type Fact,
  type FactGroup,
  type FactNode,
  isFact,
  isGroup,
} from './rule-pack.ts';

/** The fact that stands first in `keys`, or null. */
export function firstFact(group: FactGroup | undefined, ...keys: string[]): Fact | null {
  for (const key of keys) {
    const node = group?.[key];
    if (isFact(node)) return node;
  }
  return null;
}

/** The group of facts below `key`. */
export function subgroup(group: FactGroup | undefined, key: string): FactGroup | undefined {
  const node = group?.[key];
  return isGroup(node) ? node : undefined;
}

/** A value that no source states; its confidence keeps it from refusing anything. */
export function remembered<T>(value: T): Limit<T> {
  return { value, confidence: 'remembered', source: 'none' };
}

/** The fact's standing around another value. */
export function limitOf<T>(fact: Fact, value: T): Limit<T> {
  const { confidence, source, note } = fact;
  // What the user sets is meant, whatever the note says.
  const advised = confidence !== 'user' && note !== undefined && /^recommended|says recommended/.test(note);
  return {
    value,
    confidence,
    source,
    ...(note === undefined ? {} : { note }),
    ...(advised ? { advised } : {}),
  };
}

function isNumberFact(fact: Fact | null): fact is Fact & { value: number } {
  return typeof fact?.value === 'number';
}

/**
 * First numeric fact among `keys`; an exclusive one is lowered by one so that the limit itself is allowed. The
 * same limit of the app or web form (`app_…`, `…_app`, `web_…`, `mobile_…`) goes before it when it is trusted as
 * much; when it is trusted less but allows more, the limit becomes `soft`. So does one known for the API alone.
 * What the user sets is never soft.
 */
export function numberLimit(group: FactGroup | undefined, ...keys: string[]): Limit<number> | null {
  const key = keys.find((each) => isNumberFact(firstFact(group, each)));
  const plain = key === undefined ? null : firstFact(group, key);
  if (key === undefined || !isNumberFact(plain)) return null;
  const forms = [`app_${key}`, `${key}_app`, `web_${key}`, `mobile_${key}`];
  const other = forms.map((each) => firstFact(group, each)).find(isNumberFact);
  const trusted =
    other !== undefined && confidences.indexOf(other.confidence) <= confidences.indexOf(plain.confidence);
  const fact = trusted ? other : plain;
  const limit = limitOf(fact, fact.exclusive === true ? fact.value - 1 : fact.value);
  const allowsMore = other !== undefined && !trusted && other.value > plain.value;
  const isSoft = fact.confidence !== 'user' && (allowsMore || key.startsWith('api_'));
  return isSoft ? { ...limit, soft: true } : limit;
}

/** First fact that lists words; one that is known for the API alone is `soft`. */
export function wordsLimit(group: FactGroup | undefined, ...keys: string[]): Limit<string[]> | null {
  const key = keys.find((each) => firstFact(group, each) !== null);
  const fact = key === undefined ? null : firstFact(group, key);
  if (key === undefined || fact === null || !Array.isArray(fact.value)) return null;
  const words = fact.value.filter((word) => typeof word === 'string');
  if (words.length < fact.value.length) return null;
  return key.startsWith('api_') && fact.confidence !== 'user'
    ? { ...limitOf(fact, words), soft: true }
    : limitOf(fact, words);
}

/** `{min, max}` inside a fact's value. */
export function readRange(value: unknown): Range | null {
  if (typeof value !== 'object' || value === null) return null;
  const range: Range = {};
  if ('min' in value && typeof value.min === 'number') range.min = value.min;
  if ('max' in value && typeof value.max === 'number') range.max = value.max;
  return range.min === undefined && range.max === undefined ? null : range;
}

/** Width divided by height of `4:5`, or null. */
function readRatio(text: string): number | null {
  const [, width, height] = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  return width === undefined || height === undefined ? null : Number(width) / Number(height);
}

/**
 * Allowed proportions, in this order: what the app takes, what its web form takes, the plain fact, a list of
 * ratios, a widest ratio in words, what the API takes, and last how it is shown (advice only).
 */
export function aspectLimit(group: FactGroup | undefined): Limit<Range> | null {
  const stated = firstFact(group, 'app_aspect', 'web_aspect', 'aspect');
  const range = readRange(stated?.value);
  if (stated && range) return limitOf(stated, range);
  const listed = firstFact(group, 'aspects');
  if (listed && Array.isArray(listed.value)) {
    const ratios = listed.value
      .map((each) => (typeof each === 'string' ? readRatio(each) : null))
      .filter((each) => each !== null);
    if (ratios.length > 0) return limitOf(listed, { min: Math.min(...ratios), max: Math.max(...ratios) });
  }
  if (listed?.value === 'square or vertical') return limitOf(listed, { max: 1 });
  const widest = firstFact(group, 'max_aspect', 'aspect_note');
  const ratio = typeof widest?.value === 'string' ? /(\d+):(\d+)/.exec(widest.value) : null;
  if (widest && ratio) {
    const sides = [Number(ratio[1]), Number(ratio[2])];
    const max = Math.max(...sides) / Math.min(...sides);
    return limitOf(widest, { min: 1 / max, max });
  }
  const shown = firstFact(group, 'api_aspect', 'full_display_aspect');
  const shownRange = readRange(shown?.value);
  if (!shown || !shownRange) return null;
  return { ...limitOf(shown, shownRange), ...(group?.['api_aspect'] ? {} : { advised: true as const }) };
}

/** `[width, height]` of a fact; of several pairs the first. */
export function pixelsLimit(
  group: FactGroup | undefined,
  key: string,
): Limit<{ width: number; height: number }> | null {
  const fact = firstFact(group, key);
  if (fact === null || !Array.isArray(fact.value)) return null;
  const pair = Array.isArray(fact.value[0]) ? fact.value[0] : fact.value;
  const [width, height] = pair;
  return typeof width === 'number' && typeof height === 'number' ? limitOf(fact, { width, height }) : null;
}

/** Standing of an entry in a `sizes` list. */
export function sizeStanding(
  entries: FactNode | undefined,
  name: string,
): { confidence: Confidence; source: string } {
  const entry = Array.isArray(entries)
    ? entries.find((each) => isFact(each) && each['name'] === name)
    : undefined;
  return isFact(entry)
    ? { confidence: entry.confidence, source: entry.source }
    : { confidence: 'remembered', source: 'none' };
}
