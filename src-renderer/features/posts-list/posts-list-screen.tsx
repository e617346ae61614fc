import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPencil, IconSearch, IconTableExport, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { CreateMenu } from '#renderer/ui/create-menu.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import screenStyles from '#renderer/ui/screen-bar.module.css';
import { usePlanFiles } from '#renderer/ui/plan-files/use-plan-files.tsx';
import { useStatusWords } from '#renderer/ui/post-row.tsx';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { type PostStatus, postStatuses } from '#shared/domain/post.ts';
import { ExportTable } from './export-table.tsx';
import { PostRows } from './post-rows.tsx';
import styles from './posts-list.module.css';

type Filter = { status: PostStatus | null; trashed: boolean };

const rememberedKey = 'galley.posts.filter';

function rememberedFilter(): Filter {
  try {
    return JSON.parse(sessionStorage.getItem(rememberedKey) ?? '') as Filter;
  } catch {
    return { status: null, trashed: false };
  }
}

/** All posts of the workspace, found by words and status; the trash beside them. */
export default function PostsListScreen() {
  const { t, locale } = useWords();
  const statuses = useStatusWords();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 120);
  const [filter, setFilter] = useState(rememberedFilter);
  const field = useRef<HTMLInputElement>(null);
  const posts = useCall(
    'posts.list',
    {
      limit: 1000,
      trashed: filter.trashed,
      ...(asked === '' ? {} : { search: asked }),
      ...(filter.status === null ? {} : { status: filter.status }),
    },
    ['records.changed', 'workspace.changed'],
  );
  useEffect(() => sessionStorage.setItem(rememberedKey, JSON.stringify(filter)), [filter]);
  const [exporting, setExporting] = useState(false);
  const exportTable: Action = {
    id: 'posts.exportTable',
    icon: IconTableExport,
    run: () => setExporting(true),
  };
  const { importPlan, exportPlan, dialog } = usePlanFiles();
  useActions([exportTable, importPlan, exportPlan]);
  const items = posts.data?.items ?? [];
  const filtered = asked !== '' || filter.status !== null;

  return (
    <div className={screenStyles.screen}>
      <Slot name="topbar-actions">
        <IconAction action={importPlan} />
        <IconAction action={exportPlan} />
        <IconAction action={exportTable} />
        <CreateMenu />
      </Slot>
      {dialog}
      {exporting && <ExportTable onClose={() => setExporting(false)} />}
      <Slot name="status-left">
        <span>
          {t('posts.count', { count: new Intl.NumberFormat(locale).format(posts.data?.total ?? 0) })}
        </span>
      </Slot>
      <div className={screenStyles.bar} role="search">
        <TextInput
          ref={field}
          className={styles.search}
          leftSection={<IconSearch size={15} stroke={1.5} />}
          aria-label={t('posts.search')}
          placeholder={t('posts.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setSearch('');
          }}
        />
        <Select
          aria-label={t('posts.status')}
          w={150}
          value={filter.status ?? 'all'}
          data={[
            { value: 'all', label: t('posts.any-status') },
            ...postStatuses.map((status) => ({ value: status, label: statuses[status] })),
          ]}
          onChange={(value) =>
            setFilter({ ...filter, status: postStatuses.find((status) => status === value) ?? null })
          }
        />
        <SegmentedControl
          aria-label={t('posts.shown')}
          value={filter.trashed ? 'trash' : 'live'}
          data={[
            { value: 'live', label: t('posts.live') },
            { value: 'trash', label: t('posts.trashed') },
          ]}
          onChange={(value) => setFilter({ ...filter, trashed: value === 'trash' })}
        />
      </div>
      {posts.failure && (
        <div className={screenStyles.failure}>
          <FailureNote error={posts.failure} onRetry={posts.reload} />
        </div>
      )}
      {posts.data && items.length === 0 ? (
        filter.trashed ? (
          <EmptyState icon={IconTrash} title={t('posts.trash-empty')} body={t('posts.trash-empty-body')} />
        ) : filtered ? (
          <EmptyState icon={IconSearch} title={t('posts.none-found')} body={t('posts.none-found-body')} />
        ) : (
          <EmptyState icon={IconPencil} title={t('posts.empty')} body={t('posts.empty-body')}>
            <CreateMenu />
            <ActionButton action={importPlan} />
          </EmptyState>
        )
      ) : (
        <PostRows posts={items} trashed={filter.trashed} />
      )}
    </div>
  );
}
