import { addDays, type Day } from '../domain/calendar-days.ts';
import { clashMinutes } from '../domain/calendar-clashes.ts';
import { isOpen, type PlanWarning, type WarningContext, type WeighedEntry } from './warnings-context.ts';

const minute = 60_000;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The last of them that can go elsewhere as a whole. */
export function movableOf(entries: readonly WeighedEntry[], context: WarningContext): string | null {
  return entries.findLast((entry) => isOpen(entry, context) && entry.targetId === null)?.id ?? null;
}

/** Characters of a key; what comes after them is no part of it. */
const keyLength = 400;
/** No entry is named by less than this. */
const shortestName = 4;

/** Names a warning about a group by its entries, of large groups the first ones. */
export function groupKey(
  start: string,
  group: readonly WeighedEntry[],
  nameOf: (entry: WeighedEntry) => string,
): string {
  const names = group.slice(0, keyLength / shortestName).map(nameOf);
  return `${start}:${names.join('|')}`.slice(0, keyLength);
}

/** Entries and posts that a warning names. */
const mostNamed = 50;

function firstIds(entries: readonly WeighedEntry[]): string[] {
  const ids = new Set<string>();
  for (const { id } of entries) {
    if (ids.size >= mostNamed) break;
    ids.add(id);
  }
  return [...ids];
}

/** What a warning about some entries points at. */
export function about(entries: readonly WeighedEntry[]): Pick<PlanWarning, 'postIds' | 'keys'> {
  return {
    postIds: firstIds(entries),
    keys: entries.slice(0, mostNamed).map(({ key }) => key),
  };
}

/** Entries of each lane, by time. */
export function byLane(entries: readonly WeighedEntry[]): Map<string, WeighedEntry[]> {
  const lanes = new Map<string, WeighedEntry[]>();
  for (const entry of entries) {
    for (const lane of entry.lanes) {
      const list = lanes.get(lane);
      if (list) list.push(entry);
      else lanes.set(lane, [entry]);
    }
  }
  return lanes;
}

/** Posts of one account less than half an hour apart; a row of them is one warning. */
export function clashes(entries: readonly WeighedEntry[], context: WarningContext): PlanWarning[] {
  return [...byLane(entries)].flatMap(([lane, list]) =>
    chains(list, (one, next) => next.at - one.at < clashMinutes * minute).flatMap((group): PlanWarning[] => {
      const open = group.find((entry) => isOpen(entry, context));
      if (!open) return [];
      const name = context.laneName(lane);
      return [
        {
          key: groupKey(`clash:${lane}`, group, ({ key, at }) => `${key}@${at}`),
          code: 'clash',
          severity: 'warning',
          day: open.day,
          message: {
            en: `${name.en}: ${group.length} posts stand less than ${clashMinutes} minutes apart.`,
            zh: `${name.zh}：${group.length} 篇帖子间隔不足 ${clashMinutes} 分钟。`,
          },
          ...about(group),
          movable: movableOf(group, context),
        },
      ];
    }),
  );
}

/** Rows of two and more in which each goes with the one before; `list` in its order. */
export function chains<Item>(list: readonly Item[], together: (one: Item, next: Item) => boolean): Item[][] {
  const found: Item[][] = [];
  let row: Item[] = [];
  for (const item of list) {
    const last = row.at(-1);
    if (last !== undefined && together(last, item)) row.push(item);
    else {
      if (row.length > 1) found.push(row);
      row = [item];
    }
  }
  if (row.length > 1) found.push(row);
  return found;
}

/** Posts in the hours in which nothing is to go out. */
export function quietHours(entries: readonly WeighedEntry[], context: WarningContext): PlanWarning[] {
  const { quiet } = context.settings;
  if (!quiet || quiet.from === quiet.to) return [];
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  return entries.flatMap((entry): PlanWarning[] => {
    if (!isOpen(entry, context)) return [];
    const at = context.minuteOf(entry.at);
    if (from < to ? at < from || at >= to : at < from && at >= to) return [];
    return [
      {
        key: `quiet:${entry.key}:${entry.at}`,
        code: 'quiet-hours',
        severity: 'warning',
        day: entry.day,
        message: {
          en: `“${entry.title}” stands in the quiet hours from ${quiet.from} to ${quiet.to}.`,
          zh: `“${entry.title}”落在 ${quiet.from}–${quiet.to} 的免打扰时段。`,
        },
        ...about([entry]),
        movable: movableOf([entry], context),
      },
    ];
  });
}

