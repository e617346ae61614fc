import { Button, TextInput } from '@mantine/core';
import { IconPhoto, IconSearch, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { importFiles, pickFiles } from '#renderer/commands/import-files.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Asset } from '#shared/domain/asset.ts';
import { assetDragType } from '../canvas/drag-type.ts';
import styles from './drawer.module.css';

/** Pictures of the library: a click takes one, a drag puts it where it is dropped. */
export function PictureGrid({ onPick, columns = 2 }: { onPick(asset: Asset): void; columns?: number }) {
  const { t } = useWords();
  const [search, setSearch] = useState('');
  const query = search.trim() === '' ? {} : { search: search.trim() };
  const assets = useCall('assets.list', { kind: 'image', ...query }, ['records.changed']);
  const add = async (): Promise<void> => {
    await importFiles(await pickFiles('image/*,.heic,.heif'));
    assets.reload();
  };
  const items = assets.data?.items ?? [];
  return (
    <div className={styles.stack}>
      <TextInput
        aria-label={t('design.search-pictures')}
        placeholder={t('design.search-pictures')}
        leftSection={<IconSearch size={14} stroke={1.5} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <Button
        variant="default"
        leftSection={<IconUpload size={14} stroke={1.5} />}
        onClick={() => void add().catch(notifyFailure)}
      >
        {t('design.add-files')}
      </Button>
      {assets.failure && <FailureNote error={assets.failure} onRetry={assets.reload} />}
      {assets.data && items.length === 0 && (
        <div className={styles.empty}>
          <IconPhoto size={24} stroke={1.25} aria-hidden />
          <p>{t('design.no-pictures')}</p>
        </div>
      )}
      <ul className={styles.pictures} style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
        {items.map((asset) => (
          <li key={asset.id}>
            <button
              type="button"
              className={styles.picture}
              aria-label={asset.name}
              title={asset.name}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.setData(assetDragType, asset.id);
                event.dataTransfer.effectAllowed = 'copy';
              }}
              onClick={() => onPick(asset)}
            >
              <Thumb path={`thumb/${asset.id}`} alt="" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
