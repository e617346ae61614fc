import { factsOfFormat } from '#shared/platforms/fact-list.ts';
import { offeredPlatforms } from '#shared/platforms/own-rules.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { FormatProfile, Limit, Range } from '#shared/platforms/profile-types.ts';
import type { Confidence, FactValue, RulePack, Unit } from '#shared/platforms/rule-pack.ts';
import { type Measure, measureOf } from './fact-text.ts';

/** One format's answer to a question that is asked of all. */
export interface Answer {
  platform: string;
  format: string;
  value: FactValue;
  measure: Measure;
  unit?: Unit;
  confidence: Confidence;
  source: string;
}

function answer<T>(
  limit: Limit<T> | null | undefined,
  value: (of: T) => FactValue,
  measure: Measure,
  unit?: Unit,
) {
  if (!limit) return null;
  const { confidence, source } = limit;
  return { value: value(limit.value), measure, confidence, source, ...(unit ? { unit } : {}) };
}

const same = <T extends FactValue>(value: T): FactValue => value;
const size = ({ width, height }: { width: number; height: number }): FactValue => [width, height];
const range = ({ min, max }: Range): FactValue => ({
  ...(min === undefined ? {} : { min: Math.round(min * 1000) / 1000 }),
  ...(max === undefined ? {} : { max: Math.round(max * 1000) / 1000 }),
});

function field(profile: FormatProfile, role: 'title' | 'body') {
  const found = profile.text.fields.find((each) => each.role === role);
  return answer(found?.max, same, 'plain', found?.unit);
}

/** Questions about what counts in the end, answered by the profile of each format. */
const questions = {
  title: (profile: FormatProfile) => field(profile, 'title'),
  body: (profile: FormatProfile) => field(profile, 'body'),
  fold: ({ text: { fold } }: FormatProfile) => answer(fold?.count, same, 'plain', fold?.unit),
  hashtags: ({ text }: FormatProfile) => answer(text.hashtag.max, same, 'plain'),
  links: ({ text }: FormatProfile) => answer(text.maxLinks, same, 'plain'),
  pictures: ({ image }: FormatProfile) => answer(image?.maxCount, same, 'plain'),
  'picture-size': ({ image, cover }: FormatProfile) => answer((image ?? cover)?.primary, size, 'pixels'),
  'picture-bytes': ({ image, cover }: FormatProfile) => answer((image ?? cover)?.maxBytes, same, 'bytes'),
  'picture-types': ({ image, cover }: FormatProfile) => answer((image ?? cover)?.types, same, 'plain'),
  'picture-aspect': ({ image }: FormatProfile) => answer(image?.aspect, range, 'plain'),
  'video-size': ({ video }: FormatProfile) => answer(video?.primary, size, 'pixels'),
  'video-duration': ({ video }: FormatProfile) => answer(video?.maxDuration, same, 'seconds'),
  'video-bytes': ({ video }: FormatProfile) => answer(video?.maxBytes, same, 'bytes'),
  'video-rate': ({ video }: FormatProfile) => answer(video?.maxFps, same, 'rate'),
  'alt-text': ({ alt }: FormatProfile) => answer(alt.max, same, 'plain', alt.unit),
};
export type Question = keyof typeof questions;
export const questionNames = Object.keys(questions) as Question[];

export function isQuestion(name: string): name is Question {
  return Object.hasOwn(questions, name);
}

/** Keys of facts (`other/max_mentions`) that at least two formats state, the most stated first. */
export function sharedPlaces(pack: RulePack): string[] {
  const counts = new Map<string, number>();
  for (const platform of pack.platforms) {
    for (const format of platform.formats) {
      for (const { path } of factsOfFormat(format)) {
        const place = path.join('/');
        counts.set(place, (counts.get(place) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([, one], [, other]) => other - one)
    .map(([place]) => place);
}

function ofPlace(pack: RulePack, place: string): Answer[] {
  return pack.platforms.flatMap((platform) =>
    platform.formats.flatMap((format): Answer[] => {
      const placed = factsOfFormat(format).find(({ path }) => path.join('/') === place);
      if (!placed) return [];
      const { value, confidence, source, unit } = placed.fact;
      const base = { platform: platform.id, format: format.id, value, confidence, source };
      return [{ ...base, measure: measureOf(placed.path), ...(unit ? { unit } : {}) }];
    }),
  );
}

/** All formats that answer, numbers from the smallest to the largest, the rest in the pack's order. */
export function answersOf(pack: RulePack, asked: string): Answer[] {
  const live = { ...pack, platforms: offeredPlatforms(pack) };
  const found = isQuestion(asked)
    ? live.platforms.flatMap((platform) =>
        platform.formats.flatMap((format): Answer[] => {
          const said = questions[asked](formatProfile(pack, `${platform.id}/${format.id}`));
          return said ? [{ platform: platform.id, format: format.id, ...said }] : [];
        }),
      )
    : ofPlace(live, asked);
  const areNumbers = found.every(({ value }) => typeof value === 'number');
  return areNumbers ? found.toSorted((one, other) => Number(one.value) - Number(other.value)) : found;
}
