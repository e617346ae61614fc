import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { useCalendarTools } from '../../session/calendar-context.ts';
import { usePlanTools } from '../../session/plan-tools.ts';
import { followFocus, keyOfEvent } from '../parts/follow-focus.ts';
import { useStatusChange } from '../parts/use-status-change.ts';
import type { ViewProps } from '../view-props.ts';
import styles from './agenda.module.css';
import { AgendaEntry } from './agenda-entry.tsx';
import { AgendaHead, FreeDays } from './agenda-head.tsx';
import { type AgendaRow, agendaRows, isHead } from './agenda-rows.ts';

/** Pixels of each kind of line; the same as in `agenda.module.css`. */
const heights: Record<AgendaRow['kind'], number> = {
  overdue: 40,
  day: 40,
  unscheduled: 40,
  free: 34,
  entry: 56,
};

function keyOf(row: AgendaRow): string {
  if (row.kind === 'entry') return row.entry.key;
  if (row.kind === 'day') return row.day;
  return row.kind === 'free' ? `free ${row.from}` : row.kind;
}

/** All that is planned as one list: what is overdue, day by day, and what has no time yet. */
export default function AgendaView(props: ViewProps) {
  const { entries, overdue, unscheduled, days, anchor, today, now, clock, onOpenDay } = props;
  const { t } = useWords();
  const { selection } = useCalendarTools();
  const { postsOf } = usePlanTools();
  const setStatus = useStatusChange();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => agendaRows({ entries, overdue, unscheduled, days, now, clock }),
    [entries, overdue, unscheduled, days, now, clock],
  );
  const keys = useMemo(() => rows.flatMap((row) => (row.kind === 'entry' ? [row.entry.key] : [])), [rows]);
  const placeOf = useMemo(
    () => new Map(rows.flatMap((row, index) => (row.kind === 'entry' ? [[row.entry.key, index]] : []))),
    [rows],
  );
  const heads = useMemo(() => rows.flatMap((row, index) => (isHead(row) ? [index] : [])), [rows]);
  const stuck = useRef(0);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[rows[index]?.kind ?? 'entry'],
    getItemKey: (index) => {
      const row = rows[index];
      return row ? keyOf(row) : index;
    },
    overscan: 8,
    scrollPaddingStart: heights.day,
    rangeExtractor: useCallback(
      (range: Range) => {
        stuck.current = heads.findLast((index) => index <= range.startIndex) ?? 0;
        return [...new Set([stuck.current, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
      },
      [heads],
    ),
  });
  // The list opens where the calendar stands, which is today unless one went elsewhere.
  const opened = useRef('');
  useEffect(() => {
    if (opened.current === anchor || rows.length === 0) return;
    opened.current = anchor;
    const at =
      anchor === today && overdue.length > 0
        ? 0
        : rows.findIndex(
            (row) => (row.kind === 'day' && row.day >= anchor) || (row.kind === 'free' && row.to >= anchor),
          );
    if (at >= 0) list.scrollToIndex(at, { align: 'start' });
  }, [anchor, today, rows, overdue.length, list]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const here = keyOfEvent(event) ?? selection.place.key;
    const at = here === null ? -1 : keys.indexOf(here);
    const page = 10;
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: keys.length - 1,
      PageDown: at + page,
      PageUp: at - page,
    };
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      event.stopPropagation();
      selection.choose(keys);
      return;
    }
    if (
      event.key === ' ' &&
      here !== null &&
      event.target instanceof HTMLElement &&
      event.target.dataset['post']
    ) {
      event.preventDefault();
      event.stopPropagation();
      selection.toggle(here);
      return;
    }
    const wanted = steps[event.key];
    if (wanted === undefined || event.ctrlKey || event.metaKey || event.altKey || keys.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const to = keys[Math.min(keys.length - 1, Math.max(0, wanted))];
    const index = to === undefined ? undefined : placeOf.get(to);
    const row = index === undefined ? undefined : rows[index];
    if (to === undefined || index === undefined || row?.kind !== 'entry') return;
    if (event.shiftKey) {
      const low = Math.max(0, Math.min(at, keys.indexOf(to)));
      selection.add(...keys.slice(low, Math.max(at, keys.indexOf(to)) + 1));
    } else selection.clear();
    selection.goTo(row.wall.slice(0, 10) || selection.place.day, to);
    list.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroller.current
        ?.querySelector<HTMLElement>(`[data-post="${CSS.escape(to)}"]`)
        ?.focus({ preventScroll: true }),
    );
  };

  const first = keys[0];
  return (
    <div className={styles.agenda} ref={scroller} data-calendar-view="agenda" data-calendar-scroll-list>
      <div
        className={styles.all}
        role="list"
        aria-label={t('calendar.agenda')}
        data-calendar-grid
        style={{ height: list.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={(event) => followFocus(event, selection)}
      >
        {list.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          const place =
            isHead(row) && index === stuck.current
              ? { position: 'sticky' as const, top: 0, zIndex: 2 }
              : { transform: `translateY(${start}px)` };
          return (
            <div key={key} className={styles.place} data-head={isHead(row)} role="listitem" style={place}>
              {row.kind === 'entry' ? (
                <AgendaEntry
                  entry={row.entry}
                  wall={row.wall}
                  late={row.late}
                  dated={index <= overdue.length}
                  first={row.entry.key === first}
                  onStatus={(status) =>
                    setStatus(
                      selection.chosen.has(row.entry.key) ? postsOf(selection.chosen) : [row.entry],
                      status,
                    )
                  }
                />
              ) : row.kind === 'free' ? (
                <FreeDays row={row} />
              ) : (
                <AgendaHead row={row} today={today} onOpenDay={onOpenDay} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