/** Times that the platform's own planner does not take: too near one by one, too far all together. */
export function plannerLimits(entries: readonly WeighedEntry[], context: WarningContext): PlanWarning[] {
  const found: PlanWarning[] = [];
  const far = new Map<string, { days: number; name: { en: string; zh: string }; list: WeighedEntry[] }>();
  for (const entry of entries) {
    if (!isOpen(entry, context) || entry.day < context.from || entry.day >= context.to) continue;
    const ahead = (entry.at - context.now) / 1000;
    for (const format of entry.formats) {
      const limit = context.planner(format);
      if (!limit) continue;
      const name = limit.platform;
      if (limit.min !== null && ahead < limit.min) {
        const minutes = Math.round(limit.min / 60);
        found.push({
          key: `soon:${entry.key}:${format}:${entry.at}`,
          code: 'planner-too-soon',
          severity: 'warning',
          day: entry.day,
          message: {
            en: `${name.en} plans at least ${minutes} minutes ahead: “${entry.title}” has to be posted by hand.`,
            zh: `${name.zh}的定时发布至少提前 ${minutes} 分钟：“${entry.title}”需要手动发布。`,
          },
          ...about([entry]),
          movable: movableOf([entry], context),
        });
      } else if (limit.max !== null && ahead > limit.max) {
        const platform = format.split('/', 1)[0] ?? '';
        const group = far.get(platform) ?? { days: Math.floor(limit.max / 86_400), name, list: [] };
        far.set(platform, group);
        if (group.list.at(-1) !== entry) group.list.push(entry);
      }
    }
  }
  for (const [platform, { days, name, list }] of far) {
    const [first] = list;
    if (!first) continue;
    found.push({
      key: `far:${platform}:${first.day}`,
      code: 'planner-too-late',
      severity: 'note',
      day: first.day,
      message: {
        en: `${name.en} plans at most ${days} days ahead: ${list.length} posts can be handed over later only.`,
        zh: `${name.zh}的定时发布最多提前 ${days} 天：有 ${list.length} 篇帖子只能之后再交付。`,
      },
      ...about(list),
      movable: null,
    });
  }
  return found;
}

/** Empty days in a row that a cadence of so many posts a week leaves; one more where it is not daily. */
export function mostEmptyDays(perWeek: number): number {
  return perWeek >= 7 ? 0 : Math.ceil(7 / perWeek);
}

/** Days without a post, more in a row than the cadence of an account leaves; from today on. */
export function gaps(entries: readonly WeighedEntry[], context: WarningContext): PlanWarning[] {
  const lanes = byLane(entries);
  const start = context.from > context.today ? context.from : context.today;
  return context.cadences.flatMap(({ lane, perWeek }): PlanWarning[] => {
    if (perWeek <= 0) return [];
    const days = new Set(lanes.get(lane)?.map(({ day }) => day));
    const most = mostEmptyDays(perWeek);
    const found: PlanWarning[] = [];
    const close = (from: Day, length: number): void => {
      if (length <= most) return;
      const name = context.laneName(lane);
      const last = addDays(from, length - 1);
      found.push({
        key: `gap:${lane}:${from}:${last}`,
        code: 'gap',
        severity: 'note',
        day: from,
        message: {
          en: `${name.en}: nothing for ${length === 1 ? 'this day' : `${length} days`}, and ${perWeek} a week are wanted.`,
          zh: `${name.zh}：${length === 1 ? '当天' : `连续 ${length} 天`}没有帖子，目标为每周 ${perWeek} 篇。`,
        },
        postIds: [],
        keys: [],
        movable: null,
      });
    };
    let empty = 0;
    let day = start;
    for (; day < context.to; day = addDays(day, 1)) {
      if (days.has(day)) {
        close(addDays(day, -empty), empty);
        empty = 0;
      } else empty += 1;
    }
    close(addDays(day, -empty), empty);
    return found;
  });
}
