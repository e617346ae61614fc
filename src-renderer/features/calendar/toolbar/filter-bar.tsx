import { Button, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useStatusWords } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { postStatuses, type PostSummary } from '#shared/domain/post.ts';
import cardStyles from '../grid/card.module.css';
import { platformsOf, usePlatformNames } from '../grid/platform-marks.tsx';
import { type Filter, isFiltering, noFilter } from '../session/remembered.ts';
import { FilterMenu } from './filter-menu.tsx';
import styles from './toolbar.module.css';

/** Which values there are to filter by: those of the shown posts, and those that are chosen. */
function valuesOf(posts: readonly PostSummary[], filter: Filter) {
  const platforms = new Set(filter.platforms);
  const campaigns = new Set(filter.campaigns);
  const pillars = new Set(filter.pillars);
  for (const post of posts) {
    for (const platform of platformsOf(post.formats)) platforms.add(platform);
    if (post.campaign) campaigns.add(post.campaign);
    if (post.pillar) pillars.add(post.pillar);
  }
  return { platforms: [...platforms].sort(), campaigns: [...campaigns].sort(), pillars: [...pillars].sort() };
}

const named = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** Search, status, platform, campaign and pillar in one row. */
export function FilterBar({
  posts,
  filter,
  onChange,
}: {
  posts: readonly PostSummary[];
  filter: Filter;
  onChange(filter: Filter): void;
}) {
  const { t } = useWords();
  const statuses = useStatusWords();
  const namesOf = usePlatformNames();
  const values = useMemo(() => valuesOf(posts, filter), [posts, filter]);
  return (
    <div className={styles.filters} role="search" aria-label={t('calendar.filters')}>
      <TextInput
        className={styles.search}
        leftSection={<IconSearch size={14} stroke={1.5} />}
        aria-label={t('calendar.filter-text')}
        placeholder={t('calendar.filter-text')}
        value={filter.text}
        data-calendar-search
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Escape' && onChange({ ...filter, text: '' })}
      />
      <FilterMenu
        label={t('calendar.filter-status')}
        options={postStatuses.map((value) => ({
          value,
          label: statuses[value],
          mark: <span className={cardStyles.status} data-status={value} />,
        }))}
        chosen={filter.statuses}
        onChange={(chosen) =>
          onChange({ ...filter, statuses: postStatuses.filter((status) => chosen.includes(status)) })
        }
      />
      {values.platforms.length > 0 && (
        <FilterMenu
          label={t('calendar.filter-platform')}
          options={values.platforms.map((value) => ({
            value,
            label: namesOf([value])[0] ?? value,
            mark: <PlatformBadge format={value} size={14} />,
          }))}
          chosen={filter.platforms}
          onChange={(platforms) => onChange({ ...filter, platforms })}
        />
      )}
      {values.campaigns.length > 0 && (
        <FilterMenu
          label={t('calendar.filter-campaign')}
          options={named(values.campaigns)}
          chosen={filter.campaigns}
          onChange={(campaigns) => onChange({ ...filter, campaigns })}
        />
      )}
      {values.pillars.length > 0 && (
        <FilterMenu
          label={t('calendar.filter-pillar')}
          options={named(values.pillars)}
          chosen={filter.pillars}
          onChange={(pillars) => onChange({ ...filter, pillars })}
        />
      )}
      {isFiltering(filter) && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconX size={14} stroke={1.5} />}
          onClick={() => onChange(noFilter)}
        >
          {t('calendar.filter-clear')}
        </Button>
      )}
    </div>
  );
}
