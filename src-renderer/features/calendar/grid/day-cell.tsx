import { IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Day } from '#shared/domain/calendar-days.ts';
import { DayMarks } from '../dates/day-marks.tsx';
import type { Placed } from '../session/arrange.ts';
import { useCalendarTools } from '../session/calendar-context.ts';
import type { Density } from '../session/remembered.ts';
import { useDayState } from '../session/selection.ts';
import styles from './month.module.css';
import { PostCard } from './post-card.tsx';
import { fitCards } from './fit-cards.ts';

/** Time of day that a post gets which is made or dropped on a day. */
export const usualTime = '09:00';

/** One day of the month: as many posts as its height holds, the others behind a button. */
export const DayCell = memo(function DayCell({
  day,
  label,
  fullLabel,
  posts,
  height,
  density,
  inMonth,
  isToday,
  weekend,
  lateBefore,
}: {
  day: Day;
  label: string;
  fullLabel: string;
  posts: readonly Placed[];
  /** Pixels. */
  height: number;
  density: Density;
  inMonth: boolean;
  isToday: boolean;
  weekend: boolean;
  /** Posts of an earlier wall time are late. */
  lateBefore: string;
}) {
  const { t, locale } = useWords();
  const tools = useCalendarTools();
  const state = useDayState(tools.selection, day);
  const { shape, count } = fitCards(
    posts.map(({ post }) => post.thumbnail !== null),
    height,
    density,
  );
  const hidden = posts.length - count;
  const number = new Intl.NumberFormat(locale);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div
      className={styles.cell}
      role="gridcell"
      aria-label={t('calendar.day-label', { day: fullLabel, count: posts.length })}
      aria-selected={state !== ''}
      {...(isToday ? { 'aria-current': 'date' as const } : {})}
      tabIndex={state === 'day' ? 0 : -1}
      data-drop="day"
      data-day={day}
      data-in-month={inMonth}
      data-today={isToday}
      data-weekend={weekend}
      onClick={(event) => {
        tools.selection.clear();
        tools.selection.goTo(day);
        event.currentTarget.focus();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget && posts.length > 0)
          tools.showDay(day, event.currentTarget);
      }}
      onDoubleClick={(event) => tools.addAt(`${day}T${usualTime}`, event.currentTarget)}
    >
      <span className={styles.head}>
        <span className={styles.number}>{label}</span>
        <span className={styles.marks}>
          <DayMarks day={day} />
        </span>
        <button
          type="button"
          className={styles.add}
          tabIndex={-1}
          aria-label={t('calendar.add-on', { day: fullLabel })}
          onDoubleClick={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation();
            tools.selection.goTo(day);
            const cell = event.currentTarget.closest<HTMLElement>('[data-day]');
            if (cell) tools.addAt(`${day}T${usualTime}`, cell);
          }}
        >
          <IconPlus size={14} stroke={1.75} aria-hidden />
        </button>
      </span>
      {posts.slice(0, count).map((placed) => (
        <PostCard
          key={placed.post.key}
          placed={placed}
          shape={shape === 'picture' && placed.post.thumbnail === null ? 'card' : shape}
          late={placed.wall < lateBefore && placed.post.status !== 'published'}
        />
      ))}
      {hidden > 0 && (
        <button
          type="button"
          className={styles.more}
          tabIndex={-1}
          onDoubleClick={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation();
            tools.selection.goTo(day);
            tools.showDay(day, event.currentTarget);
          }}
        >
          {t('calendar.more', { count: number.format(hidden) })}
        </button>
      )}
    </div>
  );
});
