import { Button, MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconLibraryPhoto, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { importFiles, pickFiles } from '#renderer/commands/import-files.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import screenStyles from '#renderer/ui/screen-bar.module.css';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { assetKinds } from '#shared/domain/asset.ts';
import { AssetGrid } from './asset-grid.tsx';
import { formatBytes } from './asset-words.ts';
import styles from './library.module.css';

/** Everything that was brought in: search, kind, tags, trash; details of the chosen one in the inspector. */
export default function LibraryScreen() {
  const { t, locale } = useWords();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 120);
  const [kind, setKind] = useState<(typeof assetKinds)[number] | null>(null);
  const [tags, setTags] = useState<string[]>([]);
  const [trashed, setTrashed] = useState(false);
  const assets = useCall(
    'assets.list',
    {
      limit: 1000,
      trashed,
      ...(asked === '' ? {} : { search: asked }),
      ...(kind === null ? {} : { kind }),
    },
    ['records.changed', 'workspace.changed'],
  );
  const all = assets.data?.items;
  const knownTags = useMemo(() => [...new Set((all ?? []).flatMap((asset) => asset.tags))].sort(), [all]);
  const items = useMemo(
    () => (all ?? []).filter((asset) => tags.every((tag) => asset.tags.includes(tag))),
    [all, tags],
  );
  const filtered = asked !== '' || kind !== null || tags.length > 0;
  const bytes = items.reduce((sum, asset) => sum + asset.bytes, 0);
  const add = (): void => void pickFiles().then((files) => importFiles(files));
  const kindWords = { image: t('library.images'), video: t('library.videos'), audio: t('library.audio') };

  return (
    <div className={screenStyles.screen}>
      <Slot name="topbar-actions">
        <Button leftSection={<IconPlus size={16} stroke={1.75} />} onClick={add}>
          {t('library.add')}
        </Button>
      </Slot>
      <Slot name="status-left">
        <span>
          {t('library.count', {
            count: new Intl.NumberFormat(locale).format(items.length),
            size: formatBytes(bytes, locale),
          })}
        </span>
      </Slot>
      <div className={screenStyles.bar} role="search">
        <TextInput
          className={styles.search}
          leftSection={<IconSearch size={15} stroke={1.5} />}
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Select
          aria-label={t('library.kind')}
          w={120}
          value={kind ?? 'all'}
          data={[
            { value: 'all', label: t('library.any-kind') },
            ...assetKinds.map((each) => ({ value: each, label: kindWords[each] })),
          ]}
          onChange={(value) => setKind(assetKinds.find((each) => each === value) ?? null)}
        />
        <MultiSelect
          size="xs"
          className={styles.tags}
          aria-label={t('library.tags')}
          placeholder={tags.length === 0 ? t('library.tags') : ''}
          data={knownTags}
          value={tags}
          onChange={setTags}
          disabled={knownTags.length === 0 && tags.length === 0}
          clearable
        />
        <SegmentedControl
          aria-label={t('library.shown')}
          value={trashed ? 'trash' : 'live'}
          data={[
            { value: 'live', label: t('library.live') },
            { value: 'trash', label: t('library.trashed') },
          ]}
          onChange={(value) => setTrashed(value === 'trash')}
        />
      </div>
      {assets.failure && (
        <div className={screenStyles.failure}>
          <FailureNote error={assets.failure} onRetry={assets.reload} />
        </div>
      )}
      {assets.data && items.length === 0 ? (
        trashed ? (
          <EmptyState
            icon={IconTrash}
            title={t('library.trash-empty')}
            body={t('library.trash-empty-body')}
          />
        ) : filtered ? (
          <EmptyState icon={IconSearch} title={t('library.none-found')} body={t('library.none-found-body')} />
        ) : (
          <EmptyState icon={IconLibraryPhoto} title={t('library.empty')} body={t('library.empty-body')}>
            <Button onClick={add}>{t('library.add')}</Button>
          </EmptyState>
        )
      ) : (
        <AssetGrid assets={items} trashed={trashed} />
      )}
    </div>
  );
}
