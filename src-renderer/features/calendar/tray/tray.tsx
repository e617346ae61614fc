import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconGripVertical, IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PlanEntry } from '#shared/domain/post.ts';
import { useCalendarTools } from '../session/calendar-context.ts';
import { useCardState } from '../session/selection.ts';
import { asEntry } from '../session/use-aside.ts';
import { usePostChanges } from '../session/use-plan.ts';
import cardStyles from '../grid/card.module.css';
import { PlatformMarks } from '../grid/platform-marks.tsx';
import styles from './tray.module.css';

/** Pixels; the row's own height with its gap in `tray.module.css`. */
const rowHeight = 54;
const nothing: readonly PlanEntry[] = [];

function TrayRow({ post, start }: { post: PlanEntry; start: number }) {
  const { t } = useWords();
  const tools = useCalendarTools();
  const state = useCardState(tools.selection, post.key);
  const title = post.title || post.excerpt || t('ui.untitled');
  return (
    <div className={styles.place} role="listitem" style={{ transform: `translateY(${start}px)` }}>
      <button
        type="button"
        className={styles.row}
        data-post={post.key}
        data-state={state}
        aria-pressed={state === 'chosen' || state === 'both'}
        onClick={(event) => tools.pick(event, post.key, event.currentTarget)}
        onPointerDown={(event) => tools.grab(event, post)}
      >
        <span className={styles.picture}>
          {post.thumbnail === null ? (
            <IconGripVertical size={16} stroke={1.5} aria-hidden />
          ) : (
            <Thumb path={post.thumbnail} alt="" />
          )}
        </span>
        <span className={styles.words}>
          <span className={styles.title} data-untitled={post.title === ''}>
            {title}
          </span>
          <span className={styles.facts}>
            <span className={cardStyles.status} data-status={post.status} />
            <PlatformMarks formats={post.formats} most={5} />
          </span>
        </span>
      </button>
    </div>
  );
}

/** Posts without a time, to drag onto a day; cards dropped here lose theirs. */
export function Tray({ known }: { known(posts: readonly PlanEntry[]): void }) {
  const { t, locale } = useWords();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 120);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useCall('posts.list', {
    scheduled: false,
    limit: 1000,
    ...(search === '' ? {} : { search }),
  });
  usePostChanges(list.reload);
  const items = list.data?.items;
  const posts = useMemo(() => items?.map(asEntry) ?? nothing, [items]);
  useEffect(() => known(posts), [known, posts]);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const rows = useVirtualizer({
    count: posts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  return (
    <aside className={styles.tray} aria-label={t('calendar.tray')} data-drop="tray">
      <header className={styles.header}>
        <h2 className={styles.heading}>{t('calendar.tray')}</h2>
        <span className={styles.count}>
          {list.data ? new Intl.NumberFormat(locale).format(list.data.total) : ''}
        </span>
      </header>
      <TextInput
        className={styles.search}
        leftSection={<IconSearch size={14} stroke={1.5} />}
        aria-label={t('calendar.tray-search')}
        placeholder={t('calendar.tray-search')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setText('')}
      />
      {list.failure && <FailureNote error={list.failure} onRetry={list.reload} />}
      {list.data && posts.length === 0 && (
        <p className={styles.empty}>
          {search === '' ? t('calendar.tray-empty') : t('calendar.tray-none-found')}
        </p>
      )}
      <div className={styles.scroller} ref={scroller}>
        <div className={styles.all} role="list" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const post = posts[index];
            return post ? <TrayRow key={post.key} post={post} start={start} /> : null;
          })}
        </div>
      </div>
    </aside>
  );
}
