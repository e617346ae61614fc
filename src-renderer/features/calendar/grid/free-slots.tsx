import { useWords } from '#renderer/ui/words.tsx';
import { useCalendarTools } from '../session/calendar-context.ts';
import type { Placed } from '../session/arrange.ts';
import styles from './free-slots.module.css';
import type { FreeTurn } from './use-free-turns.ts';

const minutesOfDay = 1440;

/** Free slots of a day as outlines behind its cards; cards snap to them (`data-slot` holds the minute). */
export function FreeSlots({
  turns,
  posts,
  length,
}: {
  turns: readonly FreeTurn[];
  /** Of the day, by time; an outline ends where the next of them begins. */
  posts: readonly Placed[];
  /** Minutes that a card takes. */
  length: number;
}) {
  const { t } = useWords();
  const { addAt } = useCalendarTools();
  const lengthAt = (minute: number): number => {
    const next = posts.find((placed) => placed.minute > minute);
    return next ? Math.min(length, next.minute - minute) : length;
  };
  return turns.map(({ minute, wall, words }) => (
    <button
      type="button"
      key={minute}
      className={styles.slot}
      tabIndex={-1}
      data-slot={minute}
      aria-label={t('calendar.add-to-slot', { time: wall.slice(11), slot: words })}
      style={{
        top: `${(Math.min(minute, minutesOfDay - length) / minutesOfDay) * 100}%`,
        height: `${(lengthAt(minute) / minutesOfDay) * 100}%`,
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        addAt(wall, event.currentTarget);
      }}
    >
      <span className={styles.time}>{wall.slice(11)}</span>
      <span className={styles.words}>{words}</span>
    </button>
  ));
}
