import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type PointerEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { PlanEntry } from '#shared/domain/post.ts';
import { BoardCard } from './board-card.tsx';
import type { BoardColumn } from './board-columns.ts';
import styles from './board.module.css';

/** Pixels of a card with its gap; the same as in `board.module.css`. */
const cardHeight = 92;
/** In a narrow column the time has a line of its own. */
const narrowHeight = 112;
const narrow = 176;
const padding = 8;

/** One column: its head with a count, and as many cards as its height shows. */
export function BoardLane({
  column,
  name,
  mark,
  now,
  byStatus,
  firstKey,
  wantedKey,
  onGrab,
}: {
  column: BoardColumn;
  name: string;
  mark: ReactNode;
  /** ISO 8601; what was due before is late. */
  now: string;
  byStatus: boolean;
  /** The card that takes the focus while none is current. */
  firstKey: string | undefined;
  /** The card that the keyboard goes to. */
  wantedKey: { key: string } | null;
  onGrab(event: PointerEvent<HTMLElement>, post: PlanEntry): void;
}) {
  const { t, locale } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const { posts } = column;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const place = useMergedRef(scroller, ref);
  const isNarrow = width > 0 && width < narrow;
  const height = isNarrow ? narrowHeight : cardHeight;
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const list = useVirtualizer({
    count: posts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => posts[index]?.key ?? index,
    paddingStart: padding,
    paddingEnd: padding,
    overscan: 4,
  });
  useLayoutEffect(() => list.measure(), [list, height]);
  const went = useRef<object | null>(null);
  useEffect(() => {
    if (wantedKey === null || went.current === wantedKey) return;
    const index = posts.findIndex(({ key }) => key === wantedKey.key);
    if (index < 0) return;
    went.current = wantedKey;
    list.scrollToIndex(index);
    requestAnimationFrame(() => {
      const card = scroller.current?.querySelector<HTMLElement>(`[data-post="${CSS.escape(wantedKey.key)}"]`);
      card?.focus({ preventScroll: true });
      card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  });
  const count = new Intl.NumberFormat(locale).format(posts.length);
  return (
    <section
      className={styles.lane}
      data-carry-to={column.value}
      data-narrow={isNarrow}
      aria-label={t('calendar-views.column-of', { name, count })}
    >
      <header className={styles.head}>
        {mark}
        <h2 className={styles.name} title={name}>
          {name}
        </h2>
        <span className={styles.count}>{count}</span>
      </header>
      <div className={styles.list} ref={place} data-carry-list>
        {posts.length === 0 && (
          <p className={styles.empty}>
            {column.value === 'published' && byStatus
              ? t('calendar-views.published-empty')
              : t('calendar-views.column-empty')}
          </p>
        )}
        <div className={styles.all} role="list" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, start, key }) => {
            const post = posts[index];
            return (
              post && (
                <div
                  key={key}
                  className={styles.place}
                  role="listitem"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <BoardCard
                    post={post}
                    late={post.dueAt !== null && post.dueAt < now && post.status !== 'published'}
                    first={post.key === firstKey}
                    byStatus={byStatus}
                    onGrab={onGrab}
                  />
                </div>
              )
            );
          })}
        </div>
      </div>
    </section>
  );
}
