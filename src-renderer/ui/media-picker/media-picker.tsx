import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { IconCheck, IconMusic, IconPhoto, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Asset } from '#shared/domain/asset.ts';
import { durationText } from '../duration.ts';
import { EmptyState } from '../empty-state.tsx';
import { FailureNote } from '../failure-note.tsx';
import { Thumb } from '../thumb.tsx';
import { useWords } from '../words.tsx';
import styles from './media-picker.module.css';
import { type PickedMedia, type Shelf, useMedia } from './use-media.ts';

/** The cards of a shelf; pressing one chooses it or lets it go, numbers show the order. */
function MediaCards({
  items,
  chosen,
  onToggle,
  onConfirm,
}: {
  items: readonly PickedMedia[];
  chosen: readonly PickedMedia[];
  onToggle(item: PickedMedia): void;
  onConfirm(): void;
}) {
  return (
    <ul className={styles.grid}>
      {items.map((item) => {
        const at = chosen.findIndex((each) => each.id === item.id);
        return (
          <li key={item.id}>
            <button
              type="button"
              className={styles.item}
              aria-pressed={at >= 0}
              aria-label={item.name}
              onClick={() => onToggle(item)}
              onDoubleClick={onConfirm}
            >
              <span className={styles.picture}>
                {item.thumb === null ? (
                  <IconMusic size={24} stroke={1.25} aria-hidden />
                ) : (
                  <Thumb path={item.thumb} alt="" />
                )}
                {item.duration > 0 && <span className={styles.duration}>{durationText(item.duration)}</span>}
                {at >= 0 && (
                  <span className={styles.order}>{chosen.length > 1 ? at + 1 : <IconCheck size={14} />}</span>
                )}
              </span>
              <span className={styles.name}>{item.name}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Chooses of the library, of designs and of clips; several at once, in the order in which they were chosen. */
export function MediaPicker({
  opened,
  title,
  shelves,
  kinds,
  single = false,
  confirm,
  onClose,
  onPick,
  onBrowse,
}: {
  opened: boolean;
  title: string;
  shelves: readonly Shelf[];
  /** Kinds of files that the library shows. */
  kinds: readonly Asset['kind'][];
  /** One at most. */
  single?: boolean;
  /** The word on the button, for so many. */
  confirm(count: number): string;
  onClose(): void;
  onPick(items: PickedMedia[]): void;
  /** Files from this computer instead. */
  onBrowse?: () => void;
}) {
  const { t } = useWords();
  const [shelf, setShelf] = useState<Shelf>(shelves[0] ?? 'asset');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<PickedMedia[]>([]);
  const { items, loaded, failure, reload } = useMedia(shelf, kinds, search.trim());
  const toggle = (item: PickedMedia): void => {
    const rest = chosen.filter((each) => each.id !== item.id);
    if (rest.length < chosen.length) setChosen(rest);
    else setChosen(single ? [item] : [...chosen, item]);
  };
  const close = (): void => {
    setChosen([]);
    onClose();
  };
  const pick = (): void => {
    if (chosen.length === 0) return;
    onPick(chosen);
    close();
  };
  const words: Record<Shelf, string> = {
    asset: t('media-picker.library'),
    design: t('media-picker.designs'),
    clip: t('media-picker.clips'),
  };
  return (
    <Modal opened={opened} onClose={close} title={title} size={760}>
      <div className={styles.bar}>
        {shelves.length > 1 && (
          <SegmentedControl
            value={shelf}
            onChange={setShelf}
            data={shelves.map((value) => ({ value, label: words[value] }))}
          />
        )}
        <TextInput
          className={styles.search ?? ''}
          placeholder={t('media-picker.search')}
          aria-label={t('media-picker.search')}
          leftSection={<IconSearch size={14} stroke={1.5} />}
          value={search}
          data-autofocus
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <div className={styles.body}>
        {failure && <FailureNote error={failure} onRetry={reload} />}
        {loaded && items.length === 0 && (
          <EmptyState
            icon={IconPhoto}
            title={t('media-picker.empty')}
            {...(onBrowse ? { body: t('media-picker.empty-body') } : {})}
          />
        )}
        <MediaCards items={items} chosen={chosen} onToggle={toggle} onConfirm={pick} />
      </div>
      <footer className={styles.footer}>
        {onBrowse && (
          <Button variant="default" onClick={onBrowse}>
            {t('media-picker.browse')}
          </Button>
        )}
        <span className={styles.space} />
        <Button variant="default" onClick={close}>
          {t('media-picker.cancel')}
        </Button>
        <Button disabled={chosen.length === 0} onClick={pick}>
          {confirm(chosen.length)}
        </Button>
      </footer>
    </Modal>
  );
}
