import { daysBetween } from '../domain/calendar-days.ts';
import { areAlike } from './similarity.ts';
import { alikeSteps } from './similarity-groups.ts';
import type { Steps } from './steps.ts';
import { isOpen, type PlanWarning, type WarningContext, type WeighedEntry } from './warnings-context.ts';
import { about, byLane, chains, groupKey, movableOf } from './warnings-times.ts';

const dayLength = 86_400_000;

/** Part of all runs of three letters that two texts share when they are nearly the same. */
const alikeFrom = 0.7;

/** Bits of 64 in which fingerprints of one picture in two versions differ at most. */
const pictureBits = 6;

const share = (one: readonly string[], other: readonly string[]): boolean =>
  one === other ? one.length > 0 : one.some((lane) => other.includes(lane));

/** Is it no mistake that they are alike? One post, or posts of one series. */
function areOne(one: WeighedEntry, other: WeighedEntry): boolean {
  return one.id === other.id || (one.seriesId !== null && one.seriesId === other.seriesId);
}

/** Posts, each once at its first time, with the lanes of all its entries. */
function postsOf(entries: readonly WeighedEntry[]): WeighedEntry[] {
  const posts = new Map<string, WeighedEntry>();
  for (const entry of entries) {
    const known = posts.get(entry.id);
    posts.set(entry.id, known ? { ...known, lanes: [...new Set([...known.lanes, ...entry.lanes])] } : entry);
  }
  return [...posts.values()];
}

function warn(
  group: readonly WeighedEntry[],
  context: WarningContext,
  { name, ...rest }: Pick<PlanWarning, 'code' | 'severity' | 'message'> & { name: string },
): PlanWarning[] {
  const open = group.filter((entry) => isOpen(entry, context));
  const last = open.at(-1);
  if (!last) return [];
  return [
    {
      ...rest,
      key: groupKey(`${rest.code}:${name}`, group, ({ key, day }) => `${key}@${day}`),
      // The later ones are those that can still change.
      day: open.find(({ day }) => day >= context.from)?.day ?? last.day,
      ...about(group),
      movable: movableOf(group, context),
    },
  ];
}

/** Nearly the same words on one account within the days that the settings name. */
export function* textRepeats(
  entries: readonly WeighedEntry[],
  context: WarningContext,
): Steps<PlanWarning[]> {
  const { textDays } = context.settings;
  if (textDays === 0) return [];
  const posts = postsOf(entries).flatMap((entry) =>
    entry.text ? [{ entry, at: entry.at, ...entry.text }] : [],
  );
  const groups = yield* alikeSteps(posts, {
    mostBits: 20,
    within: textDays * dayLength,
    alike: (one, other) =>
      !areOne(one.entry, other.entry) &&
      share(one.entry.lanes, other.entry.lanes) &&
      areAlike(one.grams, other.grams, alikeFrom),
  });
  return groups.flatMap((indices) => {
    const group = indices.flatMap((index) => posts[index]?.entry ?? []);
    const title = group[0]?.title ?? '';
    return warn(group, context, {
      name: '',
      code: 'same-text',
      severity: 'warning',
      message: {
        en: `${group.length} posts within ${textDays} days say nearly the same as “${title}”.`,
        zh: `${textDays} 天内有 ${group.length} 篇帖子与“${title}”文字几乎相同。`,
      },
    });
  });
}

/** Fingerprints of plain areas and gradients say nothing. */
function saysSomething({ high, low }: { high: number; low: number }): boolean {
  const bits = (high.toString(2) + low.toString(2)).replaceAll('0', '').length;
  return bits >= 8 && bits <= 56;
}

/** Other files of nearly the same picture on one account. */
export function* pictureRepeats(
  entries: readonly WeighedEntry[],
  context: WarningContext,
): Steps<PlanWarning[]> {
  const { mediaDays } = context.settings;
  if (mediaDays === 0) return [];
  const pictures = postsOf(entries).flatMap((entry) =>
    entry.pictures
      .filter(({ fingerprint }) => saysSomething(fingerprint))
      .map((picture) => ({ entry, at: entry.at, ...picture })),
  );
  const groups = yield* alikeSteps(pictures, {
    mostBits: pictureBits,
    within: mediaDays * dayLength,
    alike: (one, other) =>
      one.id !== other.id && !areOne(one.entry, other.entry) && share(one.entry.lanes, other.entry.lanes),
  });
  return groups.flatMap((indices) => {
    const group = [...new Set(indices.flatMap((index) => pictures[index]?.entry ?? []))];
    return warn(group, context, {
      name: '',
      code: 'same-picture',
      severity: 'note',
      message: {
        en: `${group.length} posts within ${mediaDays} days show nearly the same picture.`,
        zh: `${mediaDays} 天内有 ${group.length} 篇帖子的图片几乎相同。`,
      },
    });
  });
}

/** Rows of entries of one lane that share something and follow each other too closely. */
function tooSoon(
  entries: readonly WeighedEntry[],
  days: number,
  namesOf: (entry: WeighedEntry) => readonly string[],
): { lane: string; name: string; group: WeighedEntry[] }[] {
  if (days === 0) return [];
  return [...byLane(entries)].flatMap(([lane, list]) => {
    const named = new Map<string, WeighedEntry[]>();
    for (const entry of list) {
      for (const name of namesOf(entry)) {
        const same = named.get(name);
        if (same) same.push(entry);
        else named.set(name, [entry]);
      }
    }
    return [...named].flatMap(([name, same]) =>
      chains(
        same,
        (one, next) => !areOne(one, next) && (one.day === next.day || daysBetween(one.day, next.day) < days),
      ).map((group) => ({ lane, name, group })),
    );
  });
}

/** The same picture, design or clip on one account within the days that the settings name. */
export function mediaRepeats(entries: readonly WeighedEntry[], context: WarningContext): PlanWarning[] {
  const { mediaDays } = context.settings;
  return tooSoon(entries, mediaDays, ({ media }) => media).flatMap(({ lane, name, group }) => {
    const where = context.laneName(lane);
    return warn(group, context, {
      name: `${lane}:${name}`,
      code: 'same-media',
      severity: 'note',
      message: {
        en: `${where.en}: ${group.length} posts show the same medium less than ${mediaDays} days apart.`,
        zh: `${where.zh}：${group.length} 篇帖子在 ${mediaDays} 天内使用了同一素材。`,
      },
    });
  });
}

/** The same campaign or pillar on one account again too soon. */
export function topicRepeats(entries: readonly WeighedEntry[], context: WarningContext): PlanWarning[] {
  const { topicDays } = context.settings;
  const topics = ({ campaign, pillar }: WeighedEntry): string[] => [
    ...(campaign === '' ? [] : [`campaign:${campaign}`]),
    ...(pillar === '' ? [] : [`pillar:${pillar}`]),
  ];
  return tooSoon(entries, topicDays, topics).flatMap(({ lane, name, group }) => {
    const where = context.laneName(lane);
    const topic = name.slice(name.indexOf(':') + 1);
    return warn(group, context, {
      name: `${lane}:${name}`,
      code: 'same-topic',
      severity: 'note',
      message:
        topicDays === 1
          ? {
              en: `${where.en}: “${topic}” comes ${group.length} times on one day.`,
              zh: `${where.zh}：“${topic}”在同一天出现 ${group.length} 次。`,
            }
          : {
              en: `${where.en}: “${topic}” comes ${group.length} times, each less than ${topicDays} days after the last.`,
              zh: `${where.zh}：“${topic}”出现 ${group.length} 次，间隔不足 ${topicDays} 天。`,
            },
    });
  });
}
