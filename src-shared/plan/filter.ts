import { type PlanEntry, type PostStatus, postStatuses } from '../domain/post.ts';

/** What a view of the plan shows. An empty list means all; `''` in a list means those without one. */
export interface PlanFilter {
  /** Words that must all occur in what was written about the entry. */
  text: string;
  statuses: PostStatus[];
  /** Platform ids. */
  platforms: string[];
  accountIds: string[];
  campaigns: string[];
  pillars: string[];
  labels: string[];
  owners: string[];
}

/** Names of the lists of a filter, in the order in which the filter bar shows them. */
export const filterLists = [
  'statuses',
  'platforms',
  'accountIds',
  'campaigns',
  'pillars',
  'labels',
  'owners',
] as const;
export type FilterList = (typeof filterLists)[number];

export const noFilter: PlanFilter = {
  text: '',
  statuses: [],
  platforms: [],
  accountIds: [],
  campaigns: [],
  pillars: [],
  labels: [],
  owners: [],
};

/** What a filter looks at; posts of any list have it. */
export type Filterable = Pick<
  PlanEntry,
  'title' | 'excerpt' | 'status' | 'formats' | 'campaign' | 'pillar' | 'owner' | 'labels' | 'accountIds'
>;

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.filter((each) => typeof each === 'string'))] : [];

/** Reads a stored filter as far as it makes sense: what an older version or another program left, or nothing. */
export function readFilter(stored: unknown): PlanFilter {
  if (typeof stored !== 'object' || stored === null) return noFilter;
  const known: Partial<Record<keyof PlanFilter, unknown>> = stored;
  const wanted = strings(known.statuses);
  return {
    text: typeof known.text === 'string' ? known.text : '',
    statuses: postStatuses.filter((status) => wanted.includes(status)),
    platforms: strings(known.platforms),
    accountIds: strings(known.accountIds),
    campaigns: strings(known.campaigns),
    pillars: strings(known.pillars),
    labels: strings(known.labels),
    owners: strings(known.owners),
  };
}

/** As `readFilter`, of text that ought to be JSON. */
export function readFilterText(text: string | undefined): PlanFilter {
  try {
    return readFilter(JSON.parse(text ?? ''));
  } catch {
    return noFilter;
  }
}

export function isFiltering(filter: PlanFilter): boolean {
  return filter.text.trim() !== '' || filterLists.some((list) => filter[list].length > 0);
}

/** True when two filters show the same, in whatever order their values were chosen. */
export function sameFilter(one: PlanFilter, other: PlanFilter): boolean {
  return (
    one.text.trim() === other.text.trim() &&
    filterLists.every(
      (list) =>
        one[list].length === other[list].length &&
        one[list].every((value) => (other[list] as readonly string[]).includes(value)),
    )
  );
}

/** Entries keep their identity while nothing of them changes: their text is lowered once, not at every key. */
const texts = new WeakMap<Filterable, string>();
const platforms = new WeakMap<Filterable, readonly string[]>();

function textOf(entry: Filterable): string {
  let text = texts.get(entry);
  if (text === undefined) {
    const { title, excerpt, campaign, pillar, owner, labels } = entry;
    text = `${title}\n${excerpt}\n${campaign}\n${pillar}\n${owner}\n${labels.join('\n')}`.toLowerCase();
    texts.set(entry, text);
  }
  return text;
}

/** The distinct platforms of an entry, in its own order. */
export function platformsOfEntry(entry: Filterable): readonly string[] {
  let found = platforms.get(entry);
  if (!found) {
    found = [...new Set(entry.formats.map((format) => format.split('/', 1)[0] ?? ''))];
    platforms.set(entry, found);
  }
  return found;
}

/** True when the entry has one of the values of a list. */
function hasOneOf(entry: Filterable, list: FilterList, wanted: ReadonlySet<string>): boolean {
  switch (list) {
    case 'statuses':
      return wanted.has(entry.status);
    case 'campaigns':
      return wanted.has(entry.campaign);
    case 'pillars':
      return wanted.has(entry.pillar);
    case 'owners':
      return wanted.has(entry.owner);
    default:
      return valuesOfEntry(entry, list).some((value) => wanted.has(value));
  }
}

/** The values by which an entry may be found in one list of a filter. */
export function valuesOfEntry(entry: Filterable, list: FilterList): readonly string[] {
  switch (list) {
    case 'statuses':
      return [entry.status];
    case 'platforms':
      return platformsOfEntry(entry);
    case 'accountIds':
      return entry.accountIds.length > 0 ? entry.accountIds : [''];
    case 'campaigns':
      return [entry.campaign];
    case 'pillars':
      return [entry.pillar];
    case 'labels':
      return entry.labels.length > 0 ? entry.labels : [''];
    case 'owners':
      return [entry.owner];
  }
}

/** The entries that match all of the filter, in their order; the very same list when there is no filter. */
export function filterEntries<T extends Filterable>(entries: readonly T[], filter: PlanFilter): readonly T[] {
  if (!isFiltering(filter)) return entries;
  const words = filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const lists = filterLists.flatMap((list) =>
    filter[list].length > 0 ? [{ list, wanted: new Set<string>(filter[list]) }] : [],
  );
  return entries.filter((entry) => {
    for (const { list, wanted } of lists) if (!hasOneOf(entry, list, wanted)) return false;
    if (words.length === 0) return true;
    const text = textOf(entry);
    return words.every((word) => text.includes(word));
  });
}

/**
 * How many entries each value of one list would show, with the other parts of the filter as they are; `''` counts those
 * without one.
 */
export function countValues(
  entries: readonly Filterable[],
  filter: PlanFilter,
  list: FilterList,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of filterEntries(entries, { ...filter, [list]: [] }))
    for (const value of valuesOfEntry(entry, list)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
