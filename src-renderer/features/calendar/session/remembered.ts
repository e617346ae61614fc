import { useLocalStorage, useSessionStorage } from '@mantine/hooks';
import { type PostStatus, postStatuses, type PostSummary } from '#shared/domain/post.ts';

export type View = 'month' | 'week';

export interface Filter {
  text: string;
  statuses: PostStatus[];
  platforms: string[];
  campaigns: string[];
  pillars: string[];
}

export const noFilter: Filter = { text: '', statuses: [], platforms: [], campaigns: [], pillars: [] };

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** What an older version or another program left there is read as far as it makes sense. */
function readFilter(text: string | undefined): Filter {
  try {
    const stored = JSON.parse(text ?? '') as Partial<Record<keyof Filter, unknown>>;
    const wanted = strings(stored.statuses);
    return {
      text: typeof stored.text === 'string' ? stored.text : '',
      statuses: postStatuses.filter((status) => wanted.includes(status)),
      platforms: strings(stored.platforms),
      campaigns: strings(stored.campaigns),
      pillars: strings(stored.pillars),
    };
  } catch {
    return noFilter;
  }
}

/** Views, filters and the tray come back as they were left; the shown day only within one window. */
export function useRemembered(today: string) {
  const [view, setView] = useLocalStorage<View>({
    key: 'galley.calendar.view',
    defaultValue: 'month',
    getInitialValueInEffect: false,
    sync: false,
    deserialize: (value) => (value?.includes('week') ? 'week' : 'month'),
  });
  const [filter, setFilter] = useLocalStorage<Filter>({
    key: 'galley.calendar.filter',
    defaultValue: noFilter,
    getInitialValueInEffect: false,
    sync: false,
    deserialize: readFilter,
  });
  const [trayOpen, setTrayOpen] = useLocalStorage<boolean>({
    key: 'galley.calendar.tray',
    defaultValue: true,
    getInitialValueInEffect: false,
    sync: false,
  });
  const [anchor, setAnchor] = useSessionStorage<string>({
    key: 'galley.calendar.day',
    defaultValue: today,
    getInitialValueInEffect: false,
    sync: false,
    deserialize: (value) => /\d{4}-\d\d-\d\d/.exec(value ?? '')?.[0] ?? today,
  });
  return { view, setView, filter, setFilter, trayOpen, setTrayOpen, anchor, setAnchor };
}

export function isFiltering(filter: Filter): boolean {
  return (
    filter.text.trim() !== '' ||
    filter.statuses.length + filter.platforms.length + filter.campaigns.length + filter.pillars.length > 0
  );
}

/** The posts that match all of the filter; the same list when there is none. */
export function filterPosts(posts: readonly PostSummary[], filter: Filter): readonly PostSummary[] {
  if (!isFiltering(filter)) return posts;
  const words = filter.text.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const platforms = filter.platforms.map((platform) => `${platform}/`);
  return posts.filter((post) => {
    if (filter.statuses.length > 0 && !filter.statuses.includes(post.status)) return false;
    if (filter.campaigns.length > 0 && !filter.campaigns.includes(post.campaign)) return false;
    if (filter.pillars.length > 0 && !filter.pillars.includes(post.pillar)) return false;
    if (
      platforms.length > 0 &&
      !post.formats.some((format) => platforms.some((platform) => format.startsWith(platform)))
    )
      return false;
    if (words.length === 0) return true;
    const text = `${post.title} ${post.excerpt}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
