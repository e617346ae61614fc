import { SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMusic, IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { durationText } from '#renderer/ui/duration.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { type PickedMedia, type Shelf, shelves, useMedia } from '#renderer/ui/media-picker/use-media.ts';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import styles from './library-shelf.module.css';

const kinds = ['image', 'video'] as const;
const columns = 2;
/** Pixels; the row's own height with its gap in `library-shelf.module.css`. */
const rowHeight = 112;

/** Pictures, designs and clips, to drag onto a day: a post with it is made there. */
export function LibraryShelf({
  onGrab,
  onPick,
}: {
  onGrab(event: PointerEvent, item: PickedMedia, element: HTMLElement): void;
  /** By key or click: the post is made on the current day. */
  onPick(item: PickedMedia): void;
}) {
  const { t } = useWords();
  const [shelf, setShelf] = useState<Shelf>('asset');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 120);
  const scroller = useRef<HTMLDivElement>(null);
  const { items, loaded, failure, reload } = useMedia(shelf, kinds, search);
  const words: Record<Shelf, string> = {
    asset: t('calendar.shelf-files'),
    design: t('calendar.shelf-designs'),
    clip: t('calendar.shelf-clips'),
  };
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const rows = useVirtualizer({
    count: Math.ceil(items.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 3,
  });
  return (
    <>
      <div className={styles.bar}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('calendar.shelf')}
          value={shelf}
          onChange={setShelf}
          data={shelves.map((value) => ({ value, label: words[value] }))}
        />
        <TextInput
          leftSection={<IconSearch size={14} stroke={1.5} />}
          aria-label={t('calendar.shelf-search')}
          placeholder={t('calendar.shelf-search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setText('')}
        />
      </div>
      {failure && <FailureNote error={failure} onRetry={reload} />}
      {loaded && items.length === 0 && <p className={styles.empty}>{t('calendar.shelf-empty')}</p>}
      <div className={styles.scroller} ref={scroller}>
        <div className={styles.all} role="list" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().flatMap(({ index, start }) =>
            items.slice(index * columns, index * columns + columns).map((item, column) => (
              <div
                key={item.id}
                className={styles.place}
                role="listitem"
                style={{ transform: `translate(${column * 100}%, ${start}px)` }}
              >
                <button
                  type="button"
                  className={styles.item}
                  data-media={item.id}
                  title={t('calendar.shelf-hint', { name: item.name })}
                  aria-label={item.name}
                  onPointerDown={(event) => {
                    if (event.button === 0) onGrab(event.nativeEvent, item, event.currentTarget);
                  }}
                  onClick={() => onPick(item)}
                >
                  <span className={styles.picture}>
                    {item.thumb === null ? (
                      <IconMusic size={20} stroke={1.25} aria-hidden />
                    ) : (
                      <Thumb path={item.thumb} alt="" />
                    )}
                    {item.duration > 0 && (
                      <span className={styles.duration}>{durationText(item.duration)}</span>
                    )}
                  </span>
                  <span className={styles.name}>{item.name}</span>
                </button>
              </div>
            )),
          )}
        </div>
      </div>
    </>
  );
}
