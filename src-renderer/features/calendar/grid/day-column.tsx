import { memo, useMemo } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Day } from '#shared/domain/calendar-days.ts';
import { layLanes } from '#shared/domain/calendar-lanes.ts';
import { addMinutes, type ClockChange } from '#shared/domain/calendar-zone.ts';
import type { Placed } from '../session/arrange.ts';
import { useCalendarTools } from '../session/calendar-context.ts';
import { useDayState } from '../session/selection.ts';
import { FreeSlots } from './free-slots.tsx';
import { PostCard } from './post-card.tsx';
import type { FreeTurn } from './use-free-turns.ts';
import styles from './week.module.css';

/** Minutes that a card takes on the hours; a post has no length of its own. */
const cardLength = 30;
const minutesOfDay = 1440;
/** A new post's time is the half hour that was clicked. */
const addStep = 30;

/** Minutes a drop is rounded to in a week. */
export const usualSnap = 15;

const percent = (minutes: number): string => `${(minutes / minutesOfDay) * 100}%`;
const clockTime = (day: Day, minute: number): string => addMinutes(`${day}T00:00`, minute).slice(11);

/** One day of the week view. */
export const DayColumn = memo(function DayColumn({
  day,
  label,
  posts,
  free,
  lanes,
  snap,
  pictured,
  change,
  weekend,
  lateBefore,
  nowMinute,
}: {
  day: Day;
  label: string;
  posts: readonly Placed[];
  /** Slots in which nothing stands yet. */
  free: readonly FreeTurn[];
  /** Most cards side by side. */
  lanes: number;
  /** Minutes a drop is rounded to. */
  snap: number;
  /** Cards show their pictures. */
  pictured: boolean;
  change: ClockChange | null;
  weekend: boolean;
  lateBefore: string;
  nowMinute: number | null;
}) {
  const { t } = useWords();
  const tools = useCalendarTools();
  const state = useDayState(tools.selection, day);
  const { places, rests } = useMemo(
    () =>
      layLanes(
        posts.map(({ minute }) => Math.min(minute, minutesOfDay - cardLength)),
        cardLength,
        lanes,
      ),
    [posts, lanes],
  );
  // In one wide day cards side by side have room for all they say.
  const lanesOfBlocks = snap < usualSnap ? 4 : 1;
  const changeWords = change && {
    from: clockTime(day, change.from),
    to: clockTime(day, change.from + change.minutes),
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div
      className={styles.column}
      role="gridcell"
      aria-label={t('calendar.day-label', { day: label, count: posts.length })}
      aria-selected={state !== ''}
      {...(nowMinute === null ? {} : { 'aria-current': 'date' as const })}
      tabIndex={state === 'day' ? 0 : -1}
      data-drop="time"
      data-day={day}
      data-snap={snap}
      data-weekend={weekend}
      onClick={(event) => {
        tools.selection.clear();
        tools.selection.goTo(day);
        event.currentTarget.focus({ preventScroll: true });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget && posts.length > 0)
          tools.showDay(day, event.currentTarget);
      }}
      onDoubleClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const minute = ((event.clientY - box.top) / box.height) * minutesOfDay;
        const at = Math.floor(minute / addStep) * addStep;
        tools.addAt(`${day}T${clockTime(day, at)}`, event.currentTarget);
      }}
    >
      {change && changeWords && (
        <span
          className={styles.change}
          data-kind={change.kind}
          style={{ top: percent(change.from), height: percent(change.minutes) }}
          title={
            change.kind === 'gap'
              ? t('calendar.clock-gap', changeWords)
              : t('calendar.clock-overlap', changeWords)
          }
        >
          {change.kind === 'gap' ? t('calendar.clock-gap-short') : t('calendar.clock-overlap-short')}
        </span>
      )}
      <FreeSlots turns={free} posts={posts} length={cardLength} />
      {places.map(({ index, lane, lanes: count }) => {
        const placed = posts[index];
        if (!placed) return null;
        return (
          <PostCard
            key={placed.post.key}
            placed={placed}
            shape={count > lanesOfBlocks ? 'sliver' : 'block'}
            pictured={pictured}
            late={placed.wall < lateBefore && placed.post.status !== 'published'}
            style={{
              top: percent(Math.min(placed.minute, minutesOfDay - cardLength)),
              height: percent(cardLength),
              left: `${(lane / count) * 100}%`,
              width: `${100 / count}%`,
            }}
          />
        );
      })}
      {rests.map((rest) => (
        <button
          type="button"
          key={rest.minute}
          className={styles.rest}
          tabIndex={-1}
          style={{
            top: percent(rest.minute),
            height: percent(cardLength),
            left: `${(rest.lane / rest.lanes) * 100}%`,
            width: `${100 / rest.lanes}%`,
          }}
          onDoubleClick={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation();
            tools.selection.goTo(day);
            tools.showDay(day, event.currentTarget);
          }}
        >
          +{rest.indexes.length}
        </button>
      ))}
      {nowMinute !== null && <span className={styles.now} style={{ top: percent(nowMinute) }} aria-hidden />}
    </div>
  );
});
