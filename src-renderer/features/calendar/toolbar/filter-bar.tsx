import { Button, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useKit } from '#renderer/ui/kit.ts';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useStatusWords } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import {
  type Filterable,
  type FilterList,
  filterLists,
  isFiltering,
  noFilter,
  type PlanFilter,
  readFilter,
} from '#shared/plan/filter.ts';
import cardStyles from '../grid/card.module.css';
import { usePlatformNames } from '../grid/platform-marks.tsx';
import type { View } from '../session/remembered.ts';
import { FilterMenu } from './filter-menu.tsx';
import { filterOptions } from './filter-options.ts';
import { GroupMenu } from './group-menu.tsx';
import { SavedViews } from './saved-views.tsx';
import styles from './toolbar.module.css';

/** What the values of each list are called, '' among them. */
function useValueNames(): (list: FilterList, value: string) => string {
  const { t } = useWords();
  const statuses: Record<string, string> = useStatusWords();
  const platformNames = usePlatformNames();
  const accounts = useKit('account');
  const none: Record<FilterList, string> = {
    statuses: '',
    platforms: '',
    accountIds: t('calendar-views.no-account'),
    campaigns: t('calendar-views.no-campaign'),
    pillars: t('calendar-views.no-pillar'),
    labels: t('calendar-views.no-label'),
    owners: t('calendar-views.no-owner'),
  };
  return (list, value) => {
    if (value === '') return none[list];
    if (list === 'statuses') return statuses[value] ?? value;
    if (list === 'platforms') return platformNames([value])[0] ?? value;
    if (list === 'accountIds')
      return accounts?.find(({ id }) => id === value)?.name ?? t('calendar-views.unknown-account');
    return value;
  };
}

/** Saved views, search and all parts of the filter in one row; the grouping where the view has one. */
export function FilterBar({
  posts,
  filter,
  onChange,
  view,
  onView,
}: {
  /** What there is to filter. */
  posts: readonly Filterable[];
  filter: PlanFilter;
  onChange(filter: PlanFilter): void;
  view: View;
  onView(view: View): void;
}) {
  const { t, locale } = useWords();
  const nameOf = useValueNames();
  const accounts = useKit('account');
  const labels: Record<FilterList, string> = {
    statuses: t('calendar-views.filter-status'),
    platforms: t('calendar-views.filter-platform'),
    accountIds: t('calendar-views.filter-account'),
    campaigns: t('calendar-views.filter-campaign'),
    pillars: t('calendar-views.filter-pillar'),
    labels: t('calendar-views.filter-label'),
    owners: t('calendar-views.filter-owner'),
  };
  const marks: Partial<Record<FilterList, (value: string) => ReactNode>> = {
    statuses: (value) => <span className={cardStyles.status} data-status={value} />,
    platforms: (value) => <PlatformBadge format={value} size={14} />,
    accountIds: (value) => {
      const account = accounts?.find(({ id }) => id === value);
      return account && <PlatformBadge format={account.body.platform} size={14} />;
    },
  };
  return (
    <div className={styles.filters} role="search" aria-label={t('calendar-views.filters')}>
      <SavedViews view={view} filter={filter} onView={onView} onFilter={onChange} />
      <TextInput
        className={styles.search}
        leftSection={<IconSearch size={14} stroke={1.5} />}
        aria-label={t('calendar-views.filter-text')}
        placeholder={t('calendar-views.filter-text')}
        value={filter.text}
        data-calendar-search
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Escape' && onChange({ ...filter, text: '' })}
      />
      <div className={styles.chips}>
        {filterLists.map((list) => (
          <FilterMenu
            key={list}
            label={labels[list]}
            read={() => filterOptions(posts, filter, list, (value) => nameOf(list, value), locale)}
            nameOf={(value) => nameOf(list, value)}
            chosen={filter[list]}
            onChange={(chosen) => onChange(readFilter({ ...filter, [list]: chosen }))}
            {...(marks[list] ? { markOf: marks[list] } : {})}
          />
        ))}
        {isFiltering(filter) && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            className={styles.clear}
            leftSection={<IconX size={13} stroke={1.5} />}
            onClick={() => onChange(noFilter)}
          >
            {t('calendar-views.filter-clear')}
          </Button>
        )}
      </div>
      <GroupMenu view={view} />
    </div>
  );
}
