import { SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconGripVertical, IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { addMinutes, scheduleAt } from '#shared/domain/calendar-zone.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { usualTime } from '../grid/day-cell.tsx';
import { useCalendarTools } from '../session/calendar-context.ts';
import { usePlanTools } from '../session/plan-tools.ts';
import type { TrayShelf } from '../session/remembered.ts';
import { useCardState } from '../session/selection.ts';
import cardStyles from '../grid/card.module.css';
import { PlatformMarks } from '../grid/platform-marks.tsx';
import type { PlanIntents } from '../session/use-plan-intents.ts';
import { LibraryShelf } from './library-shelf.tsx';
import { MiniMonth } from './mini-month.tsx';
import { OverdueList, useOverdueIntents } from './overdue.tsx';
import styles from './tray.module.css';
import { useDrafts } from './use-drafts.ts';

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

/** Posts without a time that match the search. */
function Drafts({ known }: { known(posts: readonly PlanEntry[]): void }) {
  const { t, locale } = useWords();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 120);
  const scroller = useRef<HTMLDivElement>(null);
  const { answer, failure, reload, more } = useDrafts(search);
  const posts = answer?.items ?? nothing;
  useEffect(() => known(posts), [known, posts]);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const rows = useVirtualizer({
    count: posts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (posts.length > 0 && last >= posts.length - 1) more();
  }, [last, posts.length, more]);
  return (
    <>
      <div className={styles.searchRow}>
        <TextInput
          className={styles.search}
          leftSection={<IconSearch size={14} stroke={1.5} />}
          aria-label={t('calendar.tray-search')}
          placeholder={t('calendar.tray-search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setText('')}
        />
        <span className={styles.count}>
          {answer ? new Intl.NumberFormat(locale).format(answer.total) : ''}
        </span>
      </div>
      {failure && <FailureNote error={failure} onRetry={reload} />}
      {answer && posts.length === 0 && (
        <p className={styles.empty}>
          {search === '' ? t('calendar.tray-empty') : t('calendar.tray-none-found')}
        </p>
      )}
      <div className={styles.scroller} ref={scroller}>
        <div
          className={styles.all}
          role="list"
          aria-label={t('calendar.tray')}
          style={{ height: rows.getTotalSize() }}
        >
          {shown.map(({ index, start }) => {
            const post = posts[index];
            return post ? <TrayRow key={post.key} post={post} start={start} /> : null;
          })}
        </div>
      </div>
    </>
  );
}

/**
 * What waits beside the days: a small month, what is overdue, and posts without a time or the library, to drag onto a
 * day; cards dropped here lose their time.
 */
export function Tray({
  known,
  overdue,
  shelf,
  onShelf,
  intents,
}: {
  known(posts: readonly PlanEntry[]): void;
  overdue: { entries: readonly PlanEntry[]; total: number };
  shelf: TrayShelf;
  onShelf(shelf: TrayShelf): void;
  intents: PlanIntents;
}) {
  const { t } = useWords();
  const plan = usePlanTools();
  const tools = useCalendarTools();
  const schedule = (wall: string) => scheduleAt(wall, plan.zone, plan.workspaceZone);
  const late = useOverdueIntents(intents);
  return (
    <aside className={styles.tray} aria-label={t('calendar.tray')} data-drop="tray">
      <MiniMonth
        anchor={plan.anchor}
        shown={plan.days}
        today={plan.today}
        zone={plan.zone}
        weekStart={plan.weekStart}
        onGo={(day) => plan.goTo(day, null)}
      />
      <OverdueList entries={overdue.entries} total={overdue.total} intents={late} />
      <header className={styles.header}>
        <SegmentedControl
          fullWidth
          aria-label={t('calendar.tray-shows')}
          value={shelf}
          onChange={onShelf}
          data={[
            { value: 'drafts', label: t('calendar.tray') },
            { value: 'library', label: t('calendar.tray-library') },
          ]}
        />
      </header>
      {shelf === 'drafts' ? (
        <Drafts known={known} />
      ) : (
        <LibraryShelf
          onGrab={(event, item, element) =>
            tools.carry(event, element, item.name, (place) => {
              if (place.kind === 'tray') return;
              const wall =
                place.kind === 'time'
                  ? addMinutes(`${place.day}T00:00`, place.minute)
                  : `${place.day}T${usualTime}`;
              intents.makeWith(item, schedule(wall)).catch(notifyFailure);
            })
          }
          onPick={(item) =>
            intents.makeWith(item, schedule(`${tools.selection.place.day}T${usualTime}`)).catch(notifyFailure)
          }
        />
      )}
    </aside>
  );
}
