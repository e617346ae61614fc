import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { carry } from '#renderer/ui/carry/carry.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { useStatusWords } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PlanEntry } from '#shared/domain/post.ts';
import cardStyles from '../../grid/card.module.css';
import { useCalendarTools } from '../../session/calendar-context.ts';
import { usePlanTools } from '../../session/plan-tools.ts';
import { useNow } from '../../session/use-now.ts';
import { type Grouping, useGrouping } from '../../toolbar/grouping.ts';
import { followFocus, keyOfEvent } from '../parts/follow-focus.ts';
import { shortTitle, useStatusChange } from '../parts/use-status-change.ts';
import type { ViewProps } from '../view-props.ts';
import { boardColumns, isStatus, postsOfEntries } from './board-columns.ts';
import { BoardLane } from './board-lane.tsx';
import styles from './board.module.css';

/** Milliseconds for which a card stays where it was put while the studio stores it. */
const storing = 1200;
const unmoved: ReadonlyMap<string, string> = new Map();
/** Columns that fit beside each other even in a small window. */
const fewColumns = 5;

/** Names that the workspace keeps for a grouping, posts or not. */
function useKnownNames(group: Grouping<'board'>): string[] {
  const members = useKit('member');
  const campaigns = useKit('campaign');
  const pillars = useKit('pillar');
  if (group === 'owner') return members?.filter(({ body }) => body.active).map(({ name }) => name) ?? [];
  if (group === 'campaign') return campaigns?.map(({ name }) => name) ?? [];
  return group === 'pillar' ? (pillars?.map(({ name }) => name) ?? []) : [];
}

/** Posts of the months around, overdue ones and those without a time, in columns. */
export default function BoardView({ entries, overdue, unscheduled, anchor, locale }: ViewProps) {
  const { t } = useWords();
  const statuses = useStatusWords();
  const group = useGrouping('board');
  const known = useKnownNames(group);
  const { selection } = useCalendarTools();
  const { changes } = usePlanTools();
  const setStatus = useStatusChange();
  const now = useNow();
  const [moved, setMoved] = useState(unmoved);
  const [wanted, setWanted] = useState<{ key: string } | null>(null);
  const posts = useMemo(() => postsOfEntries(entries, overdue, unscheduled), [entries, overdue, unscheduled]);
  const knownWords = known.join('\n');
  const columns = useMemo(
    () => boardColumns(posts, group, knownWords === '' ? [] : knownWords.split('\n'), moved, locale),
    [posts, group, knownWords, moved, locale],
  );
  const none: Record<Exclude<Grouping<'board'>, 'status'>, string> = {
    owner: t('calendar-views.no-owner'),
    campaign: t('calendar-views.no-campaign'),
    pillar: t('calendar-views.no-pillar'),
  };
  const groupWords: Record<Grouping<'board'>, string> = {
    status: t('calendar-views.filter-status'),
    owner: t('calendar-views.filter-owner'),
    campaign: t('calendar-views.filter-campaign'),
    pillar: t('calendar-views.filter-pillar'),
  };
  const nameOf = (value: string): string =>
    group === 'status' ? (isStatus(value) ? statuses[value] : value) : value === '' ? none[group] : value;

  const put = (moving: readonly PlanEntry[], value: string): void => {
    const changing = moving.filter((post) => post[group] !== value);
    const first = changing[0];
    if (!first) return;
    if (group === 'status') {
      if (!isStatus(value)) return;
      if (value === 'published' || changing.some(({ status }) => status === 'published')) {
        setStatus(changing, value);
        return;
      }
    }
    setMoved((before) => new Map([...before, ...changing.map(({ key }) => [key, value] as const)]));
    setWanted({ key: first.key });
    const forget = (): void => {
      const keys = new Set(changing.map(({ key }) => key));
      setMoved((before) => new Map([...before].filter(([key]) => !keys.has(key))));
    };
    const column = nameOf(value);
    void changes
      .change(
        changing,
        group === 'status' && isStatus(value) ? { status: value } : { [group]: value },
        changing.length === 1
          ? t('calendar-views.moved-to', { title: shortTitle(first, t('ui.untitled')), column })
          : t('calendar-views.moved-to-many', { count: changing.length, column }),
      )
      .finally(() => setTimeout(forget, storing));
  };
  const chosenOr = (post: PlanEntry): PlanEntry[] =>
    selection.chosen.has(post.key) ? posts.filter(({ key }) => selection.chosen.has(key)) : [post];

  const live = useRef({ put, chosenOr });
  useLayoutEffect(() => {
    live.current = { put, chosenOr };
  });
  const onGrab = useCallback(
    (event: PointerEvent<HTMLElement>, post: PlanEntry): void => {
      if (event.button !== 0) return;
      const moving = live.current.chosenOr(post);
      carry(event.nativeEvent, {
        element: event.currentTarget,
        title: shortTitle(post, t('ui.untitled')),
        count: moving.length,
        drop: (value) => live.current.put(moving, value),
      });
    },
    [t],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    const here = keyOfEvent(event) ?? selection.place.key;
    const x = columns.findIndex((column) => column.posts.some(({ key }) => key === here));
    const y = columns[x]?.posts.findIndex(({ key }) => key === here) ?? -1;
    const current = columns[x]?.posts[y];
    const side = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const take = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.key === ' ' && current && event.target instanceof HTMLElement && event.target.dataset['post']) {
      take();
      selection.toggle(current.key);
      return;
    }
    if ((side === 0 && step === 0) || event.ctrlKey || event.metaKey) return;
    take();
    if (event.altKey) {
      const next = columns[x + side];
      if (current && side !== 0 && next) put(chosenOr(current), next.value);
      return;
    }
    const go = (post: PlanEntry | undefined): void => {
      if (!post) return;
      if (event.shiftKey) selection.add(...(here === null ? [] : [here]), post.key);
      else selection.clear();
      selection.goTo(selection.place.day, post.key);
      setWanted({ key: post.key });
    };
    if (!current) return go(columns.find((column) => column.posts.length > 0)?.posts[0]);
    if (step !== 0) return go(columns[x]?.posts[y + step]);
    for (let next = x + side; next >= 0 && next < columns.length; next += side) {
      const column = columns[next]?.posts ?? [];
      if (column.length > 0) return go(column[Math.min(y, column.length - 1)]);
    }
  };

  const firstKey = columns.find((column) => column.posts.length > 0)?.posts[0]?.key;
  return (
    <div
      className={styles.board}
      role="group"
      aria-label={t('calendar-views.board-of', { what: groupWords[group] })}
      aria-description={t('calendar-views.move-hint')}
      data-calendar-view="board"
      data-calendar-grid
      data-carry-area
      data-day={anchor}
      data-many={columns.length > fewColumns}
      onKeyDown={onKeyDown}
      onFocus={(event) => followFocus(event, selection)}
    >
      {columns.map((column) => (
        <BoardLane
          key={column.value}
          column={column}
          name={nameOf(column.value)}
          mark={group === 'status' ? <span className={cardStyles.status} data-status={column.value} /> : null}
          now={now}
          byStatus={group === 'status'}
          firstKey={firstKey}
          wantedKey={wanted}
          onGrab={onGrab}
        />
      ))}
    </div>
  );
}
