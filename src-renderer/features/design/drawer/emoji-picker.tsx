import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { emojiFamily } from '#shared/design/fonts.ts';
import { loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import styles from './elements.module.css';
import { type Emoji, emojis, searchEmojis } from '#renderer/ui/emoji/emoji-data.ts';
import { recentEmojis, rememberEmoji } from '#renderer/ui/emoji/recent.ts';

const columns = 8;
/** Heights in px of a row of emoji and of a heading. */
const rowHeight = 36;
const headingHeight = 28;

type Row = { heading: string } | { emojis: readonly Emoji[] };

function rowsOf(list: readonly Emoji[]): Row[] {
  return Array.from({ length: Math.ceil(list.length / columns) }, (_, index) => ({
    emojis: list.slice(index * columns, (index + 1) * columns),
  }));
}

/** All emoji by groups, found by words of either language. Only the rows in sight are there. */
export default function EmojiPicker({ onPick }: { onPick(emoji: string): void }) {
  const { t, language } = useWords();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const [recent] = useState(recentEmojis);
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => void loadFamilies([emojiFamily]).catch(notifyFailure), []);
  const groups: Record<number, string> = useMemo(
    () => ({
      0: t('design-elements.emoji-smileys'),
      1: t('design-elements.emoji-people'),
      3: t('design-elements.emoji-nature'),
      4: t('design-elements.emoji-food'),
      5: t('design-elements.emoji-travel'),
      6: t('design-elements.emoji-activities'),
      7: t('design-elements.emoji-objects'),
      8: t('design-elements.emoji-symbols'),
      9: t('design-elements.emoji-flags'),
    }),
    [t],
  );
  const rows = useMemo((): Row[] => {
    if (wanted.trim() !== '') return rowsOf(searchEmojis(wanted));
    const last = recent.flatMap((unicode) => emojis.find((each) => each.unicode === unicode) ?? []);
    const first: Row[] = last.length > 0 ? [{ heading: t('design-paint.recent') }, ...rowsOf(last)] : [];
    return [
      ...first,
      ...Object.entries(groups).flatMap(([group, heading]): Row[] => [
        { heading },
        ...rowsOf(emojis.filter((each) => each.group === Number(group))),
      ]),
    ];
  }, [wanted, recent, groups, t]);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (rows[index] && 'heading' in rows[index] ? headingHeight : rowHeight),
    overscan: 4,
  });
  return (
    <div className={styles.picker}>
      <TextInput
        size="xs"
        data-autofocus
        aria-label={t('design-elements.search-emoji')}
        placeholder={t('design-elements.search-emoji')}
        leftSection={<IconSearch size={14} stroke={1.5} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className={styles.scroll} ref={scroll} style={{ fontFamily: `'${emojiFamily}', var(--g-font)` }}>
        {rows.length === 0 && <p className={styles.none}>{t('design.no-match')}</p>}
        <div className={styles.rows} style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, size, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <div
                key={index}
                className={styles.row}
                style={{ height: size, transform: `translateY(${start}px)` }}
              >
                {'heading' in row ? (
                  <span className={styles.group}>{row.heading}</span>
                ) : (
                  row.emojis.map(({ unicode, names }) => (
                    <button
                      key={unicode}
                      type="button"
                      className={styles.emoji}
                      aria-label={names[language]}
                      title={names[language]}
                      onClick={() => {
                        rememberEmoji(unicode);
                        onPick(unicode);
                      }}
                    >
                      {unicode}
                    </button>
                  ))
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
